"""One thing that a record asks of its writer: a field on the page, and where its value stands in the decision."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from db.rules.decision import Decision
from db.rules.refusal import Refusal
from desktop.fields.field import Field


def _same(value: Any) -> Any:
    return value


class Asked:
    """A field of the page. What it held when it was last filled counts as unchanged, however it was written there."""

    def __init__(
        self,
        path: str,
        field: Field,
        shown: Callable[[Any], Any] = _same,
        kept: Callable[[Any], Any] = _same,
    ) -> None:
        """`path` names the value in a decision, such as text.reasons; `shown` and `kept` turn it for the field."""
        self.path = path
        self.field = field
        self._shown, self._kept = shown, kept
        self._given: object = None

    def fill(self, decision: Decision) -> None:
        """Show what a decision says."""
        writer: Any = self.field
        writer.write(self._shown(attrgetter(self.path)(decision)))
        self._given = self._read_or_none()

    @property
    def is_changed(self) -> bool:
        """Whether it holds something else than it was filled with."""
        try:
            return self.field.read() != self._given
        except Refusal:
            return True

    def put(self, decision: Decision) -> Decision:
        """The decision with what the field holds.

        Raises:
            Refusal: what is written there cannot be understood.
        """
        if not self.is_changed:
            return decision
        return with_value(decision, self.path, self._kept(self.field.read()))

    def _read_or_none(self) -> object:
        try:
            return self.field.read()
        except Refusal:
            return None


def with_value(decision: Decision, path: str, value: Any) -> Decision:
    """A decision with another value at a path."""
    name, _, rest = path.partition(".")
    if rest:
        part: Any = getattr(decision, name)
        value = replace(part, **{rest: value})
    changed: Decision = replace(decision, **{name: value})
    return changed
