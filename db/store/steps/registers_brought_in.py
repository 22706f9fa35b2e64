"""Registers brought in from a spreadsheet: the file as it came, and every row of it, taken in or still to do."""

from db.store.steps.common import DAY, ROW

STATEMENTS = (
    f"""CREATE TABLE bring_in ({ROW}, file_name TEXT NOT NULL,
        file_sha256 TEXT NOT NULL REFERENCES journal_file (sha256),
        brought_on TEXT NOT NULL CHECK (brought_on {DAY}), profile TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE brought_row ({ROW}, bring_in_id TEXT NOT NULL REFERENCES bring_in (id), sheet TEXT NOT NULL,
        row_number INTEGER NOT NULL CHECK (row_number >= 1), content TEXT NOT NULL,
        contract_id TEXT REFERENCES contract (id), reason TEXT NOT NULL,
        settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))) STRICT""",
    f"ALTER TABLE contract ADD COLUMN withdrawn_on TEXT CHECK (withdrawn_on {DAY})",
    "ALTER TABLE contract ADD COLUMN withdrawn_because TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX contract_by_reference ON contract (reference COLLATE NOCASE, id)",
    "CREATE INDEX brought_row_by_bring_in ON brought_row (bring_in_id)",
    "CREATE INDEX brought_row_by_contract ON brought_row (contract_id)",
)
