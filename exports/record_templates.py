"""The forms of councils' records of decision: those that come with the program, and a council's own file."""

import tomllib
from functools import cache
from pathlib import Path

import resources
from db.rules.record_template import RecordTemplate, template_from
from db.rules.refusal import Refusal

DEFAULT = "kent"


def names() -> tuple[str, ...]:
    """The forms that come with the program, by the names to load them with; the default first."""
    found = sorted(file.stem for file in resources.path("templates").glob("*.toml"))
    return (DEFAULT, *(name for name in found if name != DEFAULT))


def load(name: str = DEFAULT) -> RecordTemplate:
    """The form that comes with the program under a name, or that in a council's own file, by its path.

    Raises:
        Refusal: there is no such form or file, or it does not say what a form must; names what and where.
    """
    if name in names():
        return _bundled(name)
    if name.endswith(".toml"):
        return _read(Path(name))
    raise Refusal(
        f"There is no form for records called “{name}”. There are: {', '.join(names())}; "
        "a form of your own is named by its file, ending in .toml."
    )


@cache
def _bundled(name: str) -> RecordTemplate:
    return _read(resources.path(f"templates/{name}.toml"))


def _read(file: Path) -> RecordTemplate:
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        raise Refusal(f"{file.name} was not found where it was, in {file.parent}. Choose the form again.") from None
    except (OSError, UnicodeDecodeError):
        raise Refusal(f"{file.name} cannot be read as text. Save it as UTF-8, and choose it again.") from None
    try:
        stated = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise Refusal(f"{file.name} is not written as a form must be (TOML): {fault}. Correct it there.") from None
    return template_from(stated, file.name)
