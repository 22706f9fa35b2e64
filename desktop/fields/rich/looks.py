"""How words look in the field. The document says what is bold and what is withheld; colours follow the scheme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.look.theme import theme

WITHHELD_WORDS = "Withheld from the public"
_WITHHELD = QTextCharFormat.Property.UserProperty + 1
_INDENT = 22


def character(is_bold: bool = False, is_withheld: bool = False) -> QTextCharFormat:
    """The look of words."""
    look = QTextCharFormat()
    set_bold(look, is_bold)
    set_withheld(look, is_withheld)
    return look


def set_bold(look: QTextCharFormat, is_bold: bool) -> None:
    """Make a look bold or not."""
    look.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)


def set_withheld(look: QTextCharFormat, is_withheld: bool) -> None:
    """Mark a look as withheld or not."""
    look.setProperty(_WITHHELD, is_withheld)
    look.setToolTip(WITHHELD_WORDS if is_withheld else "")


def withholds(look: QTextCharFormat) -> bool:
    """Whether words of a look are withheld."""
    return bool(look.property(_WITHHELD))


def plain_shape() -> QTextBlockFormat:
    """The shape of a paragraph."""
    shape = QTextBlockFormat()
    shape.setBottomMargin(6)
    return shape


def item_shape() -> QTextBlockFormat:
    """The shape of a list's item: its label hangs before its words."""
    shape = plain_shape()
    shape.setLeftMargin(_INDENT)
    shape.setTextIndent(-_INDENT + 6)
    return shape


def table_shape() -> QTextTableFormat:
    """The shape of a table: as wide as the field, one thin line round each cell, the first row its heading."""
    shape = QTextTableFormat()
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBorderCollapse(True)
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setCellPadding(4)
    shape.setCellSpacing(0)
    shape.setHeaderRowCount(1)
    shape.setBottomMargin(6)
    return shape


class Colours(QSyntaxHighlighter):
    """Hatches and underlines what is withheld, in the colours of the scheme, without a trace in the document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Qt asks for one paragraph's colours."""
        for part in self.currentBlock().textFormats():
            if withholds(part.format):
                self.setFormat(part.start, part.length, _hatched(part.format))


def _hatched(look: QTextCharFormat) -> QTextCharFormat:
    pair = theme().tokens.soon
    made = QTextCharFormat(look)
    hatch = QColor(pair.ink)
    hatch.setAlphaF(0.45)
    made.setBackground(QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    made.setForeground(QColor(theme().tokens.text))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    made.setUnderlineColor(QColor(pair.ink))
    return made
