"""The stored signature itself, which no digest covers. Imported only when a file is checked: it brings pyHanko."""

import re
from collections.abc import Iterable

from asn1crypto import cms, parser
from cryptography import x509

from exports.signatures.certificate import is_one_chain

_HEX = re.compile(rb"<(?:[0-9a-f]+|[0-9A-F]+)>")


def is_sound(pdf: bytes, byte_range: Iterable[int]) -> bool:
    """Whether the place between the signed bytes holds one signature, padded with zeros, and nothing else."""
    numbers = [int(each) for each in byte_range]
    if len(numbers) != 4:
        return False
    hole = pdf[numbers[1] : numbers[2]]
    if not _HEX.fullmatch(hole) or len(hole) % 2:
        return False
    return _is_one_signature(bytes.fromhex(hole[1:-1].decode()))


def _is_one_signature(content: bytes) -> bool:
    try:
        length = parser.peek(content)
        signed = cms.ContentInfo.load(content[:length])["content"]
        return not content[length:].strip(b"\0") and _says_its_digest(signed) and is_one_chain(_carried(signed))
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError):
        return False


def _says_its_digest(signed: cms.SignedData) -> bool:
    said = {each["algorithm"].native for each in signed["digest_algorithms"]}
    used = {each["digest_algorithm"]["algorithm"].native for each in signed["signer_infos"]}
    return said == used and signed["version"].native in ("v1", "v3", "v4", "v5")


def _carried(signed: cms.SignedData) -> list[x509.Certificate]:
    return [x509.load_der_x509_certificate(each.chosen.dump()) for each in signed["certificates"]]
