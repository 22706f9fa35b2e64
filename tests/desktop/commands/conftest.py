"""A sample register of each test's own, made once and copied."""

import shutil
from pathlib import Path

import pytest

from tests.desktop.commands.command_line import done


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.register"
    done("sample", file)
    return file


@pytest.fixture
def sample(made_once: Path, tmp_path: Path) -> Path:
    """A sample register that the test may change."""
    return Path(shutil.copy(made_once, tmp_path / "sample.register"))
