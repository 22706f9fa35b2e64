"""The timestamp service in the settings: kept in the register, refused in plain words where it is no address."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.screens.settings_timestamps import TimestampSettings
from tests.desktop.acting import desk, write

__all__ = ["desk"]


def test_the_address_is_kept_in_the_register(desk: Desk, qtbot: QtBot) -> None:
    settings = TimestampSettings(desk)
    qtbot.addWidget(settings)
    settings.load()
    write(settings, "timestampAddress", "https://stamps.example/tsa")
    QTest.mouseClick(settings.save, Qt.MouseButton.LeftButton)
    assert desk.register.decisions.timestamp_service() == "https://stamps.example/tsa"
    settings.address.write("")
    settings.load()
    assert settings.address.read() == "https://stamps.example/tsa"


def test_what_is_no_address_is_refused_and_stays_as_typed(desk: Desk, qtbot: QtBot) -> None:
    settings = TimestampSettings(desk)
    qtbot.addWidget(settings)
    settings.show()
    write(settings, "timestampAddress", "stamps")
    QTest.mouseClick(settings.save, Qt.MouseButton.LeftButton)
    assert any("is not the address of a timestamp service" in each.text() for each in settings.findChildren(QLabel))
    assert (settings.address.read(), desk.register.decisions.timestamp_service()) == ("stamps", "")
