"""What is shipped beside the code: fonts, icons, wording, help."""

from pathlib import Path


def path(name: str) -> Path:
    """The one way a bundled file is found: a slash-separated name below this folder."""
    return Path(__file__).parent / name
