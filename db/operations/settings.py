"""Write what a council sets for its register."""

from collections.abc import Mapping

from db.register import Register
from db.store.journal import Ledger


def write_settings(register: Register, ledger: Ledger, values: Mapping[str, str]) -> None:
    """Set each setting to its value, whether or not it was set before."""
    for setting, value in values.items():
        kept = register.diaries.row_id("setting", name=setting)
        if kept:
            ledger.update("setting", kept, {"value": value})
        else:
            ledger.insert("setting", {"name": setting, "value": value})
