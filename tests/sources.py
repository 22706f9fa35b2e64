"""The program's own source text, as trees that rules about it can walk."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("db", "desktop", "exports", "resources")


@dataclass(frozen=True, slots=True)
class Source:
    """One module: where it stands in the house, and its text as a tree."""

    path: str
    tree: ast.Module

    def stands_in(self, *places: str) -> bool:
        """Whether it is one of these modules, or in one of these folders (named with a slash at the end)."""
        return any(self.path == place or (place.endswith("/") and self.path.startswith(place)) for place in places)

    def imports(self) -> Iterator[tuple[int, str]]:
        """Every module it imports, with the line; `from a import b` counts as a.b; import_module("a") as a."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
            elif isinstance(node, ast.Call) and dotted(node.func).endswith(("import_module", "__import__")):
                yield from ((node.lineno, beginning(each)) for each in node.args[:1])

    def names(self) -> Iterator[tuple[int, str]]:
        """Every dotted name it uses, with the line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute):
                yield node.lineno, dotted(node)

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every text it writes, with the line; of a text put together, only how it begins."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.JoinedStr | ast.Constant):
                yield node.lineno, beginning(node)


def sources(root: Path) -> Iterator[Source]:
    """Every module of the program below a folder; the tests aside."""
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            yield Source(path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8")))


def dotted(place: ast.expr) -> str:
    """A name with its dots; only the last parts where it hangs on something unnamed."""
    parts: list[str] = []
    while isinstance(place, ast.Attribute):
        parts.append(place.attr)
        place = place.value
    if isinstance(place, ast.Name):
        parts.append(place.id)
    return ".".join(reversed(parts))


def beginning(node: ast.AST) -> str:
    """The text a string begins with, however it is put together."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return beginning(node.values[0]) if node.values else ""
    return beginning(node.left) if isinstance(node, ast.BinOp) else ""


def is_sql(text: str) -> bool:
    """Whether a text begins as a statement of SQL does."""
    words = text.split(maxsplit=2)
    begins = {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "PRAGMA", "BEGIN", "VACUUM"}
    return len(words) > 1 and words[0] in begins
