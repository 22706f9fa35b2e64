"""The tables of a register as they are today: names for reading and for the journal."""

APPLICATION_ID = 0x43444B31
"""Marks a SQLite file as a Contract Desk register ("CDK1")."""

CONTENT_TABLES = (
    "provider",
    "provider_alias",
    "funding_partner",
    "contract",
    "contract_holder",
    "part",
    "extension_option",
    "notice_term",
    "decision",
    "decision_effect",
    "saving",
    "extension",
    "variation",
    "notice",
    "funding",
    "annual_value",
    "measure",
    "return_schedule",
    "monitoring_return",
    "reading",
    "service_clause",
    "award",
    "attention_mark",
    "attention_lead",
    "runway_step",
    "setting",
    "delegation",
    "alternative",
    "passed_check",
    "signed_file",
    "noted_number",
)
"""Every table whose rows officers enter; each has an id and a version, and each write to it is in the journal."""
