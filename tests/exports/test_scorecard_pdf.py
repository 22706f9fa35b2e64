"""The scorecard on paper: one page, words beside colours, and a table for every chart."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest

from db.rules.scorecard import Scope, Scorecard, scorecard
from exports.scorecard_chart import Panel
from exports.scorecard_pdf import render
from tests.exports.pdf_reading import PROFILES, broken_rules, changed, elems, outline, pages, tags, text
from tests.exports.scorecards import MEASURES, ON, contract_card, empty_card, provider_card, reported
from tests.rules.measures import Q3

CARDS = {"contract": contract_card, "provider": provider_card, "empty": empty_card}


def short_card() -> Scorecard:
    """The scorecard of a contract without a spend profile, which leaves room for its chart."""
    return scorecard(Scope.CONTRACT, "H-1, Help at home", [replace(reported(), spend=None)], Q3, ON)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("card", [*CARDS.values(), short_card], ids=[*CARDS, "short"])
def test_every_scorecard_conforms(card: Callable[[], Scorecard], profile: str) -> None:
    assert broken_rules(render(card()), profile) == set()


@pytest.mark.parametrize("card", [contract_card, short_card, empty_card])
def test_a_usual_contract_is_one_page(card: Callable[[], Scorecard]) -> None:
    assert len(pages(render(card()))) == 1


def test_the_page_has_every_figure_rating_and_travel_of_the_scorecard_in_words() -> None:
    said = text(render(contract_card()))
    for row in contract_card().rows:
        assert row.rating.word in said
        assert row.since_last_quarter.words in said
        assert all(each.shown in said for each in row.figures)
    for stated in ("Kent County Council: scorecard for Quarter 3 2025-26", "Amber (officer’s)", "Not returned",
                   "The provider states 91.2%, but its own figures give 84.8%.", "£9,837.94", "+1.5%",
                   "Rated amber until 31 March 2026", "Two new groups began in November."):  # fmt: skip
        assert stated in said


def test_a_chart_is_a_figure_read_out_in_words_with_its_table_after_it() -> None:
    pdf = render(short_card())
    found = tags(pdf)
    assert found[found.index("Figure") + 1] == "Table"
    [figure] = [each for each in elems(pdf) if each.tag == "Figure"]
    assert figure.attributes["O"] == "Layout"
    assert "BBox" in figure.attributes


def without_alternatives(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            del item["/Alt"]


def test_a_chart_without_words_would_be_missed() -> None:
    assert broken_rules(changed(render(short_card()), without_alternatives), "ua1")


def test_a_chart_gives_way_to_its_table_where_it_would_take_a_second_page() -> None:
    assert "Figure" not in tags(render(contract_card()))
    assert "Last five quarters" in text(render(contract_card()))


def test_a_provider_has_its_contracts_under_headings_and_what_they_share_first() -> None:
    pdf = render(provider_card())
    assert outline(pdf)[0] == (0, "Help CIO")
    assert [title for level, title in outline(pdf) if level == 1] == [
        f"H-{number}, Help at home, East Kent" for number in (1, 2, 3)
    ]
    assert "3 contracts: 2 green, 5 amber, 2 data only, 6 not returned." in text(pdf)
    assert text(pdf).index("Over all contracts") < text(pdf).index("H-1, Help at home")


def test_no_contracts_heading_is_alone_at_the_foot_of_a_page() -> None:
    for page in pages(render(provider_card())):
        after = page.partition("H-3, Help at home")[2]
        assert not after or "Ratings" in after


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_an_empty_cell_is_blank_rather_than_a_dash(card: Callable[[], Scorecard]) -> None:
    assert "–" not in text(render(card())).split()


def test_a_contract_without_measures_says_so() -> None:
    assert "No measures are recorded" in text(render(empty_card()))


def test_many_measures_go_on_over_the_pages() -> None:
    many = replace(reported(), measures=MEASURES * 6)
    pdf = render(scorecard(Scope.PROVIDER, "Help CIO", [many], Q3, ON))
    assert broken_rules(pdf, "ua1") == set()
    assert tags(pdf).count("Figure") == 6


def test_the_same_scorecard_is_the_same_file() -> None:
    assert render(contract_card()) == render(contract_card())


def test_bars_are_measured_against_the_highest_figure_or_target() -> None:
    assert Panel("x", (Decimal(5), None), Decimal(9), "5").top == 9
    assert Panel("x", (Decimal(-12), None), None, "").top == 12
    assert Panel("x", (Decimal(0), None), None, "0").top == 1
