"""One timing of ours beside a peer's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """How long a job takes here and in a peer, in milliseconds, and the ratio we owe.

    `owed` is the most our time may be as a multiple of the peer's: 1.0 is "no slower".
    """

    what: str
    ours_ms: float
    peer: str
    peer_ms: float
    owed: float

    @property
    def ratio(self) -> float:
        """Our time as a multiple of the peer's."""
        return self.ours_ms / self.peer_ms

    @property
    def met(self) -> bool:
        """Whether our time is within what is owed."""
        return self.ratio <= self.owed
