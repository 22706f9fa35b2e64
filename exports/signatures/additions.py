"""What was added to a file after a signature. Imported only when a file is checked: it brings pyHanko."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    CatalogModificationRule,
    DiffResult,
    DSSCompareRule,
    ModificationLevel,
    ObjectStreamRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel

from exports.signatures.revisions import has_tail

_NOT_PERMITTED = "something else than a further signature"
_EVIDENCE = "evidence for checking the signature in years to come"
_UNSEEN = "what describes the file, such as its title, or what no page shows"
_TAIL = "bytes at its end that show nothing"

_AS_SIGNED = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),  # type: ignore[no-untyped-call]
        *(
            each().as_qualified(ModificationLevel.LTA_UPDATES)
            for each in (XrefStreamRule, ObjectStreamRule, DSSCompareRule)
        ),
    ],
    form_rule=DEFAULT_DIFF_POLICY.form_rule,
    ignore_orphaned_objects=False,
)
"""pyHanko's own rules, but for those that let a title be changed and things be added that no page shows."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What came after a signature, in words."""

    words: tuple[str, ...] = ()
    is_permitted: bool = True
    is_more: bool = False
    """Whether any of it is neither a signature nor evidence for one."""


def additions_after(
    pdf: bytes, embedded: EmbeddedPdfSignature, status: PdfSignatureStatus, later: Mapping[str, str]
) -> Additions:
    """What was added after a signature; `later` names, by their fields, those who signed after it."""
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Additions()
    changes = status.diff_result
    if not status.docmdp_ok or not isinstance(changes, DiffResult):
        return Additions((_NOT_PERMITTED,), is_permitted=False, is_more=True)
    usual = tuple(_usual(changes, later))
    more = tuple(_more(pdf, embedded, changes, later))
    return Additions((*usual, *more), is_more=bool(more))


def _usual(changes: DiffResult, later: Mapping[str, str]) -> Iterator[str]:
    if changes.modification_level is ModificationLevel.LTA_UPDATES:
        yield _EVIDENCE
    for field, name in later.items():
        if field in changes.changed_form_fields:
            yield f"the signature of {name}"


def _more(pdf: bytes, embedded: EmbeddedPdfSignature, changes: DiffResult, later: Mapping[str, str]) -> Iterator[str]:
    for field in sorted(changes.changed_form_fields - set(later)):
        yield f"what the field “{field}” holds"
    if not isinstance(embedded.evaluate_modifications(_AS_SIGNED), DiffResult):
        yield _UNSEEN
    if has_tail(pdf):
        yield _TAIL
