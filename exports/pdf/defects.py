"""What reportlab 5.1 gets wrong for archives and cannot be put right in a class of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

_ONE_AT_A_TIME = Lock()


@contextmanager
def archival_streams() -> Iterator[None]:
    """While it lasts, every stream written ends with an end of line before `endstream`.

    reportlab puts `endstream` straight after the data, which PDF/A-2 6.1.7.1 forbids. A line feed alone would read as
    part of a longer end of line where the data happen to end with a carriage return. The streams are made by its own
    classes, so the method is replaced, and put back. One document at a time: its fonts may not be shared between two.
    """
    with _ONE_AT_A_TIME:
        original = PDFStream.format

        def format_stream(self: PDFStream, document: PDFDocument) -> bytes:
            written: bytes = original(self, document)
            return written.removesuffix(b"endstream\n") + b"\r\nendstream\n"

        PDFStream.format = format_stream  # type: ignore[method-assign]
        try:
            yield
        finally:
            PDFStream.format = original  # type: ignore[method-assign]
