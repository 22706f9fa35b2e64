"""What is published and what lacks, as the keys that `--json` promises."""

from collections.abc import Iterable
from typing import Any

from db.rules.dates import Period
from db.rules.listing_quarter import QuarterListing
from db.rules.publish_readiness import Readiness

Values = dict[str, Any]


def gaps_values(listing: QuarterListing) -> Values:
    """A quarter's register in numbers: which columns have blanks and why, and who is left out."""
    return {
        **_quarter(listing.quarter),
        "contracts": len(listing.lines),
        "gaps": [
            {"column": each.column, "blanks": each.blanks, "required": each.is_needed, "reasons": list(each.reasons)}
            for each in listing.gaps
        ],
        "left_out": [{"contract": each.reference, "why": each.why} for each in listing.left_out],
    }


def readiness_values(found: Iterable[Readiness], quarter: Period) -> Values:
    """How ready each contract is, those that lack most first."""
    return {
        **_quarter(quarter),
        "contracts": [
            {
                "contract": each.reference,
                "ready": each.is_ready,
                "lacks": [{"column": lack.column, "why": lack.why} for lack in each.lacks],
                "where_they_apply": [{"column": lack.column, "why": lack.why} for lack in each.where_they_apply],
            }
            for each in found
        ],
    }


def _quarter(quarter: Period) -> Values:
    return {"starts_on": quarter.starts_on.isoformat(), "ends_on": quarter.ends_on.isoformat()}
