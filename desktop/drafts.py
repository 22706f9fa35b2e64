"""Words that were typed and are not in the register yet, kept in a file of the officer's own until they are. No Qt."""

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

Typed = Mapping[str, Any]
"""What each field held, by the field's name, in texts, numbers and lists of these."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed on one decision's record since it was last in the register."""

    at: datetime
    """When the last of it was typed, with its time zone."""
    typed: Typed


class Drafts:
    """The drafts of one officer, a file each. A file is whole or as it was before; only its owner can read it."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is the officer's own folder for data, unless another is given."""
        self.folder = folder or user_data_path("contract-desk", appauthor=False) / "drafts"

    def keep(self, register: Path | None, decision_id: str, draft: Draft) -> bool:
        """Keep a draft in place of the one before; False where its file cannot be written."""
        path = self._path(register, decision_id)
        words = json.dumps({"at": draft.at.isoformat(), "decision": decision_id, "typed": dict(draft.typed)})
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(path, words.encode())
        except OSError:
            return False
        return True

    def find(self, register: Path | None, decision_id: str) -> Draft | None:
        """The draft of a decision; None where there is none, or its file is not as this program writes it."""
        try:
            kept = json.loads(self._path(register, decision_id).read_bytes())
            draft, of = Draft(datetime.fromisoformat(kept["at"]), dict(kept["typed"])), kept["decision"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return draft if of == decision_id and draft.typed and draft.at.tzinfo else None

    def drop(self, register: Path | None, decision_id: str) -> None:
        """Its words are in the register, or are left out."""
        with contextlib.suppress(OSError):
            self._path(register, decision_id).unlink(missing_ok=True)

    def _path(self, register: Path | None, decision_id: str) -> Path:
        key = f"{register.resolve() if register else ''}\n{decision_id}"
        return self.folder / f"{sha256(key.encode()).hexdigest()[:32]}.draft"


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(file, "wb") as out:
        out.write(content)
    beside.replace(path)
