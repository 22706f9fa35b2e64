"""Decisions with all their record says, the powers they delegate, and their signed files."""

from db.store.steps.common import DAY, ROW

_DECISION_COLUMNS = """id, version, number, kind, subject, decided_on, maker_name, maker_post, signed_on,
    for_publication, is_key, callable_in, relates_to_number, link, related_decision, decision, reasons,
    financial, legal, equality, comments, alternatives, conflicts"""
_TEXTS = ("purpose", "strategy", "consultation", "data_protection", "reports", "dispensation", "implementation",
          "urgency_reason", "exempt_paragraphs", "public_interest", "withheld", "lead_officer", "contact", "department",
          "divisions", "scheme", "corrects_number", "consultees", "ground", "late_signing")  # fmt: skip
_DAYS = ("notice_published_on", "due_on", "originally_due_on", "published_on", "effective_on", "implement_from",
         "relates_to_on")  # fmt: skip

STATEMENTS = (
    f"""CREATE TABLE decision_now ({ROW}, number TEXT NOT NULL, kind TEXT NOT NULL,
        subject TEXT NOT NULL CHECK (subject <> ''), decided_on TEXT CHECK (decided_on {DAY}),
        maker_name TEXT NOT NULL, maker_post TEXT NOT NULL, signed_on TEXT CHECK (signed_on {DAY}),
        for_publication TEXT NOT NULL, is_key INTEGER CHECK (is_key IN (0, 1)),
        callable_in INTEGER CHECK (callable_in IN (0, 1)), relates_to_number TEXT NOT NULL, link TEXT NOT NULL,
        related_decision TEXT NOT NULL, decision TEXT NOT NULL, reasons TEXT NOT NULL, financial TEXT NOT NULL,
        legal TEXT NOT NULL, equality TEXT NOT NULL, comments TEXT NOT NULL, alternatives TEXT NOT NULL,
        conflicts TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'Recommendations Approved',
        is_executive INTEGER CHECK (is_executive IN (0, 1)), route TEXT NOT NULL DEFAULT 'Not stated',
        hides_money INTEGER NOT NULL DEFAULT 0 CHECK (hides_money IN (0, 1)),
        none_considered INTEGER NOT NULL DEFAULT 0 CHECK (none_considered IN (0, 1)), value_pence INTEGER,
        delegation_id TEXT REFERENCES delegation (id),
        {", ".join(f"{name} TEXT NOT NULL DEFAULT ''" for name in _TEXTS)},
        {", ".join(f"{name} TEXT CHECK ({name} {DAY})" for name in _DAYS)}) STRICT""",
    f"INSERT INTO decision_now ({_DECISION_COLUMNS}) SELECT {_DECISION_COLUMNS} FROM decision",  # noqa: S608
    "DROP TABLE decision",
    "ALTER TABLE decision_now RENAME TO decision",
    "ALTER TABLE decision_effect ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))",
    f"""CREATE TABLE delegation ({ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        position INTEGER NOT NULL CHECK (position >= 0), limb TEXT NOT NULL, power TEXT NOT NULL,
        delegate TEXT NOT NULL, words TEXT NOT NULL, contracts TEXT NOT NULL,
        option_number INTEGER CHECK (option_number >= 1), starts_on TEXT CHECK (starts_on {DAY}),
        ends_on TEXT CHECK (ends_on {DAY}), most_pence INTEGER, consult TEXT NOT NULL,
        until TEXT CHECK (until {DAY}), is_once INTEGER NOT NULL CHECK (is_once IN (0, 1)),
        CHECK ((starts_on IS NULL) = (ends_on IS NULL)), CHECK (starts_on <= ends_on)) STRICT""",
    f"""CREATE TABLE alternative ({ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        position INTEGER NOT NULL CHECK (position >= 0), option TEXT NOT NULL, why_rejected TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE passed_check ({ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        check_id TEXT NOT NULL CHECK (check_id <> ''), reason TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE signed_file ({ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        file_sha256 TEXT NOT NULL REFERENCES journal_file (sha256), signer TEXT NOT NULL, post TEXT NOT NULL,
        signed_at TEXT NOT NULL, level TEXT NOT NULL, fingerprint TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE noted_number ({ROW}, number TEXT NOT NULL CHECK (number <> ''),
        reason TEXT NOT NULL) STRICT""",
    *(
        f"CREATE INDEX {table}_by_decision ON {table} (decision_id)"
        for table in ("delegation", "alternative", "passed_check", "signed_file")
    ),
)
