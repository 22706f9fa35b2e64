"""Whether an old workbook is encrypted. [MS-XLS] 2.4.117."""

from struct import unpack_from

_ENCRYPTED, _SHEETS, _ENDS = 0x2F, 0x85, 0x0A
_MOST_RECORDS = 500
"""What says that a workbook is encrypted stands among its first records."""


def is_locked(stream: bytes) -> bool:
    """Whether the records of a workbook can be read only with a password, by whichever of the old ways."""
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(stream):
            return False
        kind, size = unpack_from("<HH", stream, at)
        if kind in (_ENCRYPTED, _SHEETS, _ENDS):
            return bool(kind == _ENCRYPTED)
        at += 4 + size
    return False
