"""Accepting a return of which something is left to settle: what is put to the provider, and what changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.returns.taking.asking import Doubt
from db.rules.queries import Query
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence, Told
from desktop.fields.choice_fields import TickField, TicksField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field

_SHOWN = 60
"""So many things to ask are offered one by one; the others that are meant to be asked are asked with them."""

_LONGEST = 80
"""Characters of a thing to ask that are shown in one line."""


@dataclass(frozen=True, slots=True)
class TakeIn:
    """What is put to the provider and how, and whether the layout is remembered."""

    queries: tuple[Query, ...] = ()
    wants_file: bool = False
    wants_text: bool = False
    keeps_layout: bool = True
    answer_by: date | None = None
    """By when the provider is asked to answer."""


class TakeInDialog(ActDialog[TakeIn]):
    """What follows, and ticks for what is asked of the provider."""

    wide = 116

    def __init__(
        self,
        title: str,
        intro: str,
        act: str,
        follows: Sequence[Told],
        doubts: Sequence[Doubt],
        parent: QWidget | None = None,
        *,
        answer_by: date | None = None,
    ) -> None:
        super().__init__(title, act, parent, intro=intro)
        self.follows = Consequence("follows", "What follows")
        if follows:
            self.follows.tell(follows)
            self.form.add_widget(self.follows)
        self._doubts, self._beyond = tuple(doubts[:_SHOWN]), tuple(doubts[_SHOWN:])
        self.queries: TicksField[int] | None = self._ask() if doubts else None
        self.wants_file = TickField("wantsFile", "&Save the queries as a workbook with room to answer", False)
        self.wants_text = TickField("wantsText", "&Copy the queries as text, for a message", False)
        self.answer_by = DateField("answerBy", "To be answered &by", answer_by)
        if doubts:
            self.form.add(self.answer_by)
            self.form.add(self.wants_file)
            self.form.add(self.wants_text)
        self.keeps_layout = self.form.add(
            TickField("keepsLayout", "&Remember the layout for the next file of this shape", True)
        )

    def value(self) -> TakeIn:
        ticked = self.queries.read() if self.queries else ()
        asked = [self._doubts[at].query for at in ticked]
        asked += [each.query for each in self._beyond if each.is_meant]
        return TakeIn(
            tuple(asked),
            self.wants_file.read(),
            self.wants_text.read(),
            self.keeps_layout.read(),
            self.answer_by.read() if asked else None,
        )

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("ask", self.queries),) if self.queries else ()

    def _ask(self) -> "TicksField[int]":
        choices = [(at, _words(each.query)) for at, each in enumerate(self._doubts)]
        meant = [at for at, each in enumerate(self._doubts) if each.is_meant]
        more = sum(each.is_meant for each in self._beyond)
        helped = f"{more} more are asked with them." if more else ""
        field: TicksField[int] = TicksField("queries", "&Put to the provider", choices, meant, helped=helped)
        return self.form.add(field)


def _words(query: Query) -> str:
    said = f"{query.place}: {query.asked}"
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
