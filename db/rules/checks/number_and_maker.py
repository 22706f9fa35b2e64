"""C01 and C02: the decision's number, and who took it."""

from db.rules.decision import DecisionKind
from db.rules.numbering import Numbered, Series, did_you_mean, read_number, same_number
from db.rules.record_in_hand import Gaps, RecordInHand, blocking, warning

_NUMBER_SOURCE = "The council’s numbering of decisions (Kent: OD.YY.NNNNN and YY/NNNNN)"
_MAKER_SOURCE = "SI 2012/2089 reg 13(4), as councils print it: name and post"
_BODIES = frozenset((DecisionKind.CABINET, DecisionKind.COUNCIL))


def number(record: RecordInHand) -> Gaps:
    """C01: the number is there, reads as one, and no other decision has it. Source: Kent's practice."""
    read = read_number(record.decision.number)
    if read is None:
        yield blocking("C01", "number", "Enter the decision’s number, such as OD.24.00002.", _NUMBER_SOURCE)
        return
    for other in record.others:
        if same_number(other.number, read.printed):
            sentence = f"{read.printed} is the number of another decision, “{other.subject}”. Give this one its own."
            yield blocking("C01", "number", sentence, _NUMBER_SOURCE)
    if read.series is Series.AS_PRINTED and not any(character.isdigit() for character in read.printed):
        sentence = f"“{read.printed}” has no figure in it, so it is no number. Enter it as the council gives it."
        yield blocking("C01", "number", sentence, _NUMBER_SOURCE)
    if not read.is_usual:
        yield warning("C01", "number", _unusual(record, read), _NUMBER_SOURCE)


def maker(record: RecordInHand) -> Gaps:
    """C02: whoever took it is there by name and post; a body by its name. Source: SI 2012/2089 reg 13(4), practice."""
    decision = record.decision
    if decision.kind in _BODIES:
        if not (decision.maker_name.strip() or decision.maker_post.strip()):
            yield blocking("C02", "maker_post", "Enter the body that took the decision.", _MAKER_SOURCE)
        return
    if not decision.maker_name.strip():
        yield blocking("C02", "maker_name", "Enter the name of whoever takes the decision.", _MAKER_SOURCE)
    if not decision.maker_post.strip():
        yield blocking("C02", "maker_post", "Enter the post of whoever takes the decision.", _MAKER_SOURCE)


def _unusual(record: RecordInHand, read: Numbered) -> str:
    meant = did_you_mean(read.printed, (other.number for other in record.others))
    asked = f" {meant} is in the register: is that meant?" if meant else ""
    return f"{read.printed} has an unusual number of figures; numbers like it have five.{asked}"
