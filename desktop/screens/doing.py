"""What can be done about contracts: each act by its name, words and icon, wherever it is offered."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from db.rules.decision import ContractId, DecisionId
from desktop import acts
from desktop.desk import Desk
from desktop.look import icons
from desktop.look.parts import button
from desktop.look.theme import theme

Ids = tuple[ContractId, ...]
Do = Callable[[Desk, QWidget, Ids], object]


@dataclass(frozen=True, slots=True)
class ContractAct:
    """Something an officer does about contracts; "&" stands before its access key."""

    name: str
    words: str
    icon: str
    do: Do
    many: bool = False
    """Whether it takes several contracts at once; else the first of those chosen."""
    needs_one: bool = True
    """Whether a contract must be chosen."""

    @property
    def title(self) -> str:
        """The words without the access key."""
        return self.words.replace("&", "")


def _one(act: str) -> Do:
    """An act on the first of the contracts chosen, imported when it is first done."""
    return lambda desk, parent, ids: getattr(acts, act)(desk, parent, ids[0])


EXTEND = ContractAct(
    "extend", "E&xtend…", "extend", lambda desk, parent, ids: acts.extend(desk, parent, ids), many=True
)
GIVE_NOTICE = ContractAct("giveNotice", "Give &notice…", "notice", _one("give_notice"))
VARY = ContractAct("vary", "Var&y…", "vary", _one("vary"))
RECORD_DECISION = ContractAct(
    "recordDecision",
    "Record &decision…",
    "decisions",
    lambda desk, parent, ids: acts.record_decision(desk, parent, ids),
    many=True,
    needs_one=False,
)
ADD = ContractAct(
    "addContract", "&Add contract…", "add", lambda desk, parent, _ids: acts.add_contract(desk, parent), needs_one=False
)
EDIT_DETAILS = ContractAct("editDetails", "Edi&t details…", "document", _one("edit_details"))
CORRECT_TERMS = ContractAct("correctTerms", "&Correct terms…", "history", _one("correct_terms"))
RECORD_END = ContractAct("recordEnd", "Rec&ord end…", "end", _one("record_end"))
EXPECT_RETURNS = ContractAct("expectReturns", "Expect &returns…", "calendar", _one("expect_returns"))
SET_MEASURES = ContractAct("setMeasures", "Set meas&ures…", "tick", _one("set_measures"))
BLANK_RETURN = ContractAct("blankReturn", "&Blank return…", "export", _one("blank_return"))
IMPORT_RETURN = ContractAct(
    "importReturn",
    "&Import return…",
    "import",
    lambda desk, parent, _ids: acts.import_return(desk, parent),
    needs_one=False,
)

WHAT_IF = ContractAct(
    "whatIf", "&What if…", "vary", lambda desk, parent, ids: acts.what_if(desk, parent, ids), many=True
)
CHOOSE_RUNWAY = ContractAct("chooseRunway", "&Kind of decision…", "decisions", _one("choose_runway"))
SET_LEADS = ContractAct("setLeads", "&Lead times…", "attention", _one("set_leads"))
SET_EXERCISE = ContractAct("setExercise", "When o&ptions must be used…", "calendar", _one("set_exercise"))
SET_SERVICE = ContractAct("setServiceClause", "How notice is ser&ved…", "notice", _one("set_service_clause"))
RECORD_AWARD = ContractAct("recordAward", "How it was bou&ght…", "document", _one("record_award"))
NOTICE_LETTER = ContractAct("noticeLetter", "Letter o&f notice…", "pdf", _one("notice_letter"))
PLAN_FUNDING = ContractAct("planFunding", "Plan funding…", "add", _one("plan_funding"))

TAKE_OUT = ContractAct("takeOut", "Take out of the regi&ster…", "close", _one("take_out"))

MAIN = (EXTEND, GIVE_NOTICE, VARY, RECORD_DECISION)
"""What an officer does most, in the order of a page's buttons."""
MORE = (EDIT_DETAILS, CORRECT_TERMS, RECORD_END, TAKE_OUT)
DIARY = (WHAT_IF, PLAN_FUNDING, NOTICE_LETTER, CHOOSE_RUNWAY, SET_LEADS, SET_EXERCISE, SET_SERVICE, RECORD_AWARD)
"""What prepares a decision or a notice, and what the days of a contract rest on."""
RETURNS = (EXPECT_RETURNS, SET_MEASURES, BLANK_RETURN, IMPORT_RETURN)


def named(name: str) -> ContractAct:
    """The act of a name."""
    return next(act for act in (*MAIN, *MORE, *DIARY, *RETURNS) if act.name == name)


def act_button(act: ContractAct, role: str = "") -> QPushButton:
    """A button for an act."""
    return button(act.words, f"{act.name}Button", icon=act.icon, role=role)


def act_item(act: ContractAct, parent: QWidget) -> QAction:
    """A menu's entry for an act."""
    made = QAction(act.words, parent)
    made.setObjectName(f"{act.name}Action")
    icons.dress(made, act.icon, theme().tokens)
    return made


def record_signature(desk: Desk, parent: QWidget, decision_id: DecisionId) -> object:
    """Ask for the day a decision's record was signed."""
    return acts.record_signature(desk, parent, decision_id)
