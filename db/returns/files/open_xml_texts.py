"""The texts that an Open XML workbook's sheets share, and the remarks on their cells."""

import re

from db.returns.files.open_xml_parts import Parts
from db.returns.files.xml_scan import scan

_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def plain_text(text: str) -> str:
    """A text with its coded characters as themselves: _x000D_ is a line end. ECMA-376, part 1, 22.9.2.19."""
    if "_x" not in text:
        return text
    return (
        _CODED.sub(lambda match: chr(int(match[1], 16)), text)
        .encode("utf-16", "surrogatepass")
        .decode("utf-16", "replace")
    )


class _Listener:
    """Gathers the text of `t` elements, except how it is pronounced."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._is_listening = self._is_aside = False

    def begin(self, _: dict[str, str]) -> None:
        self._is_listening = not self._is_aside

    def end(self) -> None:
        self._is_listening = False

    def aside(self, _: dict[str, str]) -> None:
        self._is_aside = True

    def back(self) -> None:
        self._is_aside = False

    def hear(self, text: str) -> None:
        if self._is_listening:
            self._heard.append(text)

    def take(self) -> str:
        """The text since the last time."""
        text = "".join(self._heard)
        self._heard.clear()
        return text


def shared_texts(parts: Parts, part: str) -> list[str]:
    """The shared texts in their order; none when there is no such part."""
    found: list[str] = []
    ear = _Listener()
    if part in parts:
        with parts.open(part) as source:
            scan(
                source,
                {"t": ear.begin, "rPh": ear.aside},
                {"t": ear.end, "rPh": ear.back, "si": lambda: found.append(plain_text(ear.take()))},
                ear.hear,
            )
    return found


def remarks(parts: Parts, sheet: str) -> dict[str, str]:
    """What was written beside a sheet's cells, by address; the words of a discussion one after another."""
    related = parts.related(sheet).values()
    talks = [target for kind, target in related if kind == "threadedComment" and target in parts]
    found: dict[str, str] = {}
    for part in talks or [target for kind, target in related if kind == "comments" and target in parts]:
        for address, text in _remarks_of(parts, part, "threadedComment" if talks else "comment"):
            found[address] = f"{found[address]}\n{text}" if address in found else text
    return found


def _remarks_of(parts: Parts, part: str, element: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    ear = _Listener()
    where = ""

    def begin(attributes: dict[str, str]) -> None:
        nonlocal where
        where = attributes.get("ref", "")

    def end() -> None:
        if text := plain_text(ear.take()).strip():
            found.append((where, text))

    begins = {element: begin, "t": ear.begin, "text": ear.begin, "rPh": ear.aside}
    if element == "comment":
        del begins["text"]
    with parts.open(part) as source:
        scan(source, begins, {element: end, "t": ear.end, "text": ear.end, "rPh": ear.back}, ear.hear)
    return found
