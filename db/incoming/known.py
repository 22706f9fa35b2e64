"""What the register holds already, as far as bringing another in needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.money import Pence
from db.rules.provider import Provider


@dataclass(frozen=True, slots=True)
class Known:
    """Providers, contracts, what they were worth at award, and the rows that earlier copies brought in."""

    providers: tuple[Provider, ...] = ()
    contracts: tuple[Contract, ...] = ()
    values: Mapping[ContractId, Pence] = field(default_factory=dict)
    rows: Mapping[ContractId, Mapping[str, str]] = field(default_factory=dict)
    """By contract, what the last row that told of it said, by what its columns are called."""
    withdrawn: frozenset[str] = frozenset()
    """The references of contracts withdrawn from the register."""
    profiles: tuple[str, ...] = ()
    """What was remembered of earlier files, newest first."""
    files: Mapping[str, str] = field(default_factory=dict)
    """By SHA-256, the files brought in before, and the day."""
