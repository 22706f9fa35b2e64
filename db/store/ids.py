"""Time-ordered ids (UUID version 7), so that registers can meet without colliding."""

import secrets
from datetime import datetime
from uuid import UUID

_RANDOM_BITS = 74
_STEP_BITS = 32
_last = 0


def new_id(at: datetime) -> str:
    """A fresh id that sorts after every id made before it here, and otherwise by the moment it was made."""
    global _last
    fresh = int(at.timestamp() * 1000) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS - 1)
    _last = fresh if fresh >> _RANDOM_BITS > _last >> _RANDOM_BITS else _last + 1 + secrets.randbits(_STEP_BITS)
    return str(_laid_out(_last))


def _laid_out(number: int) -> UUID:
    milliseconds, chance = number >> _RANDOM_BITS & (2**48 - 1), number & (2**_RANDOM_BITS - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | chance >> 62 << 64 | 0b10 << 62 | chance & (2**62 - 1))
