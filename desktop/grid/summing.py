"""What the cells chosen come to, as the foot of the window says it."""

from decimal import ROUND_HALF_EVEN, Decimal

from db.rules.money import Pence, show_pounds
from desktop.grid.grid_table import GridTable


def summed(table: GridTable) -> tuple[str, ...]:
    """How many rows are chosen, and the sum, average and count of the amounts among the cells.

    The sum is exact; the average is told to the nearest penny.
    """
    chosen, amounts = len(table.chosen_ids()), table.chosen_amounts()
    words = (f"{chosen:,} chosen",) if chosen > 1 else ()
    if not amounts:
        return words
    total = sum(amounts)
    if len(amounts) == 1:
        return (*words, f"Sum {show_pounds(Pence(total))}")
    return (
        *words, f"Sum {show_pounds(Pence(total))}", f"Average {show_pounds(average(amounts))}",
        f"Count {len(amounts):,}",
    )  # fmt: skip


def average(amounts: list[int]) -> Pence:
    """The average to the nearest penny, halves to the even one."""
    return Pence(int((Decimal(sum(amounts)) / len(amounts)).quantize(Decimal(1), ROUND_HALF_EVEN)))
