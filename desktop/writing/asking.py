"""The fields in which each part of a record is written."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import Decision, Effect, Publication
from db.rules.decision_facts import DecisionStatus, Route
from db.rules.effects import carried_out
from db.rules.record_template import RecordField
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.fields.choice_fields import ChoiceField, TickField, TicksField
from desktop.fields.date_field import DateField
from desktop.fields.money_field import MoneyField
from desktop.fields.rich_text_field import RichTextField
from desktop.fields.text_fields import LongTextField, TextField
from desktop.writing import turning
from desktop.writing.asked import Asked
from desktop.writing.asked_effects import asked_effects
from desktop.writing.wording import filled, values_of

YES_OR_NO = ((True, "Yes"), (False, "No"))
WHICH_LAW = ((True, "Executive (SI 2012/2089)"), (False, "Non-executive (SI 2014/2095)"))
PARAGRAPHS = tuple(
    (number, f"{number}: {words}")
    for number, words in (
        (1, "relates to an individual"),
        (2, "reveals who an individual is"),
        (3, "financial or business affairs"),
        (4, "labour relations"),
        (5, "legal privilege"),
        (6, "a notice or order to come"),
        (7, "crime"),
    )
)
"""The paragraphs of LGA 1972 Schedule 12A, Part 1, in few words."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows that fields choose from."""

    decision: Decision
    others: tuple[Decision, ...]
    contracts: tuple[Contract, ...] = ()
    done: Callable[[], Collection[Effect]] = tuple
    """The effects of the decision that were carried out by now."""

    def wording(self, text: str) -> str:
        """Usual wording, filled from the record as the register has it."""
        limbs = (limb for each in self.others for limb in each.delegations)
        limb = next((each for each in limbs if each.id == self.decision.delegation_id), None)
        return filled(text, values_of(self.decision, self.contracts, limb))

    def numbers(self) -> list[tuple[str, str]]:
        """The other decisions' numbers, and those this one names though the register lacks them."""
        listed = [(each.number, f"{each.number} · {each.subject}") for each in self.others if each.number]
        named = dict.fromkeys((self.decision.relates_to_number, self.decision.corrects_number))
        held = {number for number, _ in listed}
        return [*listed, *((number, number) for number in named if number and number not in held)]

    def limbs(self) -> list[tuple[str, str]]:
        """The powers other decisions delegate."""
        return [
            (limb.id, f"{each.number} {limb.limb} · {limb.power.value}, {limb.delegate}")
            for each in self.others
            for limb in each.delegations
        ]


def known_of(register: Register, decision: Decision) -> Known:
    """What a register knows beside a decision."""
    others = tuple(each for each in register.decisions.all() if each.id != decision.id)
    return Known(decision, others, _contracts(register), lambda: done_by(register, decision))


def done_by(register: Register, decision: Decision) -> tuple[Effect, ...]:
    """The effects of a decision that were carried out, as the register has them now."""
    return carried_out(register.decisions.by_id(decision.id), _contracts(register))


def _contracts(register: Register) -> tuple[Contract, ...]:
    return tuple(each for each in register.contracts.all() if isinstance(each, Contract))


def asked_for(part: RecordField, heading: str, known: Known) -> list[Asked]:
    """The fields of a part of a record, not yet filled; `heading` names a part that is one field."""
    if part in _PROSE:
        return [_prose(part, heading)]
    return _ASKED[part](known) if part in _ASKED else []


def _prose(part: RecordField, heading: str) -> Asked:
    words = _PROSE[part] or heading
    lines = 8 if part in (RecordField.DECISION, RecordField.REASONS) else 5
    return Asked(f"text.{part.value}", RichTextField(part.value, words, missing=words, lines=lines))


_PROSE = {
    RecordField.RELATED: "The decision as quoted",
    RecordField.PURPOSE: "Purpose",
    RecordField.DECISION: "Decision",
    RecordField.REASONS: "Reasons for decision",
    RecordField.STRATEGY: "Support for the council’s strategy",
    RecordField.FINANCIAL: "Financial implications",
    RecordField.LEGAL: "Legal implications",
    RecordField.EQUALITY: "Equality implications",
    RecordField.DATA_PROTECTION: "Data protection implications",
    RecordField.CONSULTATION: "How people were consulted",
    RecordField.COMMENTS: "Comments received",
    RecordField.ALTERNATIVES: "Alternatives, in words",
    RecordField.CONFLICTS: "Conflicts of interest declared, or None",
    RecordField.DISPENSATION: "Dispensation granted",
    RecordField.REPORTS: "Reports and background papers, or None",
    RecordField.IMPLEMENTATION: "How it is carried out",
}
"""The parts that are prose, and what their field is called; named as in DecisionText."""


def _line(path: str, words: str, characters: int = 30) -> Asked:
    return Asked(path, TextField(_name(path), words, missing=words, characters=characters))


def _day(path: str, words: str) -> Asked:
    return Asked(path, DateField(_name(path), words, helped="", missing=words))


def _long(path: str, words: str, lines: int = 3) -> Asked:
    return Asked(path, LongTextField(_name(path), words, missing=words, lines=lines))


def _answer(path: str, words: str, answers: Sequence[tuple[bool, str]] = YES_OR_NO) -> Asked:
    return Asked(path, ChoiceField(_name(path), words, answers, missing=words, characters=24))


def _name(path: str) -> str:
    """An object name of a path: plan.due_on is planDueOn."""
    first, *rest = path.replace(".", "_").split("_")
    return first + "".join(word.capitalize() for word in rest)


def _publication(_known: Known) -> list[Asked]:
    answers = [(each, each.value) for each in Publication if each is not Publication.UNANSWERED]
    field = ChoiceField("forPublication", "For publication", answers, missing="For publication", characters=16)
    return [Asked("for_publication", field, turning.answered, turning.answer)]


def _exemption(_known: Known) -> list[Asked]:
    paragraphs = TicksField("exemptionParagraphs", "Exempt under Schedule 12A, paragraph", PARAGRAPHS, missing="-")
    hides = TickField("exemptionHidesMoney", "The figures are withheld too")
    return [
        Asked("exemption.paragraphs", paragraphs),
        _long("exemption.public_interest", "Why the public interest is in withholding"),
        _long("exemption.withheld", "What is withheld, in open words", 2),
        Asked("exemption.hides_money", hides),
    ]


def _status(_known: Known) -> list[Asked]:
    choices = [(each, each.value) for each in DecisionStatus]
    field = ChoiceField("status", "Status", choices, missing="Status", characters=0)
    return [Asked("status", field, kept=turning.or_else(DecisionStatus.FOR_DETERMINATION))]


def _route(_known: Known) -> list[Asked]:
    choices = [(each, each.value) for each in Route if each is not Route.NOT_STATED]
    field = ChoiceField("planRoute", "Notice", choices, missing="Notice", characters=0)
    return [
        Asked("plan.route", field, kept=turning.or_else(Route.NOT_STATED)),
        _long("plan.urgency_reason", "Why it could not wait 28 days", 2),
        _day("plan.notice_published_on", "Notice published on"),
        _day("plan.due_on", "Due on"),
        _day("plan.originally_due_on", "First due on"),
    ]


def _authority(known: Known) -> list[Asked]:
    numbers = ChoiceField("relatesToNumber", "Rests on decision", known.numbers(), missing="-", characters=0)
    limbs = ChoiceField("delegationId", "Under the power", known.limbs(), missing="-", characters=0)
    return [
        Asked("relates_to_number", numbers, kept=turning.or_else("")),
        Asked("delegation_id", limbs),
        _day("relates_to_on", "Taken on, where not in the register"),
        _line("scheme", "Or the scheme of delegation’s entry", 0),
    ]


def _corrects(known: Known) -> list[Asked]:
    field = ChoiceField("correctsNumber", "Corrects or replaces", known.numbers(), missing="-", characters=0)
    return [Asked("corrects_number", field, kept=turning.or_else(""))]


def _savings(_known: Known) -> list[Asked]:
    cells = (Cells("Service", 20), Cells("Saving", 24, stretches=True), Cells("A year", 12))
    field = RowsField("savings", "Savings it states", cells, line="saving", missing="-", blank=0)
    return [Asked("savings", field, turning.savings_as_rows, turning.savings_from_rows)]


def _consultees(_known: Known) -> list[Asked]:
    field = LongTextField("consultees", "Consulted, one on each line", missing="-", lines=3)
    return [Asked("consultees", field, "\n".join, turning.lines)]


def _rejected(_known: Known) -> list[Asked]:
    cells = (Cells("Option considered", 30, stretches=True), Cells("Why it was rejected", 40, stretches=True))
    field = RowsField("alternatives", "Options considered and rejected", cells, line="option", missing="-", blank=0)
    return [
        Asked("alternatives", field, turning.alternatives_as_rows, turning.alternatives_from_rows),
        Asked("none_considered", TickField("noneConsidered", "No alternative was considered")),
    ]


_ASKED: dict[RecordField, Callable[[Known], list[Asked]]] = {
    RecordField.MAKER: lambda _: [_line("maker_name", "Name"), _line("maker_post", "Post", 0)],
    RecordField.NUMBER: lambda _: [_line("number", "Number", 20)],
    RecordField.SUBJECT: lambda _: [_line("subject", "Subject", 0)],
    RecordField.STATUS: _status,
    RecordField.KEY: lambda _: [_answer("is_key", "Key decision")],
    RecordField.CALL_IN: lambda _: [_answer("callable_in", "Subject to call-in")],
    RecordField.EXECUTIVE: lambda _: [_answer("is_executive", "Made under", WHICH_LAW)],
    RecordField.ROUTE: _route,
    RecordField.PUBLICATION: _publication,
    RecordField.EXEMPTION: _exemption,
    RecordField.LEAD_OFFICER: lambda _: [
        _line("responsible.lead_officer", "Lead officer"),
        _line("responsible.contact", "Contact"),
        _line("responsible.department", "Department"),
    ],
    RecordField.DIVISIONS: lambda _: [_line("responsible.divisions", "Divisions affected", 0)],
    RecordField.CORRECTS: _corrects,
    RecordField.DECIDED: lambda _: [_day("decided_on", "Date of decision"),
                                    _line("late_signing", "Why it is signed on another day", 0)],
    RecordField.PUBLISHED: lambda _: [
        _day("published.published_on", "Published on"),
        _day("published.effective_on", "Takes effect on, as printed"),
        _day("published.implement_from", "May be put into effect from"),
    ],
    RecordField.LINK: lambda _: [_line("link", "Web address", 0)],
    RecordField.AUTHORITY: _authority,
    RecordField.VALUE: lambda _: [
        Asked("value_pence", MoneyField("valuePence", "Value, where no table says it", missing="-"))
    ],
    RecordField.SAVINGS: _savings,
    RecordField.GROUND: lambda _: [_line("ground", "Ground, such as regulation 72(1)(a)", 0)],
    RecordField.CONSULTEES: _consultees,
    RecordField.REJECTED: _rejected,
    RecordField.EFFECTS: lambda known: [asked_effects(known.decision, known.contracts, known.done)],
}  # fmt: skip
