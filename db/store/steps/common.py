"""What every table of the register has."""

ROW = "id TEXT PRIMARY KEY, version INTEGER NOT NULL CHECK (version >= 1)"
DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
