"""The group that every command belongs to: what was refused becomes a sentence, what broke is told as a fault."""

import errno
import traceback
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import click

from db.rules.refusal import Refusal


class Refused(click.ClickException):
    """What was asked cannot be done: one sentence on stderr, exit status 1, nothing changed."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the sentence, without click's own word before it."""
        click.echo(" ".join(self.message.split()), file=file, err=file is None)


class Commands(click.Group):
    """The commands, in the order an officer meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands as they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Do a command, and turn what stops it into a sentence."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Refusal as refusal:
            raise Refused(str(refusal)) from refusal
        except OSError as trouble:
            if trouble.errno == errno.EPIPE:
                raise
            raise Refused(_in_words(trouble)) from trouble
        except Exception as fault:
            if ctx.params["trace"]:
                traceback.print_exc()
            raise Refused(_as_fault(fault)) from fault


def _in_words(trouble: OSError) -> str:
    where = f"“{trouble.filename}”" if trouble.filename else "A file"
    return f"{where} cannot be used: {trouble.strerror or trouble}. Check its name, its folder and the disk."


def _as_fault(fault: Exception) -> str:
    return (
        f"Contract Desk has a fault ({type(fault).__name__}: {fault}). Nothing half done was kept. "
        "Give the command once more as “contract-desk --trace …” to see where, and report it."
    )


def _say_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    try:
        click.echo(f"Contract Desk {version('contract-desk')}")
    except PackageNotFoundError:
        click.echo("Contract Desk, not installed: run from its own folder")
    ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--trace", is_flag=True, envvar="CONTRACT_DESK_TRACE", help="If the program has a fault, show where.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version, help="Say which version."
)
def desk(trace: bool) -> None:
    """A register of provider contracts. Without a command, the window opens; with a register's file, on that register.

    Days are written 31/3/2025, 31 March 2025 or 2025-03-31; amounts £848,829 or £0.42m.
    """
