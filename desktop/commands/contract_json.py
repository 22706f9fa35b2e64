"""A contract on a day as the keys that `show --json` promises (resources/help/commands.md)."""

from typing import Any

from db.rules.contract import ExtensionOption, NoticeDecided, Side
from db.rules.notice import arguable_day_to_serve, earliest_end, last_day_to_serve, last_day_to_use_option
from db.rules.standing import Standing, option_period, standing
from desktop.commands.known import Known
from desktop.commands.money_json import money_values
from desktop.commands.things_json import decision_values, iso, return_values

Values = dict[str, Any]


def contract_values(of: Known) -> Values:
    """Everything the register knows of a contract on a day."""
    at = standing(of.contract, of.on)
    return {
        **_details(of),
        **_term(at),
        "options": [_option(of, at, each) for each in of.contract.options],
        "extensions": _extensions(of),
        "variations": _variations(of),
        **_notice(of, at),
        **_deadlines(at),
        **money_values(of),
        "decisions": [decision_values(each, of.contract.id) for each in of.decisions],
        "returns": [return_values(each) for each in of.returns],
    }


def _details(of: Known) -> Values:
    contract = of.contract
    named = ("reference", "title", "service", "category", "manager", "contact", "notes")
    return {
        **{name: getattr(contract, name) for name in named},
        "seen_on": of.on.isoformat(),
        "providers": [{"name": each.name, "aliases": list(each.aliases)} for each in contract.holders],
        "parts": [each.name for each in contract.parts],
    }


def _term(at: Standing) -> Values:
    return {
        "status": at.status.value,
        "starts_on": iso(at.contract.starts_on),
        "initial_ends_on": iso(at.contract.initial_ends_on),
        "ends_on": iso(at.ends_on),
        "maximum_end": iso(at.maximum_end),
        "end_recorded_on": iso(at.contract.ended_on),
    }


def _option(of: Known, at: Standing, option: ExtensionOption) -> Values:
    used = next((each for each in of.contract.extensions if each.option_id == option.id), None)
    period = used.period if used else option_period(at.ends_on, option) if _is_next(at, option) and at.ends_on else None
    return {
        "number": option.number,
        "months": option.months,
        "status": option_status(at, option),
        "starts_on": iso(period.starts_on if period else None),
        "ends_on": iso(period.ends_on if period else None),
        "decision": of.name_of(used.decision_id) if used else None,
    }


def option_status(at: Standing, option: ExtensionOption) -> str:
    """How an option stands: used, next, lapsed, or unused and not yet its turn."""
    if any(each.option_id == option.id for each in at.extensions):
        return "used"
    if _is_next(at, option):
        return "next"
    return "lapsed" if option in at.lapsed_options else "unused"


def _is_next(at: Standing, option: ExtensionOption) -> bool:
    return at.next_option is not None and at.next_option.id == option.id


def _extensions(of: Known) -> list[Values]:
    return [
        {
            "option": each.option_number,
            "starts_on": iso(each.period.starts_on),
            "ends_on": iso(each.period.ends_on),
            "decided_on": iso(each.decided_on),
            "decision": of.name_of(each.decision_id),
        }
        for each in of.contract.extensions
    ]


def _variations(of: Known) -> list[Values]:
    return [
        {
            "number": each.number,
            "summary": each.summary,
            "decided_on": iso(each.decided_on),
            "effective_on": iso(each.effective_on),
            "ends_on": iso(each.ends_on),
            "ground": each.ground,
            "decision": of.name_of(each.decision_id),
            "reason": each.reason,
            "scope": each.scope,
            "measures": each.measures,
        }
        for each in of.contract.variations
    ]


def _notice(of: Known, at: Standing) -> Values:
    return {
        "notice_terms": [
            {"side": each.side.value, "length": each.length, "unit": each.unit.value, "source": each.source}
            for each in of.contract.notice_terms
        ],
        "notices": [
            {
                "side": each.given_by.value,
                "served_on": iso(each.served_on),
                "ends_on": iso(each.ends_on),
                "method": each.method,
                "decision": of.name_of(each.decision_id),
                "sent_at": each.sent_at or None,
                "working": list(each.working),
            }
            for each in of.contract.notices
        ],
        "notices_decided": [_notice_decided(of, at, each) for each in of.contract.notices_decided],
    }


def _notice_decided(of: Known, at: Standing, decided: NoticeDecided) -> Values:
    term = of.contract.notice_term(Side.COUNCIL)
    worked = earliest_end(decided.decided_on, term) if term else None
    return {
        "decision": of.name_of(decided.decision_id),
        "decided_on": iso(decided.decided_on),
        "is_served": at.notice is not None,
        "ends_on_if_served_that_day": iso(worked.day if worked else None),
        "working": list(worked.working) if worked else [],
    }


def _deadlines(at: Standing) -> Values:
    serve, decide = last_day_to_serve(at), last_day_to_use_option(at)
    return {
        "serve_by": iso(serve.day if serve else None),
        "serve_by_latest_arguable_on": iso(arguable_day_to_serve(at)),
        "serve_by_working": list(serve.working) if serve else [],
        "decide_by": iso(decide.day if decide else None),
        "decide_by_working": list(decide.working) if decide else [],
    }
