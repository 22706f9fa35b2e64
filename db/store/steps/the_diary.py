"""The diary: lead times, governance steps, marks on attention, what notice and awards say."""

from db.store.steps.common import DAY, ROW

STATEMENTS = (
    "ALTER TABLE extension_option ADD COLUMN exercise_length INTEGER CHECK (exercise_length >= 1)",
    """ALTER TABLE extension_option ADD COLUMN exercise_unit TEXT NOT NULL DEFAULT 'months'
        CHECK (exercise_unit IN ('months', 'weeks', 'days'))""",
    "ALTER TABLE extension_option ADD COLUMN exercise_source TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE notice ADD COLUMN sent_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE notice ADD COLUMN working TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE variation ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE variation ADD COLUMN scope TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE variation ADD COLUMN measures TEXT NOT NULL DEFAULT ''",
    f"""CREATE TABLE service_clause ({ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        method TEXT NOT NULL CHECK (method <> ''), days INTEGER NOT NULL CHECK (days >= 0), counting TEXT NOT NULL,
        cut_off TEXT, source TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE award ({ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        procured_on TEXT CHECK (procured_on {DAY}), health_care INTEGER NOT NULL CHECK (health_care IN (0, 1)),
        light_touch INTEGER NOT NULL CHECK (light_touch IN (0, 1)), original_pence INTEGER,
        maximum_months INTEGER CHECK (maximum_months >= 1)) STRICT""",
    f"""CREATE TABLE attention_mark ({ROW}, line_key TEXT NOT NULL, contract_id TEXT REFERENCES contract (id),
        act_by TEXT CHECK (act_by {DAY}), kind TEXT NOT NULL CHECK (kind IN ('acknowledged', 'snoozed', 'done')),
        until TEXT CHECK (until {DAY}), note TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE attention_lead ({ROW}, contract_id TEXT REFERENCES contract (id), matter TEXT NOT NULL,
        days TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE runway_step ({ROW}, runway TEXT NOT NULL, position INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''), length INTEGER NOT NULL CHECK (length >= 0), counting TEXT NOT NULL,
        source TEXT NOT NULL, decides INTEGER NOT NULL CHECK (decides IN (0, 1)), waits TEXT NOT NULL) STRICT""",
    f"CREATE TABLE setting ({ROW}, name TEXT NOT NULL CHECK (name <> ''), value TEXT NOT NULL) STRICT",
    "CREATE INDEX service_clause_by_contract ON service_clause (contract_id)",
    "CREATE INDEX award_by_contract ON award (contract_id)",
    "CREATE INDEX attention_mark_by_line ON attention_mark (line_key)",
)
