"""Commands about signatures on files: what they are worth, and a certificate of one's own to make them with."""

import os
import sys
from pathlib import Path

import click

from db.rules.refusal import Refusal
from desktop.checked_file import CheckedFile, check_content
from desktop.commands.group import desk
from desktop.commands.moment import now
from desktop.commands.opening import reading
from desktop.commands.saying import say_json, wrapped
from desktop.commands.signature_json import verification_values
from desktop.commands.written import FILE
from desktop.filed_copies import Kinship, Match, match
from exports.signatures.identity import WORTH, new_identity
from exports.signatures.passphrase import Passphrase
from exports.signatures.verification import Verification
from exports.signatures.verifying import MOST_BYTES


@desk.command("verify")
@click.argument("file", type=FILE)
@click.option("--trust", type=FILE, multiple=True, help="A certificate you trust, PEM or DER; repeatable.")
@click.option("--crl", type=FILE, multiple=True, help="A list of revoked certificates; repeatable.")
@click.option("--register", "kept_in", type=FILE, help="A register that may have filed it, to hold it against.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def check_signatures(
    file: Path, trust: tuple[Path, ...], crl: tuple[Path, ...], kept_in: Path | None, as_json: bool
) -> None:
    """Whether a PDF is as it was signed, by whom and when, and what was added since.

    The status is 0 when it is signed and nothing speaks against it. With --trust, a signer must be vouched for; with
    --register, a file that says it is a record filed there must be the copy that was filed.
    """
    checked = check_content(file.name, _content(file), now(), tuple(map(_content, trust)), tuple(map(_content, crl)))
    found, kept = checked.verification, _held_against(kept_in, checked)
    if as_json:
        say_json(verification_values(found, kept))
    else:
        click.echo(_page(found, kept))
    if not found.is_intact:
        raise Refusal(f"“{file}” is not vouched for: {found.verdict}.")
    if kept and kept.kinship is Kinship.NOT_THE_COPY:
        raise Refusal(f"“{file}” is not the record it says it is: {kept.kinship}.")


@desk.command("new-certificate")
@click.argument("file", type=FILE)
@click.option("--name", required=True, help="Who signs with it.")
@click.option("--post", default="", help="Their post.")
@click.option("--organisation", default="", help="Their council.")
@click.option("--years", type=int, default=3, show_default=True, help="How long it is valid.")
def make_certificate(file: Path, name: str, post: str, organisation: str, years: int) -> None:
    """Make a self-issued certificate with its key, a .p12 file, to sign records with.

    It shows later changes to a record; it does not prove who signed. The passphrase is asked for, twice; when it does
    not come from a keyboard it is the first line that comes in.
    """
    if file.exists():
        raise _there_already(file)
    _write_new(file, new_identity(name, post, organisation, _asked(), now(), years))
    length = "1 year" if years == 1 else f"{years} years"
    click.echo("\n".join([f"Made the certificate “{file}”, valid for {length}.", *wrapped(WORTH)]))


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _held_against(register: Path | None, checked: CheckedFile) -> Match | None:
    if register is None:
        return None
    with reading(register) as opened:
        return match(opened, checked)


def _page(found: Verification, kept: Match | None) -> str:
    sentences = (*found.sentences, *([kept.sentence] if kept else ()))
    return "\n".join([*(line for each in sentences for line in wrapped(each)), f"SHA-256 {found.sha256}"])


def _asked() -> Passphrase:
    if sys.stdin.isatty():
        return Passphrase(click.prompt("Passphrase", hide_input=True, confirmation_prompt="The same again", err=True))
    return Passphrase(sys.stdin.readline().rstrip("\r\n"))


def _write_new(file: Path, content: bytes) -> None:
    """Write a file that only its owner can read, and none where one is."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        raise _there_already(file) from None
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _there_already(file: Path) -> Refusal:
    return Refusal(f"“{file}” is there already and was left as it is. Choose another name.")
