"""Say which service stamps the council's signatures with the time."""

from db.changes import Author, Changed
from db.operations.settings import write_settings
from db.register import Register
from db.rules.council import timestamp_address
from db.store.decisions import TIMESTAMPS


def set_timestamp_service(register: Register, by: Author, address: str) -> Changed:
    """Set the address of the service (RFC 3161) that says when a signature was there; empty for none.

    Raises:
        Refusal: it is not an address of the web.
    """
    wanted = timestamp_address(address)
    sentence = f"Set the timestamp service to {wanted}" if wanted else "Set that no timestamp service is used"
    with register.acting(by, "set timestamp service", sentence) as ledger:
        write_settings(register, ledger, {TIMESTAMPS: wanted})
        return ledger.close()
