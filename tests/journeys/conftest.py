"""The sample register, as the commands' own tests have it."""

from tests.desktop.commands.conftest import made_once, sample

__all__ = ["made_once", "sample"]
