"""Every test of the face starts from the light scheme at the usual size."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.look.palette import Scheme
from desktop.look.theme import theme


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme().apply(Scheme.LIGHT)
