"""Commands about signatures on files: what they are worth, and a certificate of one's own to make them with."""

import os
import sys
from pathlib import Path

import click

from db.rules.refusal import Refusal
from desktop.commands.group import desk
from desktop.commands.moment import now
from desktop.commands.saying import say_json, wrapped
from desktop.commands.signature_json import verification_values
from desktop.commands.written import FILE
from exports.signatures.identity import WORTH, new_identity
from exports.signatures.passphrase import Passphrase
from exports.signatures.verification import Verification
from exports.signatures.verifying import MOST_BYTES, verify


@desk.command("verify")
@click.argument("file", type=FILE)
@click.option("--trust", type=FILE, multiple=True, help="A certificate you trust, PEM or DER; repeatable.")
@click.option("--crl", type=FILE, multiple=True, help="A list of revoked certificates; repeatable.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def check_signatures(file: Path, trust: tuple[Path, ...], crl: tuple[Path, ...], as_json: bool) -> None:
    """Whether a PDF is as it was signed, by whom and when, and what was added since.

    The status is 0 when it is signed and nothing speaks against it. With --trust, a signer must be vouched for.
    """
    found = verify(_content(file), now(), [_content(each) for each in trust], [_content(each) for each in crl])
    if as_json:
        say_json(verification_values(found))
    else:
        click.echo(_page(found))
    if not found.is_intact:
        raise Refusal(f"“{file}” is not vouched for: {found.verdict}.")


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


def _page(found: Verification) -> str:
    return "\n".join([*(line for each in found.sentences for line in wrapped(each)), f"SHA-256 {found.sha256}"])


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
