"""Columns taken for what no heading plainly names: by other headings and by what the cells hold."""

from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan import Plan, plan
from tests.incoming.boards import TODAY, Row, cells_of

FIRMS = ("Alder Homecare", "Birch Trust", "Cedar Transport Ltd", "Dogwood Legal Services")
TOLD = ("Meals at home", "Lifts to clinics", "Night shelter", "Advice line")


def taken(headings: Row, *rows: Row) -> dict[str, Field | None]:
    """What each column of a small register was taken for."""
    return {each.heading: each.field for each in read(headings, *rows).sheets[0].columns}


def read(headings: Row, *rows: Row) -> Plan:
    return plan(cells_of(headings, *rows), Known(), TODAY)


def many(*of: tuple[object, ...]) -> list[Row]:
    """Twelve rows, going round what each column says; a number in braces counts up."""
    return [[str(each[at % len(each)]).format(at + 1) for each in of] for at in range(12)]


def test_a_column_called_contract_that_holds_codes_is_the_reference_and_the_service_tells_what_for() -> None:
    rows = many(("A-0{}-14",), FIRMS, tuple(f"{each} {{}}" for each in TOLD), ("30/06/2027", "31/12/2027"))
    found = taken(["CONTRACT", "COMPANY", "SERVICE", "EXPIRATION"], *rows)
    assert found == {
        "CONTRACT": Field.REFERENCE, "COMPANY": Field.PROVIDER, "SERVICE": Field.TITLE, "EXPIRATION": Field.END,
    }  # fmt: skip


def test_a_column_called_contract_that_always_says_the_same_is_no_title() -> None:
    found = taken(["Ref", "Contract", "Purpose of spend"], *many(("R-{}",), ("Framework",), TOLD))
    assert found == {"Ref": Field.REFERENCE, "Contract": None, "Purpose of spend": Field.TITLE}


def test_another_number_is_the_reference_where_none_is_called_so() -> None:
    for heading in ("original_contract_id", "Award ID", "Notice Identifier", "PO number", "Document Number", "piid"):
        found = taken([heading, "Title", "Supplier"], *many(("P{}",), TOLD, FIRMS))
        assert found[heading] is Field.REFERENCE, heading


def test_a_column_that_only_counts_the_rows_is_no_reference_where_another_gives_numbers() -> None:
    rows = many(("{}",), ("8{}61",), TOLD, FIRMS)
    found = taken(["_id", "Document Number", "Title", "Supplier"], *rows)
    assert (found["_id"], found["Document Number"]) == (None, Field.REFERENCE)
    assert taken(["_id", "Title", "Supplier"], *many(("{}",), TOLD, FIRMS))["_id"] is Field.REFERENCE


def test_another_name_is_the_provider_where_none_is_called_so() -> None:
    for heading in ("d_vendor_name", "contractorName1", "counterpart_name", "legal_business_name"):
        found = taken(["Ref", "Title", heading, "Vendor address"], *many(("R-{}",), TOLD, FIRMS, ("1 High Street",)))
        assert found[heading] is Field.PROVIDER, heading
        assert found["Vendor address"] is None


def test_the_description_that_says_most_is_the_title() -> None:
    found = taken(["Ref", "desc_code_description", "Description"], *many(("R-{}",), ("N/A",), TOLD))
    assert found["Description"] is Field.TITLE


def test_of_several_columns_of_contractors_the_first_is_taken() -> None:
    found = taken(
        ["Ref", "Title", "contractorName1", "contractorName2"], *many(("R-{}",), TOLD, FIRMS, ("Elm Group Ltd",))
    )
    assert (found["contractorName1"], found["contractorName2"]) == (Field.PROVIDER, None)


def test_a_column_of_words_is_no_money_whatever_it_is_called() -> None:
    found = taken(["Ref", "Title", "PA", "Amount"], *many(("R-{}",), TOLD, ("EP", "WC"), ("£1,00{}",)))
    assert (found["PA"], found["Amount"]) == (None, Field.VALUE)


def test_the_value_is_not_what_an_amendment_added() -> None:
    headings: Row = ["Ref", "Title", "amendment_value", "original_value"]
    found = taken(headings, *many(("R-{}",), TOLD, ("25000",), ("50000",)))
    assert (found["amendment_value"], found["original_value"]) == (None, Field.VALUE)


def test_an_option_that_is_money_is_no_length() -> None:
    found = taken(["Ref", "Title", "Options"], *many(("R-{}",), TOLD, ("$14,914.50", "$0.00")))
    assert found["Options"] is None


def test_a_small_number_without_a_heading_is_no_value() -> None:
    rows = many(("2", "1"), ("R-{}",), TOLD, FIRMS, ("01/04/2026",), ("31/03/2028",), ("£1,00{}.00",))
    found = list(taken(*rows).values())
    assert found[0] is None
    assert found[6] is Field.VALUE


def test_headings_in_another_tongue_are_headings_though_one_has_a_figure() -> None:
    headings: Row = ["Lloji", "Numri", "Klasifikimi (2 shifrat e para)", "Titulli", "Fillimi", "Fundi", "Vlera", "Pala"]
    rows = many(("Mall",), ("01{}",), ("45", "93"), TOLD, ("02.03.2026",), ("02.03.2028",), ("1,000.00",), FIRMS)
    found = read(headings, *rows)
    assert found.sheets[0].header_rows == (1,)
    assert found.rows_in == 12
