"""The house as architecture sentences that run: each holds here, and each is seen to fail on a copy that breaks it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import ARROWS, broken

PROJECT = Path(__file__).parent.parent

HEAVY = (
    "openpyxl",
    "pyhanko",
    "reportlab",
    "sqlite_utils",
    "click",
    "pypdfium2",
    "cryptography",
    "python_calamine",
    "numpy",
    "pandas",
)
"""What a window does without until something asks for it."""

BREACHES = [
    ("db/rules/money.py", "import sqlite3", "db.rules is pure"),
    ("db/rules/dates.py", "from pathlib import Path", "db.rules is pure"),
    ("db/rules/dates.py", "import dateutil", "db.rules is pure"),
    ("db/rules/contract.py", "from db.store import journal", "db.rules is pure"),
    ("db/incoming/plan.py", "from db.register import Register", "by its cells and the rules alone"),
    ("exports/__init__.py", "from PySide6.QtCore import QDate", "Qt is only in desktop"),
    ("db/register.py", "import PySide6", "Qt is only in desktop"),
    ("desktop/__init__.py", "from PySide6 import QtCharts", "LGPL essentials"),
    ("desktop/__init__.py", "from PySide6.QtGraphsWidgets import Q3DBars", "LGPL essentials"),
    ("desktop/__init__.py", "import sqlite3", "SQLite is only in"),
    ("db/operations/__init__.py", "from sqlite_utils import Database", "SQLite is only in"),
    ("desktop/__init__.py", "def read():\n    import openpyxl", "openpyxl is only in"),
    ("db/returns/layout.py", "from openpyxl.utils import cell", "openpyxl is only in"),
    ("db/returns/workbook.py", "import python_calamine", "calamine is only in"),
    ("desktop/__init__.py", "from reportlab.lib import units", "PDF is written and signed only in exports"),
    ("db/operations/__init__.py", "__import__('pyhanko')", "PDF is written and signed only in exports"),
    ("exports/__init__.py", "from db.register import Register", "exports knows the rules"),
    ("exports/__init__.py", "import db", "exports knows the rules"),
    ("exports/__init__.py", "from db.returns import reading", "exports knows the rules"),
    ("exports/__init__.py", "import desktop.session", "exports knows the rules"),
    ("db/register.py", "from exports import files", "db knows neither"),
    ("db/operations/__init__.py", "import importlib\nimportlib.import_module('desktop')", "db knows neither"),
    ("resources/__init__.py", "from db.rules import money", "resources knows nobody"),
    ("db/store/__init__.py", "from db.operations import undo", "the store knows no verb"),
    ("db/returns/__init__.py", "from db.register import Register", "the way in knows the rules"),
    ("desktop/jobs.py", "from db.register import Register", "a job takes and gives values"),
    ("desktop/__init__.py", "from db.store import journal", "never the store"),
    ("db/rules/dates.py", "date.today()", "the day is an argument"),
    ("db/register.py", "import datetime\nstarted = datetime.datetime.now(datetime.UTC)", "the day is an argument"),
    ("exports/__init__.py", "from time import time", "the day is an argument"),
    ("desktop/__init__.py", "clock = QDate.currentDate", "the day is an argument"),
    ("desktop/__init__.py", "from . import session", "imports are absolute"),
    ("db/migrations.py", "db.conn.executescript('x')", "executescript"),
    ("desktop/__init__.py", "QApplication.processEvents()", "event loop"),
    ("desktop/__init__.py", "rows = look_up('SELECT * FROM contract')", "SQL is written only"),
    ("db/operations/__init__.py", "rows = look_up(f'DELETE FROM {name}')", "SQL is written only"),
    ("db/store/__init__.py", "execute('SELECT * FROM contract WHERE id = ' + given)", "only as parameters"),
    ("db/store/__init__.py", "execute('SELECT * FROM contract WHERE id = %s' % given)", "only as parameters"),
    ("db/register.py", "execute('PRAGMA user_version = {}'.format(given))", "only as parameters"),
]  # fmt: skip


def test_the_house_keeps_every_arrow() -> None:
    assert not broken(PROJECT, ARROWS)


@pytest.mark.parametrize(("module", "line", "sentence"), BREACHES, ids=[f"{m}: {line}" for m, line, _ in BREACHES])
def test_a_broken_arrow_is_seen_with_its_place(tmp_path: Path, module: str, line: str, sentence: str) -> None:
    ours, copy = PROJECT / module, tmp_path / module
    copy.parent.mkdir(parents=True)
    copy.write_text(f"{ours.read_text(encoding='utf-8') if ours.exists() else ''}\n{line}\n", encoding="utf-8")
    seen = broken(tmp_path, ARROWS)
    assert [each for each in seen if each.startswith(f"{module}:") and sentence in each], seen


def test_every_arrow_has_a_breach_that_shows_it() -> None:
    assert [arrow.sentence for arrow in ARROWS if not any(said in arrow.sentence for _, _, said in BREACHES)] == []


def loaded_after(statement: str) -> set[str]:
    """The packages a fresh Python has loaded after a statement."""
    ask = f"{statement}; import sys; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.skipif(not (PROJECT / "desktop" / "app.py").exists(), reason="there is no window yet")
def test_a_window_starts_without_what_only_later_work_needs() -> None:
    assert not loaded_after("import desktop.app") & set(HEAVY)


def test_the_rules_load_without_any_package_of_others() -> None:
    assert not loaded_after("import db.rules.attention, db.rules.contract, db.rules.monitoring") & {*HEAVY, "PySide6"}
