"""Above the sheet: which contract, provider and quarter the file is the return of, and when it came."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.returns.taking.meant import Candidate
from db.rules.decision import ContractId
from db.rules.monitoring import ReturnPeriod, last_quarters, quarter_of
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.screens.flow import Flow

_QUARTERS_BACK = 12
_SHOWN = 38
"""Characters of a contract that its box has room for."""


class Belonging(QWidget):
    """Guessed from the file, changed by the officer.

    Signals:
        contract_chosen: a contract's id.
        provider_chosen: a provider's name.
        quarter_chosen: a ReturnPeriod.
    """

    contract_chosen = Signal(str)
    provider_chosen = Signal(str)
    quarter_chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._is_filling = day, False
        self.contract: ChoiceField[ContractId] = ChoiceField(
            "returnContract", "C&ontract", [], characters=36, missing="Choose whose return it is"
        )
        self.provider: ChoiceField[str] = ChoiceField(
            "returnProvider", "&Provider", [], characters=24, missing="Choose who sent it"
        )
        self.quarter: ChoiceField[ReturnPeriod] = ChoiceField(
            "returnQuarter", "&Quarter", [], characters=30, missing="Choose the quarter"
        )
        self.received = DateField(
            "returnReceived", "Received o&n", day, helped="", missing="Enter the day the return came"
        )
        flow = Flow(16)
        flow.setContentsMargins(0, 0, 0, 0)
        for field in (self.contract, self.provider, self.quarter, self.received):
            flow.addWidget(field)
        self.setLayout(flow)
        self.contract.changed.connect(lambda: self._tell(self.contract.read(), self.contract_chosen.emit))
        self.provider.changed.connect(lambda: self._tell(self.provider.read(), self.provider_chosen.emit))
        self.quarter.changed.connect(lambda: self._tell(self.quarter.read(), self.quarter_chosen.emit))

    def show_file(
        self,
        candidates: Sequence[Candidate],
        chosen: Candidate | None,
        provider: str,
        quarter: ReturnPeriod | None,
        told: Sequence[tuple[ReturnPeriod, int]],
    ) -> None:
        """Offer what there is, on what was guessed."""
        self._is_filling = True
        contracts = [(each.contract_id, _short(f"{each.reference}: {each.title}")) for each in candidates]
        self.contract.offer(contracts, chosen.contract_id if chosen else None)
        self.provider.offer(_providers(chosen, provider), provider or None)
        self.quarter.offer(self._quarters(quarter, told), quarter)
        self._is_filling = False

    def begin(self, day: date) -> None:
        """Another file: it came today."""
        self._is_filling = True
        self.received.write(day)
        self._is_filling = False

    def _quarters(
        self, quarter: ReturnPeriod | None, told: Sequence[tuple[ReturnPeriod, int]]
    ) -> list[tuple[ReturnPeriod, str]]:
        """The file's own quarters with how many figures it gives of each, then the latest ones; the newest first."""
        counts = dict(told)
        offered = {*counts, *last_quarters(quarter_of(self._day), _QUARTERS_BACK), *({quarter} - {None})}
        periods = sorted((each for each in offered if each), key=lambda each: each.days.starts_on, reverse=True)
        return [(each, _quarter_words(each, counts.get(each, 0))) for each in periods]

    def _tell(self, chosen: object, say: Callable[[object], object]) -> None:
        if chosen is not None and not self._is_filling:
            say(chosen)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip(' :,')}…"


def _quarter_words(period: ReturnPeriod, count: int) -> str:
    return f"{period.label} ({count:,} reported)" if count else period.label


def _providers(chosen: Candidate | None, provider: str) -> list[tuple[str, str]]:
    held = chosen.providers if chosen else ()
    together = (", ".join(held),) if len(held) > 1 else ()
    return [(each, each) for each in dict.fromkeys((*held, *together, *filter(None, (provider,))))]
