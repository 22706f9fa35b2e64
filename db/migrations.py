"""The schema, one numbered function a step, oldest first. A step that has been published is never edited."""

from typing import TYPE_CHECKING

from db.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

VERSION = 3
"""The schema version this program writes: the number of steps below."""

FINGERPRINTS = {
    1: "e4dfad0e52154fc0e9d95f9dd0dfc8bdad881d6443274ed93e3dfcfe2f708067",
    2: "d72baebe59520a991f13d70b68f4e1a6521af5220e452c58c189bb93b4ee008d",
    3: "1da61d29b6e2c9211e074874f3d536481e58ac8e6ee8b235480e876a32239517",
}
"""What the tables, indexes and triggers of each version hash to (see store.opening.schema_fingerprint)."""

_ROW = "id TEXT PRIMARY KEY, version INTEGER NOT NULL CHECK (version >= 1)"
_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

_STEP_1 = (
    f"""CREATE TABLE provider ({_ROW}, name TEXT NOT NULL CHECK (name <> ''), company_number TEXT NOT NULL,
        charity_number TEXT NOT NULL, contact TEXT NOT NULL, notes TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE provider_alias ({_ROW}, provider_id TEXT NOT NULL REFERENCES provider (id),
        name TEXT NOT NULL CHECK (name <> ''), source TEXT NOT NULL) STRICT""",
    f"CREATE TABLE funding_partner ({_ROW}, name TEXT NOT NULL CHECK (name <> '')) STRICT",
    f"""CREATE TABLE contract ({_ROW}, reference TEXT NOT NULL CHECK (reference <> ''),
        title TEXT NOT NULL CHECK (title <> ''), service TEXT NOT NULL, category TEXT NOT NULL, manager TEXT NOT NULL,
        contact TEXT NOT NULL, notes TEXT NOT NULL, starts_on TEXT CHECK (starts_on {_DAY}),
        initial_ends_on TEXT CHECK (initial_ends_on {_DAY}), ended_on TEXT CHECK (ended_on {_DAY}),
        CHECK (initial_ends_on IS NULL OR starts_on IS NULL OR starts_on <= initial_ends_on)) STRICT""",
    f"""CREATE TABLE contract_holder ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        provider_id TEXT NOT NULL REFERENCES provider (id), position INTEGER NOT NULL) STRICT""",
    f"""CREATE TABLE part ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id), position INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name <> '')) STRICT""",
    f"""CREATE TABLE extension_option ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        number INTEGER NOT NULL CHECK (number >= 1), months INTEGER NOT NULL CHECK (months >= 1)) STRICT""",
    f"""CREATE TABLE notice_term ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        side TEXT NOT NULL CHECK (side IN ('council', 'provider')), length INTEGER NOT NULL CHECK (length >= 1),
        unit TEXT NOT NULL CHECK (unit IN ('months', 'weeks', 'days')), source TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE decision ({_ROW}, number TEXT NOT NULL, kind TEXT NOT NULL,
        subject TEXT NOT NULL CHECK (subject <> ''), decided_on TEXT NOT NULL CHECK (decided_on {_DAY}),
        maker_name TEXT NOT NULL, maker_post TEXT NOT NULL, signed_on TEXT CHECK (signed_on {_DAY}),
        for_publication TEXT NOT NULL, is_key INTEGER CHECK (is_key IN (0, 1)),
        callable_in INTEGER CHECK (callable_in IN (0, 1)), relates_to_number TEXT NOT NULL, link TEXT NOT NULL,
        related_decision TEXT NOT NULL, decision TEXT NOT NULL, reasons TEXT NOT NULL, financial TEXT NOT NULL,
        legal TEXT NOT NULL, equality TEXT NOT NULL, comments TEXT NOT NULL, alternatives TEXT NOT NULL,
        conflicts TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE decision_effect ({_ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        contract_id TEXT NOT NULL REFERENCES contract (id), kind TEXT NOT NULL, detail TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE saving ({_ROW}, decision_id TEXT NOT NULL REFERENCES decision (id), position INTEGER NOT NULL,
        heading TEXT NOT NULL, label TEXT NOT NULL, pence INTEGER NOT NULL) STRICT""",
    f"""CREATE TABLE extension ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        option_id TEXT NOT NULL REFERENCES extension_option (id), decision_id TEXT NOT NULL REFERENCES decision (id),
        starts_on TEXT NOT NULL CHECK (starts_on {_DAY}), ends_on TEXT NOT NULL CHECK (ends_on {_DAY}),
        decided_on TEXT NOT NULL CHECK (decided_on {_DAY}), CHECK (starts_on <= ends_on)) STRICT""",
    f"""CREATE TABLE variation ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        number INTEGER NOT NULL CHECK (number >= 1), decision_id TEXT REFERENCES decision (id),
        decided_on TEXT NOT NULL CHECK (decided_on {_DAY}), effective_on TEXT CHECK (effective_on {_DAY}),
        summary TEXT NOT NULL CHECK (summary <> ''), ends_on TEXT CHECK (ends_on {_DAY}),
        ground TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE notice ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        decision_id TEXT REFERENCES decision (id), given_by TEXT NOT NULL CHECK (given_by IN ('council', 'provider')),
        served_on TEXT NOT NULL CHECK (served_on {_DAY}), ends_on TEXT NOT NULL CHECK (ends_on {_DAY}),
        method TEXT NOT NULL, CHECK (served_on <= ends_on)) STRICT""",
    f"""CREATE TABLE funding ({_ROW}, part_id TEXT NOT NULL REFERENCES part (id),
        partner_id TEXT NOT NULL REFERENCES funding_partner (id), year INTEGER NOT NULL, pence INTEGER NOT NULL,
        decision_id TEXT REFERENCES decision (id)) STRICT""",
    f"""CREATE TABLE annual_value ({_ROW}, part_id TEXT NOT NULL REFERENCES part (id),
        partner_id TEXT NOT NULL REFERENCES funding_partner (id),
        effective_on TEXT CHECK (effective_on {_DAY}), pence INTEGER NOT NULL,
        decision_id TEXT REFERENCES decision (id)) STRICT""",
    f"""CREATE TABLE measure ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id), position INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''), unit TEXT NOT NULL,
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))) STRICT""",
    f"""CREATE TABLE return_schedule ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        first_day TEXT NOT NULL CHECK (first_day {_DAY}), days_allowed INTEGER NOT NULL CHECK (days_allowed >= 0))
        STRICT""",
    f"""CREATE TABLE monitoring_return ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        provider TEXT NOT NULL, starts_on TEXT NOT NULL CHECK (starts_on {_DAY}),
        number INTEGER NOT NULL CHECK (number >= 1), received_on TEXT NOT NULL CHECK (received_on {_DAY}),
        file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL REFERENCES journal_file (sha256)) STRICT""",
    f"""CREATE TABLE reading ({_ROW}, return_id TEXT NOT NULL REFERENCES monitoring_return (id),
        position INTEGER NOT NULL, measure TEXT NOT NULL, unit TEXT NOT NULL, value TEXT, sheet TEXT NOT NULL,
        cell TEXT NOT NULL) STRICT""",
    """CREATE TABLE journal_entry (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL,
        post TEXT NOT NULL, device TEXT NOT NULL, verb TEXT NOT NULL, sentence TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('done', 'undone', 'redone')), of_seq INTEGER REFERENCES journal_entry (seq),
        previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT""",
    """CREATE TABLE journal_change (entry_seq INTEGER NOT NULL REFERENCES journal_entry (seq),
        position INTEGER NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL, before TEXT, after TEXT,
        PRIMARY KEY (entry_seq, position)) STRICT, WITHOUT ROWID""",
    "CREATE TABLE journal_file (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
    *(
        f"""CREATE TRIGGER {table}_is_kept_on_{act.lower()} BEFORE {act} ON {table}
        BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END"""
        for table in ("journal_entry", "journal_change", "journal_file")
        for act in ("UPDATE", "DELETE")
    ),
    "CREATE INDEX change_by_row ON journal_change (row_id)",
    *(
        f"CREATE INDEX {table}_by_{column} ON {table} ({column}_id)"
        for table, column in (
            ("provider_alias", "provider"), ("contract_holder", "contract"), ("contract_holder", "provider"),
            ("part", "contract"), ("extension_option", "contract"), ("notice_term", "contract"),
            ("decision_effect", "decision"), ("decision_effect", "contract"), ("saving", "decision"),
            ("extension", "contract"), ("variation", "contract"), ("notice", "contract"), ("funding", "part"),
            ("annual_value", "part"), ("measure", "contract"), ("return_schedule", "contract"),
            ("monitoring_return", "contract"), ("reading", "return"),
        )
    ),
)  # fmt: skip

_STEP_2 = (
    "ALTER TABLE extension_option ADD COLUMN exercise_length INTEGER CHECK (exercise_length >= 1)",
    """ALTER TABLE extension_option ADD COLUMN exercise_unit TEXT NOT NULL DEFAULT 'months'
        CHECK (exercise_unit IN ('months', 'weeks', 'days'))""",
    "ALTER TABLE extension_option ADD COLUMN exercise_source TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE notice ADD COLUMN sent_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE notice ADD COLUMN working TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE variation ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE variation ADD COLUMN scope TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE variation ADD COLUMN measures TEXT NOT NULL DEFAULT ''",
    f"""CREATE TABLE service_clause ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        method TEXT NOT NULL CHECK (method <> ''), days INTEGER NOT NULL CHECK (days >= 0), counting TEXT NOT NULL,
        cut_off TEXT, source TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE award ({_ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        procured_on TEXT CHECK (procured_on {_DAY}), health_care INTEGER NOT NULL CHECK (health_care IN (0, 1)),
        light_touch INTEGER NOT NULL CHECK (light_touch IN (0, 1)), original_pence INTEGER,
        maximum_months INTEGER CHECK (maximum_months >= 1)) STRICT""",
    f"""CREATE TABLE attention_mark ({_ROW}, line_key TEXT NOT NULL, contract_id TEXT REFERENCES contract (id),
        act_by TEXT CHECK (act_by {_DAY}), kind TEXT NOT NULL CHECK (kind IN ('acknowledged', 'snoozed', 'done')),
        until TEXT CHECK (until {_DAY}), note TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE attention_lead ({_ROW}, contract_id TEXT REFERENCES contract (id), matter TEXT NOT NULL,
        days TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE runway_step ({_ROW}, runway TEXT NOT NULL, position INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''), length INTEGER NOT NULL CHECK (length >= 0), counting TEXT NOT NULL,
        source TEXT NOT NULL, decides INTEGER NOT NULL CHECK (decides IN (0, 1)), waits TEXT NOT NULL) STRICT""",
    f"CREATE TABLE setting ({_ROW}, name TEXT NOT NULL CHECK (name <> ''), value TEXT NOT NULL) STRICT",
    "CREATE INDEX service_clause_by_contract ON service_clause (contract_id)",
    "CREATE INDEX award_by_contract ON award (contract_id)",
    "CREATE INDEX attention_mark_by_line ON attention_mark (line_key)",
)


_DECISION_COLUMNS = """id, version, number, kind, subject, decided_on, maker_name, maker_post, signed_on,
    for_publication, is_key, callable_in, relates_to_number, link, related_decision, decision, reasons,
    financial, legal, equality, comments, alternatives, conflicts"""
_TEXTS = ("purpose", "strategy", "consultation", "data_protection", "reports", "dispensation", "implementation",
          "urgency_reason", "exempt_paragraphs", "public_interest", "withheld", "lead_officer", "contact", "department",
          "divisions", "scheme", "corrects_number", "consultees", "ground", "late_signing")  # fmt: skip
_DAYS = ("notice_published_on", "due_on", "originally_due_on", "published_on", "effective_on", "implement_from",
         "relates_to_on")  # fmt: skip

_STEP_3 = (
    f"""CREATE TABLE decision_now ({_ROW}, number TEXT NOT NULL, kind TEXT NOT NULL,
        subject TEXT NOT NULL CHECK (subject <> ''), decided_on TEXT CHECK (decided_on {_DAY}),
        maker_name TEXT NOT NULL, maker_post TEXT NOT NULL, signed_on TEXT CHECK (signed_on {_DAY}),
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
        {", ".join(f"{name} TEXT CHECK ({name} {_DAY})" for name in _DAYS)}) STRICT""",
    f"INSERT INTO decision_now ({_DECISION_COLUMNS}) SELECT {_DECISION_COLUMNS} FROM decision",  # noqa: S608
    "DROP TABLE decision",
    "ALTER TABLE decision_now RENAME TO decision",
    "ALTER TABLE decision_effect ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))",
    f"""CREATE TABLE delegation ({_ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        position INTEGER NOT NULL CHECK (position >= 0), limb TEXT NOT NULL, power TEXT NOT NULL,
        delegate TEXT NOT NULL, words TEXT NOT NULL, contracts TEXT NOT NULL,
        option_number INTEGER CHECK (option_number >= 1), starts_on TEXT CHECK (starts_on {_DAY}),
        ends_on TEXT CHECK (ends_on {_DAY}), most_pence INTEGER, consult TEXT NOT NULL,
        until TEXT CHECK (until {_DAY}), is_once INTEGER NOT NULL CHECK (is_once IN (0, 1)),
        CHECK ((starts_on IS NULL) = (ends_on IS NULL)), CHECK (starts_on <= ends_on)) STRICT""",
    f"""CREATE TABLE alternative ({_ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        position INTEGER NOT NULL CHECK (position >= 0), option TEXT NOT NULL, why_rejected TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE passed_check ({_ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        check_id TEXT NOT NULL CHECK (check_id <> ''), reason TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE signed_file ({_ROW}, decision_id TEXT NOT NULL REFERENCES decision (id),
        file_sha256 TEXT NOT NULL REFERENCES journal_file (sha256), signer TEXT NOT NULL, post TEXT NOT NULL,
        signed_at TEXT NOT NULL, level TEXT NOT NULL, fingerprint TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE noted_number ({_ROW}, number TEXT NOT NULL CHECK (number <> ''),
        reason TEXT NOT NULL) STRICT""",
    *(
        f"CREATE INDEX {table}_by_decision ON {table} (decision_id)"
        for table in ("delegation", "alternative", "passed_check", "signed_file")
    ),
)


def steps() -> "Migrations":
    """Every step, ready to apply. Each runs in one transaction with the record of it."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("contract-desk")

    @migrations()
    def step_1_the_register(db: "Database") -> None:
        for statement in _STEP_1:
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")

    @migrations()
    def step_2_the_diary(db: "Database") -> None:
        for statement in _STEP_2:
            db.execute(statement)
        db.execute("PRAGMA user_version = 2")

    @migrations()
    def step_3_decisions_that_stand(db: "Database") -> None:
        for statement in _STEP_3:
            db.execute(statement)
        db.execute("PRAGMA user_version = 3")

    return migrations
