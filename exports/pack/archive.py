"""A pack as one file: the document with the signed records, returns and letters, under names safe on every system."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exports.files import safe_name
from exports.pack.facts import PackFile


def archive(reference: str, document: bytes, files: Iterable[PackFile], day: date) -> bytes:
    """The pack as a .zip; the same files on the same day give the same bytes.

    Two files of one name are numbered. Nothing in it can be unpacked outside the pack's own folder.
    """
    root = safe_name(reference, "", "Contract")
    content = BytesIO()
    taken: set[str] = set()
    with ZipFile(content, "w", ZIP_DEFLATED) as packed:
        _put(packed, f"{root}/{safe_name(f'{reference} contract pack', '.pdf')}", document, day, taken)
        for each in files:
            ending = PurePosixPath(each.name.replace("\\", "/")).suffix
            suffix = ending if ending[1:].isalnum() and ending.isascii() else ""
            name = safe_name(each.name.removesuffix(suffix), suffix, "file")
            _put(packed, f"{root}/{safe_name(each.folder, '', 'Files')}/{name}", each.content, day, taken)
    return content.getvalue()


def _put(packed: ZipFile, name: str, content: bytes, day: date, taken: set[str]) -> None:
    info = ZipInfo(_free(name, taken), (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    packed.writestr(info, content)


def _free(name: str, taken: set[str]) -> str:
    """The name, numbered where another file has it, capitals aside."""
    path, number, found = PurePosixPath(name), 1, name
    while found.casefold() in taken:
        number += 1
        found = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    taken.add(found.casefold())
    return found
