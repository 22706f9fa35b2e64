"""The command that signs a decision's record: made, signed, checked and filed as the window does it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from db.calendar import bank_holidays
from db.changes import Author, Changed
from db.operations.file_record import file_signed
from db.register import Register
from db.rules.council import timestamp_address
from db.rules.decision import Decision, Signatory
from db.rules.record_template import RecordTemplate
from db.rules.refusal import Refusal
from desktop.acts import work
from desktop.checked_file import read_file
from desktop.commands.group import desk
from desktop.commands.moment import local_moment, today
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told, wrapped
from desktop.commands.written import FILE
from desktop.record_signing import (
    Evidence,
    Signing,
    file_of,
    order_for,
    record_to_sign,
    signer_of,
    stopped,
    what_stops_signing,
)
from desktop.writing.gathering import template_of
from exports.signatures.order import Signed
from exports.signatures.passphrase import Passphrase


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was given."""

    certificate: Path
    timestamp: str | None
    no_timestamp: bool
    crl: tuple[Path, ...]
    trust: tuple[Path, ...]
    counter_sign: str
    counter_post: str
    reason: str
    picture: Path | None
    second_place: bool

    def evidence(self, register: Register) -> Evidence:
        """What the signature can carry: the register's timestamp service unless another one, or none, is asked for."""
        address = register.decisions.timestamp_service() if self.timestamp is None else self.timestamp
        wanted = "" if self.no_timestamp else timestamp_address(address)
        return Evidence(wanted, tuple(map(read_file, self.trust)), tuple(map(read_file, self.crl)))


@desk.command("sign-record")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--certificate", type=FILE, required=True, metavar="P12", help="The .p12 or .pfx file to sign with.")
@click.option("--timestamp", metavar="URL", help="A service that stamps it; else the register's, where one is set.")
@click.option("--no-timestamp", is_flag=True, help="Sign with this computer's clock alone.")
@click.option("--crl", type=FILE, multiple=True, help="A list of revoked certificates; repeatable.")
@click.option("--trust", type=FILE, multiple=True, help="A certificate you trust, PEM or DER; repeatable.")
@click.option("--counter-sign", default="", metavar="NAME", help="Sign a signed record below, as a second person.")
@click.option("--counter-post", default="", metavar="POST", help="The second person's post; else as the form has it.")
@click.option("--reason", default="", help="What signing says; else as the form of the records has it.")
@click.option("--picture", type=FILE, metavar="PNG", help="A picture of the hand-written signature.")
@click.option("--second-place", is_flag=True, help="Leave a place for a second signature.")
@as_officer
def sign_record(by: Author, file: Path, number: str, **given: Any) -> None:
    """Sign the record of a decision as a PDF, check it and file it: from then on the decision is locked.

    What its record lacks is listed, and the status is 1. The passphrase is asked for and not shown; when it does not
    come from a keyboard it is the first line that comes in.
    """
    asked = Asked(**given)
    with writing(file) as register:
        decision, template = register.decisions.get(number), template_of(register)
        _check(register, decision, asked)
        evidence = asked.evidence(register)
        signer = _signer(decision, template, asked, by)
        signed = _signed(register, decision, template, asked, evidence, signer)
        done = _filed(register, by, decision, signed, signer)
        told(done)
    click.echo("\n".join(wrapped(evidence.why(signed.level))))
    click.echo(f"SHA-256 {signed.sha256}")


def _check(register: Register, decision: Decision, asked: Asked) -> None:
    if asked.counter_sign and not decision.is_locked:
        raise Refusal(f"{decision.name} has no signed record yet. Sign it first; a second signature stands below one.")
    if decision.is_locked and not asked.counter_sign:
        raise Refusal(f"The record of {decision.name} is signed. Name a second person with --counter-sign.")
    if lacking := what_stops_signing(register, decision, today(), bank_holidays()):
        raise stopped(decision, lacking)


def _signer(decision: Decision, template: RecordTemplate, asked: Asked, by: Author) -> Signatory:
    if asked.counter_sign:
        return Signatory(asked.counter_post or template.signature.counter_post, asked.counter_sign)
    return signer_of(decision, template, Signatory(by.post, by.name))


def _signed(
    register: Register,
    decision: Decision,
    template: RecordTemplate,
    asked: Asked,
    evidence: Evidence,
    signer: Signatory,
) -> Signed:
    wording = template.signature
    usual = wording.counter_reason if decision.is_locked else wording.reason
    level, reason = evidence.levels[0], asked.reason or usual
    signing = Signing(asked.certificate, _passphrase(), reason, asked.picture, asked.second_place, level)
    order = order_for(decision, signer, signing, local_moment(), evidence)
    if decision.is_locked:
        signed, seen = work.signed_file(register.decisions.signed_record(decision.signed_files[0].sha256), order)
    else:
        record = record_to_sign(register, decision, template, today(), has_second=asked.second_place)
        signed, seen = work.signed_record(record, order)
    if not seen.is_intact:
        raise Refusal(f"{seen.sentences[0]} It was not filed. Sign it again.")
    return signed


def _filed(register: Register, by: Author, decision: Decision, signed: Signed, signer: Signatory) -> Changed:
    return file_signed(register, by, decision.id, signed.pdf, file_of(signed, signer), today())


def _passphrase() -> Passphrase:
    if sys.stdin.isatty():
        return Passphrase(click.prompt("Passphrase of the certificate", hide_input=True, err=True))
    return Passphrase(sys.stdin.readline().rstrip("\r\n"))
