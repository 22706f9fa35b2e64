"""Plan funding: what each partner is expected to pay for each part, a financial year a row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from db.operations.money import YearAmount
from db.rules.contract import Contract
from db.rules.dates import parse_year, show_year
from db.rules.money import Pence
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.money_fields import Column, FundingField
from desktop.fields.field import Field

_AHEAD = 4
"""Years offered after the first."""
_INTRO = (
    "No decision has approved these amounts yet. An extension takes over those of its years and its decision then "
    "approves them; what a decision approved already stands grey and is changed by a variation."
)


class PlanFundingDialog(ActDialog[tuple[YearAmount, ...]]):
    """Years down, partners and parts across; a year that is not listed is named in the last row."""

    wide = 120

    def __init__(
        self, contract: Contract, partners: Sequence[str], first_year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"Plan funding of {contract.reference}", "&Plan the funding", parent, intro=_INTRO)
        known = (*(line.partner for line in contract.funding), *(rate.partner for rate in contract.annual_values))
        paying = tuple(dict.fromkeys(known)) or partners
        self._columns = [(part.name, partner) for part in contract.parts for partner in paying]
        headed = [Column(f"{part}\n{partner}", f"{part} · {partner}") for part, partner in self._columns]
        years = {first_year + ahead for ahead in range(_AHEAD + 1)} | {line.year for line in contract.funding}
        rows = [show_year(year) for year in sorted(years) if year >= first_year]
        self.funding = self.form.add(
            FundingField("plannedFunding", "&Funding", headed, rows, rows_are="Financial year",
                         helped="Amounts such as £692,531; an empty cell is not planned.")
        )  # fmt: skip
        self._approved = {(line.part, line.partner, line.year) for line in contract.funding if line.decision_number}
        self._planned = {(line.part, line.partner, line.year) for line in contract.funding} - self._approved
        self._show_known(contract, rows)

    def value(self) -> tuple[YearAmount, ...]:
        wanted: dict[tuple[str, str, int], Pence] = {key: Pence(0) for key in self._planned}
        for heading, year, pence in self.funding.read():
            part, partner = heading.split("\n")
            wanted[part, partner, parse_year(year)] = pence
        amounts = tuple(YearAmount(*key, pence) for key, pence in wanted.items() if key not in self._approved)
        if not amounts:
            raise Refusal("Enter at least one amount to plan.")
        return amounts

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("", self.funding),)

    def _show_known(self, contract: Contract, rows: Sequence[str]) -> None:
        sums: dict[tuple[str, str], int] = {}
        for line in contract.funding:
            key = f"{line.part}\n{line.partner}", show_year(line.year)
            sums[key] = sums.get(key, 0) + line.pence
        shown = {(key, year): Pence(pence) for (key, year), pence in sums.items() if year in rows}
        self.funding.write([(key, year, pence) for (key, year), pence in shown.items()])
        for part, partner, year in self._approved:
            key = f"{part}\n{partner}", show_year(year)
            if key in shown:
                self.funding.settle(*key, shown[key])
