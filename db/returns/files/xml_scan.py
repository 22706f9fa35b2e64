"""XML read from front to back, piece by piece, with no more of it held than what is asked for."""

from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers.expat import ParserCreate

Begin = Callable[[dict[str, str]], None]
End = Callable[[], None]
Heard = Callable[[str], None]

_PIECE = 1 << 16


class DocumentTypeDeclared(Exception):
    """The XML declares a document type, by which files made to harm multiply or fetch what they hold."""


class _ByLocalName(dict[str, Callable[..., None] | None]):
    """What to call for an element, whatever prefix its names carry in this file."""

    def __init__(self, handlers: Mapping[str, Callable[..., None]]) -> None:
        self._handlers = handlers

    def __missing__(self, name: str) -> Callable[..., None] | None:
        handler = self._handlers.get(name.rpartition(":")[2])
        self[name] = handler
        return handler


def scan(
    source: IO[bytes],
    begins: Mapping[str, Begin],
    ends: Mapping[str, End] | None = None,
    heard: Heard | None = None,
    passed: Callable[[int], None] | None = None,
) -> None:
    """Call for every element that begins or ends, by its local name, and for every text. `passed` is told of bytes.

    Raises:
        DocumentTypeDeclared: the XML has a document type.
        xml.parsers.expat.ExpatError: it is not well formed.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _beginner(begins)
    if ends:
        parser.EndElementHandler = _ender(ends)
    if heard:
        parser.CharacterDataHandler = heard
    while piece := source.read(_PIECE):
        parser.Parse(piece, False)
        if passed:
            passed(len(piece))
    parser.Parse(b"", True)


def _beginner(begins: Mapping[str, Begin]) -> Callable[[str, dict[str, str]], None]:
    handlers = _ByLocalName(begins)

    def begin(name: str, attributes: dict[str, str]) -> None:
        if (handler := handlers[name]) is not None:
            handler(attributes)

    return begin


def _ender(ends: Mapping[str, End]) -> Callable[[str], None]:
    handlers = _ByLocalName(ends)

    def end(name: str) -> None:
        if (handler := handlers[name]) is not None:
            handler()

    return end


def _refuse(*_: object) -> None:
    raise DocumentTypeDeclared
