"""A scorecard as text for people: the same words as on paper."""

from collections.abc import Iterator

from db.rules.scorecard import ContractScores, Scorecard
from db.rules.scorecard_across import across
from desktop.commands.saying import aligned, wrapped
from exports import scorecard_words as words


def scorecard_page(card: Scorecard) -> str:
    """Ratings, why, the last five quarters, spend and what the provider wrote, contract by contract."""
    lines = [words.title(card), words.standing_words(card)]
    if shared := across(card):
        lines += ["", *_table(words.across_rows(shared, card))]
    for contract in card.contracts:
        lines += _contract(contract, card)
    return "\n".join(lines)


def _contract(contract: ContractScores, card: Scorecard) -> Iterator[str]:
    yield ""
    yield f"{contract.reference}, {contract.title}"
    yield words.subtitle(card, contract)
    if not contract.rows:
        yield "No measures are recorded for this contract."
        return
    yield ""
    yield from _table(words.ratings(contract, card))
    for remark in words.remarks(contract):
        yield from wrapped(remark, "  ", "    ")
    yield ""
    yield from _table(words.quarters(contract, card))
    if contract.spend is not None:
        yield ""
        yield from _table(words.spend(contract.spend))
        yield from wrapped(words.spend_standing(contract.spend), "  ")
    for narrative in contract.narratives:
        yield ""
        yield f"{narrative.name}:"
        for paragraph in narrative.words.splitlines():
            yield from wrapped(paragraph, "  ")


def _table(table: words.Words) -> list[str]:
    return [table.caption.upper(), *aligned([table.headings, *table.rows], indent="  ")]
