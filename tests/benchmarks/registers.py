"""Registers of any size, as a council's might be, made through one ledger in one act."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from db.changes import Author
from db.register import Register
from db.rules.dates import term_end, year_of
from db.store.journal import Ledger, Value

MADE_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
TODAY = date(2026, 1, 5)
"""A day on which the contracts made here are running, ending, past their end or yet to start."""
_SERVICES = ("Advocacy", "Befriending", "Carers’ short breaks", "Community equipment", "Day opportunities",
             "Dementia cafés", "Falls prevention", "Home from hospital", "Housing-related support",
             "Sensory impairment", "Supported employment", "Wellbeing in the community")  # fmt: skip
_PLACES = ("Ashford", "Canterbury", "Dartford", "Dover", "Folkestone and Hythe", "Gravesham", "Maidstone", "Sevenoaks",
           "Swale", "Thanet", "Tonbridge and Malling", "Tunbridge Wells")  # fmt: skip
_WORDS = (
    "Harbour",
    "Northway",
    "Orchard",
    "Beacon",
    "Mill Lane",
    "Riverside",
    "Oakfield",
    "Bridge",
    "Lantern",
    "Weald",
)
_KINDS = ("Trust", "CIC", "Housing Association", "Care Limited")


def make(path: Path, contracts: int, seed: int = 1) -> Path:
    """A register file of so many contracts, each with its provider, part, options, notice and two years of money."""
    with Register.create(path) as register:
        fill(register, contracts, seed)
    return path


def fill(register: Register, contracts: int, seed: int = 1) -> None:
    """Enter so many contracts, and the providers, partners and decision they need, as one act."""
    by = Author("A benchmark", "made for timing", MADE_AT)
    with register.acting(by, "add contract", f"Entered {contracts:,} contracts to measure with") as ledger:
        _Filling(ledger, Random(seed)).enter(contracts)  # noqa: S311 - chance, not a secret
        ledger.close()


class _Filling:
    """The rows of a register being filled."""

    def __init__(self, ledger: Ledger, chance: Random) -> None:
        self.ledger, self.chance = ledger, chance
        self.providers = [self._provider(name) for name in _provider_names()]
        self.partners = [
            ledger.insert("funding_partner", {"name": name}) for name in ("The council", "NHS Integrated Care Board")
        ]

    def enter(self, contracts: int) -> None:
        for number in range(1, contracts + 1):
            self._contract(number)

    def _provider(self, name: str) -> str:
        nothing: dict[str, Value] = {"company_number": "", "charity_number": "", "contact": "", "notes": ""}
        return self.ledger.insert("provider", {"name": name, **nothing})

    def _contract(self, number: int) -> None:
        service, place = self.chance.choice(_SERVICES), self.chance.choice(_PLACES)
        starts_on = date(2020, 4, 1) + timedelta(days=self.chance.randrange(0, 2400))
        months = self.chance.choice((12, 24, 36, 48, 60))
        contract_id = self.ledger.insert(
            "contract",
            {
                "reference": f"C{number:06}",
                "title": f"{service}: {place} ({self.chance.choice(('adults', 'older people', 'carers'))})"[:60],
                "service": service,
                "category": self.chance.choice(("Block", "Framework", "Grant")),
                "manager": f"Officer {self.chance.randrange(1, 25)}",
                "contact": "",
                "notes": f"Serves {place} and the parishes around it." if number % 3 else "",
                "starts_on": starts_on.isoformat(),
                "initial_ends_on": term_end(starts_on, months).isoformat(),
                "ended_on": None,
            },
        )
        for table, columns in self._belongings(contract_id):
            self.ledger.insert(table, {"contract_id": contract_id, **columns})
        self._money(self.ledger.insert("part", _part(contract_id, place)), year_of(starts_on))

    def _belongings(self, contract_id: str) -> Iterator[tuple[str, dict[str, Value]]]:
        yield "contract_holder", {"provider_id": self.chance.choice(self.providers), "position": 1}
        for number in range(1, self.chance.randrange(1, 4)):
            yield "extension_option", {"number": number, "months": 12}
        months = self.chance.choice((1, 3, 6))
        yield "notice_term", {"side": "council", "length": months, "unit": "months", "source": "clause 12"}

    def _money(self, part_id: str, first_year: int) -> None:
        for year in (first_year, first_year + 1):
            for partner_id in self.partners:
                pence = self.chance.randrange(10_000_00, 900_000_00)
                columns: dict[str, Value] = {"part_id": part_id, "partner_id": partner_id, "year": year, "pence": pence}
                self.ledger.insert("funding", {**columns, "decision_id": None})


def _part(contract_id: str, place: str) -> dict[str, Value]:
    return {"contract_id": contract_id, "position": 1, "name": place}


def _provider_names() -> Iterator[str]:
    return (f"{word} {kind}" for word in _WORDS for kind in _KINDS)
