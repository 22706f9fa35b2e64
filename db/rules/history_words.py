"""What the things of a register and what is recorded of them are called, wherever their history is told."""

from collections.abc import Iterable, Mapping

THINGS = {
    "provider": "Provider", "provider_alias": "Other name of a provider", "funding_partner": "Funding partner",
    "contract": "Contract", "contract_holder": "Provider", "part": "Part", "extension_option": "Option",
    "notice_term": "Notice term", "decision": "Decision", "decision_effect": "Decision’s effect", "saving": "Saving",
    "extension": "Extension", "variation": "Variation", "notice": "Notice", "funding": "Funding",
    "annual_value": "Annual value", "measure": "Measure", "return_schedule": "Returns expected",
    "monitoring_return": "Return", "reading": "Figure of a return", "service_clause": "How notice is served",
    "award": "Award", "attention_mark": "Mark on a matter", "attention_lead": "Lead time",
    "runway_step": "Step before a decision", "setting": "Setting", "delegation": "Delegated power",
    "alternative": "Alternative considered", "passed_check": "Check passed over", "signed_file": "Signed record",
    "noted_number": "Decision number noted", "measure_target": "Target",
    "layout_profile": "Layout of a provider’s returns", "return_event": "Event of a return",
    "return_query": "Query about a return", "rating_override": "Rating by an officer",
    "escalation": "Step of the ladder", "bring_in": "Register brought in",
    "brought_row": "Row of a register brought in",
}  # fmt: skip
"""The tables of a register, as an officer says one row of them."""

EVENTS = {"reminded": "Reminder of a return", "accepted": "Acceptance of a return"}
"""What happened to a return, by the kind of its row."""

UNSAID = frozenset({"id", "version", "position", "file_sha256", "fingerprint", "line_key", "check_id", "contracts"})
"""What keeps a register together and says nothing to anyone; so does every name that ends with _id."""

_EVERYWHERE = {
    "name": "name", "number": "number", "kind": "kind", "notes": "notes", "note": "note", "contact": "contact",
    "source": "where it is said", "reason": "reason", "decided_on": "decided", "starts_on": "starts",
    "ends_on": "ends", "effective_on": "takes effect", "measure": "measure", "value": "value", "length": "length",
    "unit": "unit", "pence": "amount", "provider": "provider", "sheet": "sheet", "cell": "cell",
    "withdrawn": "withdrawn", "counting": "counted in", "months": "months", "until": "until", "rung": "step",
    "received_on": "received", "days": "days", "method": "how it is served", "ground": "ground", "file_name": "file",
}  # fmt: skip
_FIRST = ("reference", "name", "number")
_OWN: Mapping[str, Mapping[str, str]] = {
    "provider": {"company_number": "company number", "charity_number": "charity number"},
    "contract": {
        "reference": "reference", "title": "title", "service": "service", "category": "category",
        "manager": "contract manager", "initial_ends_on": "first term ends", "ended_on": "ended",
        "withdrawn_on": "taken out of the register", "withdrawn_because": "taken out because",
    },
    "extension_option": {
        "exercise_length": "notice of its use, length", "exercise_unit": "notice of its use, counted in",
        "exercise_source": "notice of its use, where it is said",
    },
    "notice_term": {"side": "who gives it"},
    "decision": {
        "subject": "subject", "maker_name": "taken by", "maker_post": "post", "signed_on": "signed",
        "for_publication": "for publication", "is_key": "key decision", "callable_in": "subject to call-in",
        "relates_to_number": "under decision", "link": "link", "related_decision": "related decision",
        "decision": "what is decided", "reasons": "reasons", "financial": "financial implications",
        "legal": "legal implications", "equality": "equality implications", "comments": "comments",
        "alternatives": "alternatives", "conflicts": "conflicts of interest", "status": "status",
        "is_executive": "executive decision", "route": "notice of a key decision", "hides_money": "amounts withheld",
        "none_considered": "no alternatives considered", "value_pence": "value", "purpose": "purpose",
        "strategy": "strategy", "consultation": "consultation", "data_protection": "data protection",
        "reports": "reports", "dispensation": "dispensation", "implementation": "implementation",
        "urgency_reason": "why it is urgent", "exempt_paragraphs": "exempt under paragraphs",
        "public_interest": "public interest", "withheld": "what is withheld", "lead_officer": "lead officer",
        "department": "department", "divisions": "divisions", "scheme": "scheme of delegation",
        "corrects_number": "corrects decision", "consultees": "consulted", "late_signing": "why it is signed late",
        "notice_published_on": "notice published", "due_on": "due", "originally_due_on": "first due",
        "published_on": "published", "implement_from": "may be carried out from", "relates_to_on": "of the decision of",
    },
    "decision_effect": {"detail": "detail"},
    "saving": {"heading": "heading", "label": "what is saved"},
    "variation": {"summary": "summary", "scope": "scope", "measures": "measures"},
    "notice": {"given_by": "given by", "served_on": "served", "sent_at": "sent", "working": "working"},
    "funding": {"year": "year"},
    "measure": {
        "direction": "better when", "numerator": "worked out from", "denominator": "divided by", "rule": "rating rule",
    },
    "return_schedule": {"first_day": "first day", "days_allowed": "days allowed", "counted_in": "counted in"},
    "monitoring_return": {"starts_on": "quarter from", "number": "version"},
    "reading": {"state": "state", "kind": "kind of figure", "part": "part", "how": "how it was read"},
    "service_clause": {"cut_off": "latest time of the day", "days": "days after sending"},
    "award": {
        "procured_on": "procured", "health_care": "health care services", "light_touch": "light touch",
        "original_pence": "value when awarded", "maximum_months": "longest term in months",
    },
    "attention_mark": {"kind": "what was done", "act_by": "its day"},
    "attention_lead": {"matter": "matter", "days": "days before"},
    "runway_step": {"runway": "kind of decision", "decides": "is the decision", "waits": "waits for"},
    "delegation": {
        "limb": "paragraph", "power": "power", "delegate": "to whom", "words": "words", "option_number": "option",
        "most_pence": "at most", "consult": "to consult", "is_once": "once only",
    },
    "alternative": {"option": "alternative", "why_rejected": "why it was rejected"},
    "signed_file": {"signer": "signed by", "post": "post", "signed_at": "signed", "level": "level of signature"},
    "measure_target": {"starts_on": "from", "value": "target", "floor": "tolerated down to"},
    "layout_profile": {"content": "how it is read"},
    "return_event": {"starts_on": "quarter from", "happened_on": "on", "kind": ""},
    "return_query": {
        "says": "what the cell says", "asked": "what is asked", "raised_on": "asked on", "answered_on": "answered on",
        "answer": "answer",
    },
    "rating_override": {
        "starts_on": "quarter from", "outcome": "rating", "made_on": "rated on", "made_by": "rated by",
    },
    "escalation": {"taken_on": "taken", "answer_by": "answer by", "settled_on": "settled"},
    "bring_in": {"brought_on": "brought in", "profile": "how it was read"},
    "brought_row": {"row_number": "row", "content": "what it says", "settled": "settled"},
}  # fmt: skip


def thing_of(table: str, row: Mapping[str, object]) -> str:
    """What a row of a table is called; what happened to a return is called by its kind."""
    event = EVENTS.get(str(row.get("kind"))) if table == "return_event" else None
    return event or THINGS[table]


def name_of(table: str, column: str) -> str:
    """What a fact about a row is called, and nothing for what says nothing to anyone."""
    if column in UNSAID or column.endswith("_id"):
        return ""
    own = _OWN.get(table, {})
    return own[column] if column in own else _EVERYWHERE[column]


def in_order(table: str, columns: Iterable[str]) -> list[str]:
    """The facts of a row that are told, in the order an officer would tell them."""
    order = [*_FIRST, *_OWN.get(table, {}), *_EVERYWHERE]
    return sorted(filter(lambda column: name_of(table, column), columns), key=order.index)
