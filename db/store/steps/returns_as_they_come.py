"""Returns as providers send them: layouts, targets, ratings, reminders, queries."""

from db.store.steps.common import DAY, ROW

STATEMENTS = (
    "ALTER TABLE measure ADD COLUMN direction TEXT NOT NULL DEFAULT 'neither'",
    "ALTER TABLE measure ADD COLUMN numerator TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE measure ADD COLUMN denominator TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE measure ADD COLUMN rule TEXT NOT NULL DEFAULT 'data only'",
    "ALTER TABLE return_schedule ADD COLUMN counted_in TEXT NOT NULL DEFAULT 'days'",
    "ALTER TABLE reading ADD COLUMN state TEXT NOT NULL DEFAULT 'returned'",
    "ALTER TABLE reading ADD COLUMN kind TEXT NOT NULL DEFAULT 'value'",
    "ALTER TABLE reading ADD COLUMN part TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reading ADD COLUMN how TEXT NOT NULL DEFAULT ''",
    f"""CREATE TABLE measure_target ({ROW}, measure_id TEXT NOT NULL REFERENCES measure (id),
        position INTEGER NOT NULL CHECK (position >= 0), starts_on TEXT NOT NULL CHECK (starts_on {DAY}),
        value TEXT NOT NULL CHECK (value <> ''), floor TEXT) STRICT""",
    f"""CREATE TABLE layout_profile ({ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        provider TEXT NOT NULL, content TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE return_event ({ROW}, contract_id TEXT NOT NULL REFERENCES contract (id),
        starts_on TEXT NOT NULL CHECK (starts_on {DAY}), kind TEXT NOT NULL CHECK (kind IN ('reminded', 'accepted')),
        happened_on TEXT NOT NULL CHECK (happened_on {DAY}), note TEXT NOT NULL,
        withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))) STRICT""",
    f"""CREATE TABLE return_query ({ROW}, return_id TEXT NOT NULL REFERENCES monitoring_return (id),
        position INTEGER NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, says TEXT NOT NULL, asked TEXT NOT NULL,
        raised_on TEXT NOT NULL CHECK (raised_on {DAY}), answered_on TEXT CHECK (answered_on {DAY}),
        answer TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE rating_override ({ROW}, measure_id TEXT NOT NULL REFERENCES measure (id),
        starts_on TEXT NOT NULL CHECK (starts_on {DAY}), outcome TEXT NOT NULL, reason TEXT NOT NULL,
        made_on TEXT NOT NULL CHECK (made_on {DAY}), until TEXT NOT NULL CHECK (until {DAY}),
        made_by TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE escalation ({ROW}, contract_id TEXT NOT NULL REFERENCES contract (id), rung TEXT NOT NULL,
        taken_on TEXT NOT NULL CHECK (taken_on {DAY}), reason TEXT NOT NULL,
        answer_by TEXT CHECK (answer_by {DAY}), settled_on TEXT CHECK (settled_on {DAY})) STRICT""",
    *(
        f"CREATE INDEX {table}_by_{column} ON {table} ({column}_id)"
        for table, column in (
            ("measure_target", "measure"), ("layout_profile", "contract"), ("return_event", "contract"),
            ("return_query", "return"), ("rating_override", "measure"), ("escalation", "contract"),
        )
    ),
)  # fmt: skip
