"""Every test of the face starts from the light scheme at the usual size, and what it closed is gone after it."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.look.palette import Scheme
from desktop.look.theme import theme


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme().apply(Scheme.LIGHT)


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """What a test closed is gone before the next one, as it would be at the next turn of the event loop."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session", autouse=True)
def _end_in_order(qapp: QApplication) -> Iterator[None]:
    """What tests left is gone before Python is: windows, and what they copied, which Qt would ask for too late."""
    yield
    qapp.clipboard().clear()
    gc.unfreeze()
    for each in qapp.topLevelWidgets():
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
