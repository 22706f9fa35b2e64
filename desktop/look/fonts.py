"""The bundled sans, so that the program looks the same wherever it runs."""

from PySide6.QtGui import QFont, QFontDatabase

import resources

FAMILY = "Liberation Sans"
BODY_POINTS = 10.0


def load() -> str:
    """Make the bundled typeface known to Qt and name it; the system's own sans where it is not bundled."""
    for weight in ("Regular", "Bold"):
        file = resources.path(f"fonts/LiberationSans-{weight}.ttf")
        if file.exists():
            QFontDatabase.addApplicationFont(str(file))
    return FAMILY if FAMILY in QFontDatabase.families() else QFont().defaultFamily()


def sized(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """The same typeface, larger or smaller by a factor, in a weight."""
    changed = QFont(font)
    changed.setPointSizeF(font.pointSizeF() * factor)
    if weight is not None:
        changed.setWeight(weight)
    return changed
