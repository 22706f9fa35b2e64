"""Which words are an address on the web, and may be followed."""

import re

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][!#-;=?-\[\]_a-z~]*)?")
"""Plain ASCII, without quotation marks, angle brackets, spaces or braces."""


def is_address(text: str) -> bool:
    """Whether a text as a whole is the address of a web page, and nothing else."""
    return _ADDRESS.fullmatch(text) is not None
