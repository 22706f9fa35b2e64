"""What an officer can do from the window: each act asks in a dialog and, once agreed, carries out one verb.

Each act is imported when it is first used, so that the window opens without any of their dialogs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.acts.award import record_award as record_award
    from desktop.acts.award import set_exercise as set_exercise
    from desktop.acts.award import set_service_clause as set_service_clause
    from desktop.acts.bringing_in import bring_in_register as bring_in_register
    from desktop.acts.bringing_in import take_in_dropped as take_in_dropped
    from desktop.acts.bringing_in import take_in_workbook as take_in_workbook
    from desktop.acts.bringing_in import take_out as take_out
    from desktop.acts.contracts import add_contract as add_contract
    from desktop.acts.contracts import correct_terms as correct_terms
    from desktop.acts.contracts import edit_details as edit_details
    from desktop.acts.contracts import record_end as record_end
    from desktop.acts.decisions import grant_delegations as grant_delegations
    from desktop.acts.decisions import note_number as note_number
    from desktop.acts.decisions import record_decision as record_decision
    from desktop.acts.decisions import record_pdf as record_pdf
    from desktop.acts.decisions import record_signature as record_signature
    from desktop.acts.diary import acknowledge as acknowledge
    from desktop.acts.diary import choose_runway as choose_runway
    from desktop.acts.diary import done as done
    from desktop.acts.diary import put_off as put_off
    from desktop.acts.diary import set_leads as set_leads
    from desktop.acts.editing import edit_cells as edit_cells
    from desktop.acts.exporting import export_register as export_register
    from desktop.acts.exporting import export_view as export_view
    from desktop.acts.exporting import print_view as print_view
    from desktop.acts.exporting import view_as_pdf as view_as_pdf
    from desktop.acts.funding import plan_funding as plan_funding
    from desktop.acts.officer import who_are_you as who_are_you
    from desktop.acts.providers import add_alias as add_alias
    from desktop.acts.providers import add_provider as add_provider
    from desktop.acts.returns import blank_return as blank_return
    from desktop.acts.returns import expect_returns as expect_returns
    from desktop.acts.returns import import_return as import_return
    from desktop.acts.returns import save_original as save_original
    from desktop.acts.returns import set_measures as set_measures
    from desktop.acts.signing import sign_record as sign_record
    from desktop.acts.term import extend as extend
    from desktop.acts.term import give_notice as give_notice
    from desktop.acts.term import notice_letter as notice_letter
    from desktop.acts.term import vary as vary
    from desktop.acts.trying_out import what_if as what_if

_HOMES = {
    "award": ("record_award", "set_exercise", "set_service_clause"),
    "bringing_in": ("bring_in_register", "take_in_dropped", "take_in_workbook", "take_out"),
    "contracts": ("add_contract", "correct_terms", "edit_details", "record_end"),
    "decisions": ("grant_delegations", "note_number", "record_decision", "record_pdf", "record_signature"),
    "diary": ("acknowledge", "choose_runway", "done", "put_off", "set_leads"),
    "editing": ("edit_cells",),
    "exporting": ("export_register", "export_view", "print_view", "view_as_pdf"),
    "funding": ("plan_funding",),
    "officer": ("who_are_you",),
    "providers": ("add_alias", "add_provider"),
    "returns": ("blank_return", "expect_returns", "import_return", "save_original", "set_measures"),
    "signing": ("sign_record",),
    "term": ("extend", "give_notice", "notice_letter", "vary"),
    "trying_out": ("what_if",),
}
"""Each module and the acts that live there."""


def __getattr__(name: str) -> Any:
    for module, acts in _HOMES.items():
        if name in acts:
            return getattr(import_module(f"desktop.acts.{module}"), name)
    raise AttributeError(f"no act is called {name!r}")
