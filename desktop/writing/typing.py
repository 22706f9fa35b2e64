"""What a field holds as it was typed, finished or not, and back into the field: for drafts that outlive a crash."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.dialogs.rows_field import RowsField
from desktop.fields.field import Field
from desktop.fields.rich_text_field import RichTextField
from desktop.writing.effects_field import EffectsField


def typed_in(field: Field) -> Any:
    """What a field holds, as text, number, or list of these."""
    if isinstance(field, RichTextField):
        return field.read()
    if isinstance(field, RowsField | EffectsField):
        return [[_shown(cell) for cell in row] for row in field.read()]
    parts = _parts(field.control)
    return [_held(part) for part in parts]


def type_into(field: Field, typed: Any) -> None:
    """Put back what was typed; what does not fit the field is left out."""
    if isinstance(field, RichTextField) and isinstance(typed, str):
        field.write(typed)
    elif isinstance(field, RowsField | EffectsField) and isinstance(typed, list):
        field.write([tuple(row) for row in typed if isinstance(row, list)])
    elif isinstance(typed, list):
        for part, held in zip(_parts(field.control), typed, strict=False):
            _put(part, held)


def _parts(control: QWidget) -> list[QWidget]:
    if isinstance(control, QLineEdit | QPlainTextEdit | QComboBox | QCheckBox):
        return [control]
    return list(control.findChildren(QCheckBox))


def _held(part: QWidget) -> Any:
    if isinstance(part, QLineEdit):
        return part.text()
    if isinstance(part, QPlainTextEdit):
        return part.toPlainText()
    if isinstance(part, QComboBox):
        return part.currentText()
    return part.isChecked() if isinstance(part, QCheckBox) else None


def _put(part: QWidget, held: Any) -> None:
    if isinstance(part, QLineEdit) and isinstance(held, str):
        part.setText(held)
    elif isinstance(part, QPlainTextEdit) and isinstance(held, str):
        part.setPlainText(held)
    elif isinstance(part, QComboBox) and isinstance(held, str):
        part.setCurrentIndex(max(part.findText(held), 0))
    elif isinstance(part, QCheckBox) and isinstance(held, bool):
        part.setChecked(held)


def _shown(cell: Any) -> str:
    return str(cell or "")
