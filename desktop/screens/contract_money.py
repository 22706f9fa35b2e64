"""A contract's money: who funds what in each financial year, and the rates a year in force."""

from datetime import date
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.contract import Contract
from db.rules.dates import show_day, show_year
from db.rules.funding import AnnualValue, FundingLine, in_force
from db.rules.money import Pence
from desktop.drawing.funding_bars import FundedYear, FundingBars, PartnerAmount
from desktop.look.parts import GAP, label, prose
from desktop.screens.detail import money_grid


def funded_years(lines: tuple[FundingLine, ...]) -> list[FundedYear]:
    """The years with what each partner pays in them over all parts, newest first."""
    by_year = groupby(sorted(lines, key=lambda line: line.year, reverse=True), key=lambda line: line.year)
    return [FundedYear(show_year(year), _partners(tuple(of_year))) for year, of_year in by_year]


class MoneyPart(QWidget):
    """Money by year as bars, and annual values as a table; says so where nothing is recorded."""

    def __init__(self, contract: Contract, day: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        if contract.funding:
            bars = FundingBars()
            bars.show_years(funded_years(contract.funding))
            column.addWidget(bars)
        rates = in_force(contract.annual_values, day)
        if rates:
            column.addWidget(label("A year, at the rate in force", "fieldLabel"))
            column.addWidget(_rates(rates))
            column.addWidget(prose(_since(rates), "quiet"))
        if not contract.funding and not rates:
            column.addWidget(prose("No funding or annual value is recorded.", "quiet"))


def _partners(lines: tuple[FundingLine, ...]) -> tuple[PartnerAmount, ...]:
    sums: dict[str, int] = {}
    for line in lines:
        sums[line.partner] = sums.get(line.partner, 0) + line.pence
    return tuple(PartnerAmount(partner, Pence(amount)) for partner, amount in sums.items())


def _rates(rates: tuple[AnnualValue, ...]) -> QWidget:
    lines = [(f"{rate.part} · {rate.partner}", (rate.pence,)) for rate in rates]
    total = Pence(sum(rate.pence for rate in rates))
    return money_grid((), lines, (("Together", (total,)),) if len(rates) > 1 else ())


def _since(rates: tuple[AnnualValue, ...]) -> str:
    begun = {(rate.effective_on, rate.decision_number) for rate in rates if rate.effective_on}
    told = [f"since {show_day(day)}{f' by {number}' if number else ''}" for day, number in sorted(begun) if day]
    return f"In force {', '.join(told)}." if told else "From when it applies is not recorded."
