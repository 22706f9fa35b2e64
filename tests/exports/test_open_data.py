"""What a council publishes: the transparency register in the scheme's columns, and open contracting releases."""

import csv
import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db.operations.add_contract import NewContract, add_contract
from db.operations.edit_details import edit_details
from db.operations.money import AnnualRate
from db.operations.returns import expect_returns
from db.register import Register
from db.rules.contract import Contract, Variation, VariationId
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind, Effect, EffectKind, Publication
from db.rules.every_return import every_return
from db.rules.listing import Amount
from db.rules.listing_columns import COLUMNS, NEEDED, WORDS, Edition, header_of
from db.rules.listing_quarter import QuarterListing, quarter_listing
from db.rules.money import Pence
from db.rules.publisher import Publisher
from db.rules.refusal import Refusal
from db.rules.sheets.register import register_sheets
from db.rules.working_days import NONE_RECORDED
from db.sample import fill
from exports.csv_register import render as csv_of
from exports.open_data.lga_register import as_csv, as_workbook
from exports.open_data.ocds import Released, package, render
from exports.separated import separated
from tests.exports.schemas import FOLDER, needs_schemas
from tests.exports.test_cells import LEADING
from tests.own_workbook.books import BY

AT = datetime(2025, 10, 3, 9, 0, tzinfo=UTC)
DAY = date(2025, 10, 3)
COUNCIL = Publisher("Sample Council", "https://council.example", "GB-PPON-AAAA-1111-AAAA", "ocds-abc123",
                    "Adult social care", irrecoverable_vat=Pence(0))  # fmt: skip

VALUED = NewContract("VALUED", "Worth £125,123.50 a year", "Advocacy", starts_on=date(2025, 4, 1),
                     initial_ends_on=date(2026, 3, 31), parts=("All",),
                     annual_rates=(AnnualRate("All", "Sample Council", Pence(125_123_50)),))  # fmt: skip


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.in_memory() as made:
        fill(made, AT)
        add_contract(made, BY, VALUED)
        yield made


def listing_of(register: Register, day: date = DAY, publisher: Publisher = COUNCIL) -> QuarterListing:
    return quarter_listing(
        register.contracts.all(), register.decisions.all(), register.providers.all(), register.diaries.awards(), day,
        publisher,
    )  # fmt: skip


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


@needs_schemas
def test_the_header_is_the_schemas_in_its_order(register: Register) -> None:
    fields = json.loads((FOLDER / "lga-contracts.json").read_text("utf-8"))["fields"]
    assert header_of(Edition.USUAL) == tuple(each["name"] for each in fields)
    assert {each["name"] for each in fields if each["constraints"]["required"]} == NEEDED == WORDS.keys()
    header = as_csv(listing_of(register)).decode("utf-8-sig").split("\r\n", 1)[0]
    assert header.split(",") == [each["name"] for each in fields]


def test_there_are_thirty_eight_columns_and_the_guidance_has_one_more() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 38
    assert header_of(Edition.GUIDANCE)[2] == "EffectiveDate"
    assert tuple(each for each in header_of(Edition.GUIDANCE) if each != "EffectiveDate") == COLUMNS


def test_every_contract_is_a_line_or_left_out_with_a_reason(register: Register) -> None:
    listing = listing_of(register)
    listed = {line.reference for line in listing.lines} | {each.reference for each in listing.left_out}
    assert listed == {each.reference for each in register.contracts.all()}
    assert all(each.why for each in listing.left_out)
    assert listing.lines


def test_every_column_of_every_line_is_filled_or_told(register: Register) -> None:
    for line in listing_of(register).lines:
        assert {*line.entries, *(each.column for each in line.unfilled)} == set(COLUMNS)
        assert len(line.entries) + len(line.unfilled) == 38
        assert all(each.why for each in line.unfilled)
        assert {"SMESupplier", "ProcessType"} <= {each.column for each in line.lacks}


def test_days_and_amounts_are_written_as_the_guidance_says(register: Register) -> None:
    row = next(each for each in rows_of(as_csv(listing_of(register))) if each["ContractReference"] == "SAMPLE-CN-A")
    assert row["StartDate"] == "01/04/2019"
    assert row["IrrecoverableVAT"] == "0.00"
    assert all(len(row[each]) in {0, 10} for each in row if each.endswith("Date"))
    iso = rows_of(as_csv(listing_of(register), Edition.JSON))
    assert "2019-04-01T00:00:00" in {each["StartDate"] for each in iso}


def test_amounts_have_two_decimals_and_no_commas(register: Register) -> None:
    amounts = {each["ContractReference"]: each["ContractValue"] for each in rows_of(as_csv(listing_of(register)))}
    assert amounts["VALUED"] == "125123.50"
    assert amounts["SAMPLE-CN-A"] == ""


def test_a_contract_that_ended_before_the_quarter_or_begins_after_it_is_left_out(register: Register) -> None:
    early = listing_of(register, date(2018, 5, 1))
    assert early.lines == ()
    assert {each.why for each in early.left_out} >= {"It begins after the quarter."}


def test_a_contract_at_the_floor_is_left_out_and_a_penny_above_it_is_in(register: Register) -> None:
    line = next(each for each in listing_of(register).lines if "ContractValue" in each.entries)
    worth = line.entries["ContractValue"]
    assert isinstance(worth, Amount)

    def listed(floor: int) -> QuarterListing:
        return quarter_listing(
            register.contracts.all(), (), (), register.diaries.awards(), DAY, COUNCIL, floor=Pence(floor)
        )

    at_floor, just_below = listed(worth.pence), listed(worth.pence - 1)
    assert line.reference in {each.reference for each in at_floor.left_out}
    assert line.reference in {each.reference for each in just_below.lines}


def test_the_workbook_has_the_same_lines_and_tells_what_is_blank(register: Register) -> None:
    listing = listing_of(register)
    workbook: Any = load_workbook(BytesIO(as_workbook(listing)))
    header, *rows = workbook["Contracts"].iter_rows(values_only=True)
    assert header == COLUMNS
    assert [row[2] for row in rows] == [line.reference for line in listing.lines]
    by_column = {row[0]: row[1] for row in workbook["Not filled, by column"].iter_rows(min_row=2, values_only=True)}
    assert by_column["SMESupplier"] == len(rows)
    assert workbook["Left out"].max_row == len(listing.left_out) + 1


@pytest.mark.parametrize("first", [each for each in LEADING if each != "\0"])
def test_no_text_becomes_a_formula_in_any_published_file(register: Register, first: str) -> None:
    contract = register.contracts.get("SAMPLE-CN-A")
    text = f"{first}1+1"
    edit_details(register, BY, contract.id, contract.version, {"title": f"x{text}", "service": f"={first.strip()}1"})
    listing = listing_of(register)
    cells = [value for row in csv.reader(StringIO(as_csv(listing).decode("utf-8-sig"))) for value in row]
    assert not [each for each in cells if each.startswith(("=", "@", "＝"))]
    sheets: Any = load_workbook(BytesIO(as_workbook(listing))).worksheets
    kinds = {cell.data_type for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


@pytest.mark.parametrize("number", ["+44 1622 000000", "+44 (0)1622 000000", "-5", "-£1,200.50"])
def test_telephone_numbers_and_amounts_with_a_sign_survive(register: Register, number: str) -> None:
    contract = register.contracts.get("SAMPLE-CN-A")
    edit_details(register, BY, contract.id, contract.version, {"contact": number})
    sheets = register_sheets(register.contracts.all(), DAY, register.decisions.all(), register.providers.all())
    rows = rows_of(csv_of(sheets[0]))
    assert next(each for each in rows if each["Reference"] == "SAMPLE-CN-A")["Contact"] == number


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "\t=1", "＝1", "+cmd|x", "-2+cmd|x"])
def test_a_formula_in_separated_text_is_marked(text: str) -> None:
    [[cell]] = list(csv.reader(StringIO(separated([[text]]).decode("utf-8-sig"))))
    assert cell == f"'{text}"


def releases(register: Register) -> list[Released]:
    contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
    lines = every_return(
        contracts, register.returns.schedules(), register.following.facts(), DAY, holidays=NONE_RECORDED
    )
    decisions = register.decisions.all()
    return [
        Released(
            each,
            [decision for decision in decisions if each.id in {effect.contract_id for effect in decision.effects}],
            [line for line in lines if line.contract_id == each.id],
            register.diaries.award(each.id),
        )
        for each in contracts
    ]


def packaged(register: Register, publisher: Publisher = COUNCIL) -> dict[str, Any]:
    expect_returns(register, BY, register.contracts.get("SAMPLE-CN-A").id, date(2025, 1, 1), 30)
    providers = {each.id: each for each in register.providers.all()}
    return package(releases(register), providers, publisher, DAY, AT)


@needs_schemas
def test_the_package_is_valid_against_the_published_schema(register: Register) -> None:
    validator = pytest.importorskip("jsonschema", reason="the JSON Schema validator is not installed")
    schema = json.loads((FOLDER / "ocds-release-package-schema.json").read_text("utf-8"))
    release = json.loads((FOLDER / "ocds-dereferenced-release-schema.json").read_text("utf-8"))
    schema["properties"]["releases"]["items"] = {"type": "object"}
    made = json.loads(json.dumps(packaged(register)))
    validator.Draft4Validator(schema, format_checker=validator.FormatChecker()).validate(made)
    check = validator.Draft4Validator(release, format_checker=validator.FormatChecker())
    assert [error.message for each in made["releases"] for error in check.iter_errors(each)] == []
    broken = {**made["releases"][0], "tag": []}
    assert list(check.iter_errors(broken)), "the schema was seen to refuse something"
    for each in made["releases"]:
        assert set(each) <= set(release["properties"])
        [contract] = each["contracts"]
        assert set(contract) <= set(release["properties"]["contracts"]["items"]["properties"])


def test_a_release_tells_of_amendments_milestones_and_parties(register: Register) -> None:
    made = packaged(register)
    found = {each["contracts"][0]["title"]: each for each in made["releases"]}
    release = next(each for each in found.values() if "amendments" in each["contracts"][0])
    assert {"contract", "contractAmendment", "implementation"} <= set(release["tag"])
    [contract] = release["contracts"]
    assert all({"id", "date", "description"} <= set(each) for each in contract["amendments"])
    types = {each["type"] for each in contract["implementation"]["milestones"]}
    assert types <= {"approval", "reporting"}
    assert release["parties"][0]["roles"][0] == "buyer"
    assert any("supplier" in each["roles"] for each in release["parties"])
    assert contract["awardID"] == release["awards"][0]["id"]
    done = [each["contracts"][0].get("implementation", {}) for each in made["releases"]]
    returns = [each for one in done for each in one.get("milestones", ()) if each["type"] == "reporting"]
    assert {each["status"] for each in returns} <= {"scheduled", "met", "notMet"}
    assert returns


EXEMPT = "Wholly exempt matter"


@pytest.mark.parametrize(
    ("answer", "is_named", "is_told"),
    [(Publication.YES, True, True), (Publication.PART, True, False), (Publication.UNANSWERED, True, False),
     (Publication.NO, False, False)],
)  # fmt: skip
def test_what_is_not_for_publication_is_not_published(answer: Publication, is_named: bool, is_told: bool) -> None:
    contract = Contract(
        ContractId("c"), 1, "R-1", "Help at home", starts_on=date(2024, 4, 1),
        variations=(Variation(VariationId("v"), 1, date(2024, 5, 1), None, "More hours", decision_id=DecisionId("d"),
                              decision_number="OD.24.1", reason=f"{EXEMPT}: why"),),
    )  # fmt: skip
    effects = (Effect(ContractId("c"), "R-1", "Help at home", EffectKind.VARIES),)
    decision = Decision(DecisionId("d"), 1, "OD.24.1", DecisionKind.OFFICER, EXEMPT, date(2024, 5, 1),
                        for_publication=answer, effects=effects)  # fmt: skip
    made = render([Released(contract, [decision])], {}, COUNCIL, DAY, AT).decode()
    assert (EXEMPT in made) is is_told
    assert ("Officer decision OD.24.1" in made) is is_named


def test_ids_are_the_same_in_every_package_and_differ_from_one_another(register: Register) -> None:
    one = packaged(register)
    two = package(releases(register), {each.id: each for each in register.providers.all()}, COUNCIL, DAY,
                  datetime(2025, 12, 1, tzinfo=UTC))  # fmt: skip
    assert [each["id"] for each in one["releases"]] == [each["id"] for each in two["releases"]]
    assert len({each["ocid"] for each in one["releases"]}) == len(one["releases"])
    assert all(each["ocid"].startswith("ocds-abc123-") for each in one["releases"])


@pytest.mark.parametrize("prefix", ["", "ocds-", "abc123", "ocds-ABC123"])
def test_without_a_prefix_of_the_council_nothing_is_released(register: Register, prefix: str) -> None:
    with pytest.raises(Refusal, match="State the council's prefix"):
        render(releases(register), {}, Publisher(ocid_prefix=prefix), DAY, AT)


HOSTILE = ("=1+1", "@SUM(A1)", "\t=1+1", "＝1+1", "+cmd|' /C calc'!A0", "-2+3+cmd|x", "=HYPERLINK(\"x\")",
           "+44 1622 000000", "-", "0012", "6756**")  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_separated_text_opened_in_libreoffice_has_no_formula_and_keeps_telephone_numbers(tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_bytes(separated([[text] for text in HOSTILE]))
    (tmp_path / "bare.csv").write_text("=1+1\n", "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = ["--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    words = ["soffice", profile, "--headless", *options, str(tmp_path / "ours.csv"), str(tmp_path / "bare.csv")]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    cells = [row[0] for row in load_workbook(tmp_path / "out" / "ours.xlsx").worksheets[0].iter_rows()]
    assert "f" not in {cell.data_type for cell in cells}
    assert "+44 1622 000000" in {cell.value for cell in cells}
    bare = load_workbook(tmp_path / "out" / "bare.xlsx").worksheets[0]["A1"]
    assert bare.data_type == "f", "a formula that is not marked was seen to become one"
