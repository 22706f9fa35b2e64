"""What can go wrong with a register, each with a sentence an officer can act on."""

from db.rules.refusal import Refusal


class RegisterError(Refusal):
    """Something about the register stops what was asked. Its text says what happened, why, and what to do."""


class NotARegister(RegisterError):
    """The file is empty, damaged, or belongs to another program. It was left as it was."""


class NewerRegister(RegisterError):
    """The file was written by a newer Contract Desk. It was left as it was."""


class DamagedRegister(RegisterError):
    """Something stored cannot be understood: the disk failed, or it was changed from outside."""


class ReadOnlyRegister(RegisterError):
    """The register was opened for reading, so nothing can be written."""


class NotFound(RegisterError):
    """Nothing in the register goes by that reference, number or name."""


class Stale(RegisterError):
    """The row was changed since it was read."""


class StorageFailed(RegisterError):
    """The disk refused: full, unplugged, or out of reach. The change was not made."""
