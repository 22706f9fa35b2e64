"""A contract as a line of the published register of contracts, and what of the line cannot be filled.

Source: Local Government Transparency Code 2015 (contracts over £5,000, every quarter); the columns of the Local
Government Association's schema for it, with the writing of values of its Guidance v1.3.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.decision import Decision
from db.rules.listing_columns import COLUMNS, NEEDED
from db.rules.money import Pence
from db.rules.notice import last_day_to_serve
from db.rules.provider import Provider, ProviderId
from db.rules.publisher import USUAL_PUBLISHER, Publisher, ocid_of
from db.rules.standing import Standing, standing
from db.rules.value import values_of

_NO_REVIEW = (
    "No last day to serve notice follows from it: its end or the council's notice is not recorded, or notice was given."
)
SEVERAL = "; "
"""What stands between several providers in one cell."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in a line, apart from a whole number."""

    pence: Pence


Entry = str | date | bool | Amount
"""What a column of a line holds."""


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A column of a contract's line that is blank, why, and whether the schema requires it."""

    reference: str
    column: str
    why: str
    is_needed: bool


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A contract's published line: what each column says, and what cannot be filled."""

    contract_id: str
    reference: str
    entries: Mapping[str, Entry]
    unfilled: tuple[Unfilled, ...]
    effective_on: date | None = None
    """The day from which the line holds, for the Guidance's third column: the newest decision's, else the start."""

    @property
    def lacks(self) -> tuple[Unfilled, ...]:
        """What must be filled before the line may be published, and is not."""
        return tuple(each for each in self.unfilled if each.is_needed)


@dataclass(slots=True)
class _Line:
    reference: str
    entries: dict[str, Entry] = field(default_factory=dict)
    unfilled: list[Unfilled] = field(default_factory=list)

    def put(self, column: str, value: Entry | None, why: str) -> None:
        """Fill a column, or say why it is not."""
        if value is None or value == "":
            self.unfilled.append(Unfilled(self.reference, column, why, column in NEEDED))
        else:
            self.entries[column] = value


def register_line(
    contract: Contract,
    decisions: Iterable[Decision],
    providers: Mapping[ProviderId, Provider],
    day: date,
    publisher: Publisher = USUAL_PUBLISHER,
    facts: AwardFacts | None = None,
) -> RegisterLine:
    """A contract's line as it stands on a day; `decisions` are those that act on it, `providers` by their ids.

    Nothing is guessed: what the register does not hold is blank, with the reason.
    """
    at = standing(contract, day)
    taken = sorted((each for each in decisions if each.taken_by(day)), key=lambda each: each.decided_on or date.min)
    line = _Line(contract.reference)
    _council(line, contract, publisher, taken)
    _what(line, contract)
    _days(line, at)
    _money(line, contract, facts, day, publisher)
    _suppliers(line, [providers[each.provider_id] for each in contract.holders if each.provider_id in providers])
    _rest(line, publisher)
    order = {column: place for place, column in enumerate(COLUMNS)}
    unfilled = tuple(sorted(line.unfilled, key=lambda each: order[each.column]))
    effective_on = taken[-1].decided_on if taken else contract.starts_on
    return RegisterLine(contract.id, contract.reference, line.entries, unfilled, effective_on)


def _council(line: _Line, contract: Contract, publisher: Publisher, taken: list[Decision]) -> None:
    departments = [each.responsible.department for each in taken if each.responsible.department]
    line.put("OrganisationLabel", publisher.name, "The council's name is not stated.")
    line.put("OrganisationURI", publisher.uri, "The council's address as an organisation is not stated.")
    line.put("ContractReference", contract.reference, "")
    line.put("OpenContractingID", ocid_of(publisher, contract.id), "The council's prefix is not stated.")
    line.put("OrganisationalUnit", departments[-1] if departments else publisher.department,
             "No decision on it names a department, and none is stated for all.")  # fmt: skip


def _what(line: _Line, contract: Contract) -> None:
    parts = ", ".join(part.name for part in contract.parts)
    described = f"{contract.service} ({parts})" if contract.service and parts else contract.service
    line.put("ContractTitle", contract.title, "")
    line.put("ContractType", _type(contract), "No provider is recorded.")
    line.put("Description", described, "Its service is not recorded.")
    line.put("ProcurementCategory", contract.category, "Its category is not recorded.")


def _type(contract: Contract) -> str:
    said = contract.category.casefold()
    for word, kind in (("framework", "Framework agreement"), ("dynamic", "Dynamic purchasing system"),
                       ("grant", "Grant agreement")):  # fmt: skip
        if word in said:
            return kind
    if not contract.holders:
        return ""
    return "Single award contract" if len(contract.holders) == 1 else "Multiple award contract"


def _days(line: _Line, at: Standing) -> None:
    serve_by = last_day_to_serve(at)
    line.put("StartDate", at.contract.starts_on, "Its first day is not recorded.")
    line.put("EndDate", at.ends_on, "Its last day is not recorded.")
    line.put("ReviewDate", serve_by.day if serve_by else None, _NO_REVIEW)
    line.put("LastExtensionDate", at.maximum_end, "Its last day is not recorded.")


def _money(line: _Line, contract: Contract, facts: AwardFacts | None, day: date, publisher: Publisher) -> None:
    worth = values_of(contract, facts, day).current
    why = f"Its value to its last day is {worth.how}."
    line.put("ContractValue", Amount(worth.pence) if worth.pence is not None else None, why)
    vat = publisher.irrecoverable_vat
    line.put("IrrecoverableVAT", Amount(vat) if vat is not None else None,
             "The register does not hold it, and none is stated for all.")  # fmt: skip
    line.put("FixedCost", None, "The register does not hold it.")


def _suppliers(line: _Line, holders: list[Provider]) -> None:
    charities = [each for each in holders if each.charity_number]
    line.put("SupplierName", SEVERAL.join(each.name for each in holders), "No provider is recorded.")
    companies = SEVERAL.join(each.company_number for each in holders if each.company_number)
    line.put("CompaniesHouseRegistrationNumber", companies, "No company number is recorded.")
    line.put("CharityCommissionNumber", SEVERAL.join(each.charity_number for each in charities),
             "No charity number is recorded.")  # fmt: skip
    line.put("SMESupplier", None, "The register does not hold how many people a provider employs.")
    line.put("VCSESupplier", True if charities else None, "Without a charity number it is not known.")
    line.put("VCSESupplierType", "Voluntary sector" if charities else None, "Without a charity number it is not known.")


def _rest(line: _Line, publisher: Publisher) -> None:
    line.put("ContactName", publisher.contact_name, "No contact point is stated; officers' names are not published.")
    line.put("ContactEmail", publisher.contact_email, "No contact point is stated.")
    line.put("ContactURL", publisher.contact_url, "No contact point is stated.")
    line.put("AreaServedLabel", publisher.area, "No area is stated.")
    line.put("AreaServedURI", publisher.area_uri, "No area is stated.")
    seen = {*line.entries, *(each.column for each in line.unfilled)}
    for column in COLUMNS:
        if column not in seen:
            line.put(column, None, "The register does not hold it.")
