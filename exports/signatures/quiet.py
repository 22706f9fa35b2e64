"""pyHanko without its own words on the screen, and without its hand in a file's metadata."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_TALKERS = ("pyhanko", "pyhanko_certvalidator")


@contextmanager
def quiet() -> Iterator[None]:
    """What pyHanko would log or warn of is left unsaid: we say it, in words of our own."""
    loggers = [logging.getLogger(name) for name in _TALKERS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@contextmanager
def untouched_metadata() -> Iterator[None]:
    """A signature leaves the file's metadata as they are.

    pyHanko 0.38 writes them anew with every signature and loses what PDF/A-2 6.6.2.3 asks for. Its writer of long-term
    evidence is its own, so the method is stilled for all of them.
    """
    from pyhanko.pdf_utils.writer import BasePdfFileWriter

    method = BasePdfFileWriter._update_meta  # noqa: SLF001 - named by its maintainer for this (pyHanko issue 223)
    BasePdfFileWriter._update_meta = lambda self: None  # type: ignore[method-assign] # noqa: SLF001
    try:
        yield
    finally:
        BasePdfFileWriter._update_meta = method  # type: ignore[method-assign] # noqa: SLF001
