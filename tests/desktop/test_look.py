"""Facts about colours, type and icons."""

import xml.etree.ElementTree as Tree

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

import resources
from desktop.look import icons, parts
from desktop.look.contrast import contrast
from desktop.look.palette import DARK, LIGHT, Pair, Scheme, Tokens, Tone, role_pairs, strengthened
from desktop.look.theme import theme

SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light, high contrast": strengthened(LIGHT),
    "dark, high contrast": strengthened(DARK),
}
DRAWN = sorted(
    file.stem for file in resources.path("icons").glob("*.svg") if not file.stem.startswith(("arrow-", "mark-"))
)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=SCHEMES.keys())
def test_every_ink_reads_on_every_ground_it_meets(tokens: Tokens) -> None:
    low = {
        name: contrast(pair.ink, pair.ground)
        for name, pair, owed in role_pairs(tokens)
        if contrast(pair.ink, pair.ground) < owed
    }
    assert low == {}


def test_the_contrast_check_finds_a_pair_that_is_too_faint() -> None:
    faint = Pair("#9AA3AF", "#FFFFFF")
    assert contrast(faint.ink, faint.ground) < 3


@pytest.mark.parametrize("name", DRAWN)
def test_every_icon_is_a_twenty_pixel_drawing_of_one_line_weight(name: str) -> None:
    root = Tree.parse(resources.path(f"icons/{name}.svg")).getroot()  # noqa: S314 - our own files
    assert root.attrib["viewBox"] == "0 0 20 20"
    assert root.attrib["stroke"] == "currentColor"
    assert root.attrib["stroke-width"] == "1.5"
    assert {each.attrib.get("fill", "none") for each in root.iter()} <= {"none", "currentColor"}


@pytest.mark.parametrize("name", DRAWN)
def test_every_icon_takes_the_ink_it_is_given(name: str) -> None:
    picture = icons.pixmap(name, "#FF0000", 20, 2.0).toImage()
    inked = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 200
    ]
    assert picture.width() == 40
    assert inked
    assert all(colour.red() > 240 and colour.green() < 15 for colour in inked)


def test_every_state_has_an_icon_of_its_own() -> None:
    assert {tone.value for tone in Tone} <= set(DRAWN)


def test_a_change_of_scheme_colours_the_icons_again(qtbot: object) -> None:
    shown = parts.icon_button("search", "Search", "search")
    light = shown.icon().pixmap(20).toImage()
    theme().apply(Scheme.DARK)
    assert shown.icon().pixmap(20).toImage() != light
    assert QApplication.palette().window().color() == QColor(DARK.canvas)
    shown.deleteLater()


def test_the_bundled_typeface_is_in_use_at_ten_points(qapp: QApplication) -> None:
    assert qapp.font().family() == "Liberation Sans"
    assert qapp.font().pointSizeF() == 10


def test_titles_grow_with_the_type(qapp: QApplication) -> None:
    title = parts.label("Attention", "pageTitle")
    title.ensurePolished()
    usual = QLabel.sizeHint(title).height()
    theme().apply(Scheme.LIGHT, 2)
    assert title.sizeHint().height() >= 1.9 * usual
    title.deleteLater()


def test_an_icon_grows_with_the_type_whenever_its_button_was_made(qapp: QApplication) -> None:
    before = parts.icon_button("calendar", "Choose a day", "before")
    theme().apply(Scheme.LIGHT, 2)
    after = parts.icon_button("calendar", "Choose a day", "after")
    assert before.iconSize().width() == after.iconSize().width() == 40
    assert after.icon().pixmap(40).width() == 40
    for made in (before, after):
        made.deleteLater()
