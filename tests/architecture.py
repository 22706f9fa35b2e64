"""The arrows of the house, as rules over the source text. test_architecture.py holds the house to them."""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.sources import ROOMS, Source, beginning, is_sql, sources

PURE = sys.stdlib_module_names - {
    *("asyncio", "glob", "io", "locale", "logging", "multiprocessing", "os", "pathlib", "random", "shelve", "shutil"),
    *("signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid"),
}
"""The standard library without files, clocks, chance, processes and databases."""

ESSENTIALS = {
    *("QtConcurrent", "QtCore", "QtDBus", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtSvgWidgets", "QtTest"),
    *("QtWidgets", "QtXml"),
}
"""Qt's modules that are under the LGPL and in PySide6-Essentials."""

CLOCKS = {
    *("date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.localtime", "time.gmtime"),
    *("QDate.currentDate", "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc", "QTime.currentTime"),
}


Check = Callable[[Source], Iterator[tuple[int, str]]]
"""The places, by line, where a module breaks a sentence, and what stands there."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A sentence about the house, and how a module breaks it: the line and what stands there."""

    sentence: str
    broken_by: Check


def broken(root: Path, arrows: tuple[Arrow, ...]) -> list[str]:
    """Every place below a folder where an arrow is broken, with the sentence it breaks."""
    return [
        f"{source.path}:{line}: {what} ({arrow.sentence})"
        for source in sources(root)
        for arrow in arrows
        for line, what in arrow.broken_by(source)
    ]


def only_in(modules: tuple[str, ...], *places: str) -> Check:
    """These modules are imported in these places and nowhere else."""

    def check(source: Source) -> Iterator[tuple[int, str]]:
        if not source.stands_in(*places):
            yield from ((line, f"imports {name}") for line, name in source.imports() if _is_within(name, modules))

    return check


def knows_only(place: str, *ours: str, outside: frozenset[str] | None = None) -> Check:
    """What stands in a place imports, of our own modules, only these; and of the others' only `outside`, if given."""

    def allowed(name: str) -> bool:
        if name.split(".")[0] in ROOMS:
            return _is_within(name, ours)
        return outside is None or name.split(".")[0] in outside

    def check(source: Source) -> Iterator[tuple[int, str]]:
        if source.stands_in(place):
            yield from ((line, f"imports {name}") for line, name in source.imports() if not allowed(name))

    return check


def never_knows(place: str, *modules: str) -> Check:
    """What stands in a place never imports these modules."""

    def check(source: Source) -> Iterator[tuple[int, str]]:
        if source.stands_in(place):
            yield from ((line, f"imports {name}") for line, name in source.imports() if _is_within(name, modules))

    return check


def clock_only_in(*places: str) -> Check:
    """The day or moment is read from the machine in these places and nowhere else."""

    def check(source: Source) -> Iterator[tuple[int, str]]:
        if not source.stands_in(*places):
            for line, name in (*source.names(), *source.imports()):
                if ".".join(name.split(".")[-2:]) in CLOCKS:
                    yield line, f"reads the clock by {name}"

    return check


def relative_imports(source: Source) -> Iterator[tuple[int, str]]:
    """Imports that begin with a dot."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, f"imports {'.' * node.level}{node.module or ''}"


def uses_of(method: str) -> Check:
    """Uses of a method of this name, on whatever it hangs."""

    def check(source: Source) -> Iterator[tuple[int, str]]:
        yield from ((line, f"uses {name}") for line, name in source.names() if name.split(".")[-1] == method)

    return check


def sql_only_in(*places: str) -> Check:
    """SQL is written in these places and nowhere else."""

    def check(source: Source) -> Iterator[tuple[int, str]]:
        if not source.stands_in(*places):
            yield from ((line, f"writes SQL: {text[:30]}") for line, text in source.texts() if is_sql(text))

    return check


def sql_from_values(source: Source) -> Iterator[tuple[int, str]]:
    """SQL put together with +, % or .format; an f-string may name a table or column, and the linter asks why."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod) and is_sql(beginning(node.left)):
            yield node.lineno, "puts SQL together with + or %"
        elif isinstance(node, ast.Attribute) and node.attr == "format" and is_sql(beginning(node.value)):
            yield node.lineno, "puts SQL together with format"


def other_than_essentials(source: Source) -> Iterator[tuple[int, str]]:
    """Modules of Qt beyond the LGPL essentials."""
    for line, name in source.imports():
        package, _, rest = name.partition(".")
        if package == "PySide6" and rest.split(".")[0] not in ESSENTIALS:
            yield line, f"imports {name}"


ARROWS = (
    Arrow(
        "db.rules is pure: it needs the standard library without files, clocks and databases, and itself",
        knows_only("db/rules/", "db.rules", outside=PURE),
    ),
    Arrow("Qt is only in desktop", only_in(("PySide6", "shiboken6"), "desktop/")),
    Arrow("only Qt's LGPL essentials are used", other_than_essentials),
    Arrow(
        "SQLite is only in the register, its migrations and the store",
        only_in(("sqlite3", "sqlite_utils"), "db/register.py", "db/migrations.py", "db/store/"),
    ),
    Arrow("openpyxl is only in exports", only_in(("openpyxl",), "exports/")),
    Arrow("calamine is only in its own reader", only_in(("python_calamine",), "db/returns/files/with_calamine.py")),
    Arrow("PDF is written and signed only in exports", only_in(("reportlab", "pyhanko", "pikepdf"), "exports/")),
    Arrow(
        "exports knows the rules and the layout of a return, and not the register",
        knows_only("exports/", "db.rules", "db.returns.layout", "resources", "exports"),
    ),
    Arrow("db knows neither the face nor the way out", never_knows("db/", "desktop", "exports")),
    Arrow("resources knows nobody", knows_only("resources/", "resources")),
    Arrow(
        "the store knows no verb and no way in",
        never_knows("db/store/", "db.operations", "db.register", "db.returns"),
    ),
    Arrow(
        "the way in knows the rules and not the register",
        never_knows("db/returns/", "db.operations", "db.register", "db.store"),
    ),
    Arrow(
        "a register brought in is understood by its cells and the rules alone",
        knows_only(
            "db/incoming/", "db.rules", "db.returns.cells", "db.returns.tables", "db.returns.undisturbed", "db.incoming"
        ),
    ),
    Arrow("a job takes and gives values, and never sees the register", never_knows("desktop/jobs.py", "db.register")),
    Arrow("the face reads the register and never the store", never_knows("desktop/", "db.store")),
    Arrow(
        "the day is an argument: only the session and the command line read the clock",
        clock_only_in("desktop/session.py", "desktop/__main__.py"),
    ),
    Arrow("imports are absolute", relative_imports),
    Arrow("executescript commits by itself and is never used", uses_of("executescript")),
    Arrow("the event loop is never turned by hand", uses_of("processEvents")),
    Arrow(
        "SQL is written only in the store, the register and the migrations",
        sql_only_in("db/store/", "db/register.py", "db/migrations.py"),
    ),
    Arrow("values reach SQL only as parameters", sql_from_values),
)  # fmt: skip


def _is_within(name: str, modules: tuple[str, ...]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)
