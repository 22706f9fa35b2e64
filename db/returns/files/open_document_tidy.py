"""An OpenDocument spreadsheet with its type, which some programs leave out, and without the blanks that others set
between its elements for the eye: its reader stumbles over both."""

import re
from io import BytesIO
from zipfile import ZipFile

_MANIFEST = "META-INF/manifest.xml"
_NO_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_BETWEEN = re.compile(
    rb"(<(?:/?(?:table|office|draw|form|calcext):|/?text:p\b(?=[^<>]*/>)|/text:p\b)[^<>]*+>)\s++"
    rb"(?=<(?:/?(?:table|office|draw|form|calcext):|text:p\b))"
)


def tidied(archive: ZipFile) -> bytes:
    """The file once more, as its reader wants it."""
    tidy = _BETWEEN.sub(rb"\1", archive.read("content.xml"))
    packed = BytesIO()
    with ZipFile(packed, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr(_MANIFEST, archive.read(_MANIFEST) if _MANIFEST in archive.namelist() else _NO_MANIFEST)
        made.writestr("content.xml", tidy)
    return packed.getvalue()
