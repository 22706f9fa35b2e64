"""A program of somebody else's comes to the same answer about our signed files: the pyhanko command."""

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from exports.signatures.signing import sign
from tests.exports import signing_cases as cases
from tests.exports.pdf_reading import changed
from tests.exports.signing_cases import NOW, order, record, second, updated
from tests.exports.test_verify_tampering import note_on_page, other_page


@cache
def signed() -> bytes:
    return sign(record(), order()).pdf


def counter_signed() -> bytes:
    return sign(signed(), second()).pdf


def _said(pdf: bytes, folder: Path) -> tuple[int, str]:
    file, trusted = folder / "record.pdf", folder / "trusted.pem"
    file.write_bytes(pdf)
    trusted.write_bytes(cases.pem(cases.root()))
    done = subprocess.run(
        [sys.executable, "-m", "pyhanko", "sign", "validate", "--no-revocation-check", "--trust", str(trusted),
         "--trust-replace", "--validation-time", NOW.isoformat(), "--pretty-print", str(file)],
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.mark.parametrize(("pdf", "signatures"), [(signed, 1), (counter_signed, 2)])
def test_every_signature_of_an_intact_file_is_valid_to_it(
    pdf: Callable[[], bytes], signatures: int, tmp_path: Path
) -> None:
    code, said = _said(pdf(), tmp_path)
    assert (code, said.count("The signature is judged VALID")) == (0, signatures)


@pytest.mark.parametrize(
    "altered",
    [
        lambda pdf: pdf[:3000] + bytes([pdf[3000] ^ 1]) + pdf[3001:],
        lambda pdf: updated(pdf, other_page),
        lambda pdf: updated(pdf, note_on_page),
        lambda pdf: changed(pdf, lambda _pdf: None),
        lambda pdf: pdf[:-200],
    ],
    ids=["a byte", "a page", "a note", "saved anew", "cut short"],
)
def test_an_altered_file_is_not_valid_to_it_either(altered: Callable[[bytes], bytes], tmp_path: Path) -> None:
    code, _ = _said(altered(signed()), tmp_path)
    assert code != 0
