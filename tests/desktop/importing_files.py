"""A provider's own workbooks, quarter by quarter, and a desk with the contract they are about."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from db.changes import Author
from db.operations.returns import expect_returns, set_measures
from db.register import Register
from db.rules.dates import quarter_period
from db.rules.decision import ContractId
from db.rules.monitoring import MeasureUnit, ReturnPeriod

MEASURES = (
    ("People supported", MeasureUnit.COUNT),
    ("New referrals", MeasureUnit.COUNT),
    ("Seen within five days", MeasureUnit.PERCENT),
    ("Spend in the quarter", MeasureUnit.POUNDS),
)
Q2 = ReturnPeriod(quarter_period(date(2023, 7, 1)))
Q3 = ReturnPeriod(quarter_period(date(2023, 10, 1)))


Held = str | float | None
"""What a cell of a test holds."""


def asks(register: Register, by: Author, reference: str = "CN-A") -> ContractId:
    """Have a contract ask its measures each quarter."""
    contract = register.contracts.get(reference)
    set_measures(register, by, contract.id, MEASURES)
    expect_returns(register, by, contract.id, date(2023, 4, 1), 15)
    return contract.id


def workbook(path: Path, number: int = 3, *, people: Held = 412, referrals: Held = 96, seen: Held = 0.82) -> Path:
    """A return as its provider lays it out: a title, notes, a case list with names, a hidden row, a share as 0.82."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = f"Q{number} 2023-24"
    sheet["A1"] = "Community Navigation: quarterly monitoring"
    sheet.merge_cells("A1:E1")
    sheet["A2"] = "Provider: Involve"
    for column, words in enumerate(("Indicator", "Target", "Actual", "Comments"), 1):
        sheet.cell(4, column, words)
    rows: tuple[tuple[Held, ...], ...] = (
        ("People supported", 400, people, "Steady"),
        ("New referrals", 90, referrals, None),
        ("Seen within five days", 0.8, seen, "Two staff left"),
        ("Spend in the quarter", 20_000, 18_250.5, None),
    )
    for row, values in enumerate(rows, 5):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
    sheet["A9"] = "Total"
    sheet["C9"] = 508
    sheet["A11"] = "Note: figures are as at the last day of the quarter."
    cases = made.create_sheet("Cases")
    cases.append(["Client name", "Date of birth", "Area"])
    for each in range(4):
        cases.append([f"Mx Example {'ABCD'[each]}", date(1950 + each, 5, 1), "North"])
    made.save(path)
    return path


def separated(path: Path, number: int = 3) -> Path:
    """The same figures as text, with semicolons and a pound sign of another time."""
    lines = ("Measure;Period;Value", f"People supported;Q{number} 2023-24;412", f"New referrals;Q{number} 2023-24;96",
             f"Spend in the quarter;Q{number} 2023-24;£18,250.50")  # fmt: skip
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def two_quarters(path: Path, second: int = 412, third: int = 430) -> Path:
    """One list that tells of Quarter 2 and Quarter 3."""
    lines = ["Measure;Period;Value"]
    for number, people in ((2, second), (3, third)):
        lines += [f"People supported;Q{number} 2023-24;{people}", f"New referrals;Q{number} 2023-24;{90 + number}"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
