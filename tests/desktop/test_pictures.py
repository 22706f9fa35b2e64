"""Pictures: one command draws every screen, and a picture is what an officer would see."""

from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop import pictures
from desktop.look.palette import LIGHT, Scheme
from desktop.pictures import Camera, Look
from desktop.quiet import IDLE, quieten
from tests.desktop.acting import worker as worker
from tests.desktop.windows import opened


def test_every_screen_is_drawn_in_a_look_and_none_is_blank(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worker: None
) -> None:
    look = Look(Scheme.LIGHT)
    monkeypatch.setattr(pictures, "_history", lambda *_: None)
    monkeypatch.setattr(pictures, "_look_back", lambda *_: None)
    camera = Camera(tmp_path)
    with opened(tmp_path) as window:
        pictures._screens(camera, window, look)
    drawn = {path.stem.removesuffix(f"-{look.name}") for path in camera.taken}
    assert {"attention", "register", "decisions", "returns", "providers", "settings"} <= drawn
    assert {"publishing-public", "publishing-full"} <= drawn
    assert {"contract-SAMPLE-CN-A", "contract-SAMPLE-WB55-INVOLVE"} <= drawn
    for path in camera.taken:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1280, 800)
        assert len({picture.pixel(x, y) for x in range(200, 1200, 9) for y in range(40, 760, 9)}) > 5, path.name


def test_a_picture_is_in_the_colours_of_its_look(qapp: QApplication, tmp_path: Path) -> None:
    camera = Camera(tmp_path)
    with opened(tmp_path) as window:
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            pictures._dress(window, Look(scheme))
            camera.take(window, scheme.name)
    light, dark = (QColor(QImage(str(path)).pixel(1270, 40)) for path in camera.taken)
    assert light == QColor(LIGHT.canvas)
    assert dark.lightness() < 60


def test_a_picture_is_named_after_what_it_shows_and_how(tmp_path: Path) -> None:
    assert Look(Scheme.DARK, 2.0).name == "dark-1280-200"


def test_only_the_idle_line_of_a_screenless_platform_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    before = qInstallMessageHandler(None)
    try:
        quieten()
        qWarning(IDLE)
        qWarning("Something worth knowing")
    finally:
        qInstallMessageHandler(before)
    assert capsys.readouterr().err.splitlines() == ["Something worth knowing"]
