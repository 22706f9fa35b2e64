"""What a document is, apart from how it looks: a tree of headings, paragraphs, lists, tables and fields."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a page's content, by its page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Widget:
    """A form field's or a link's place on a page, by the page (from 0) and the annotation's name in the file."""

    page: int
    annotation: str


@dataclass(slots=True, eq=False)
class Elem:
    """One element of the structure (ISO 32000-1, 14.8), such as H1, P, L, Table, TH or Form.

    Built in reading order when the text is written; the marks come when it is drawn. `attributes` are those of the
    element's own class, such as a header cell's Scope.
    """

    tag: str
    attributes: dict[str, str | int | tuple[float, ...]] = field(default_factory=dict)
    children: list["Elem | Mark | Widget"] = field(default_factory=list)
    alternative: str = ""
    """What is read out in place of a figure."""

    def add(self, tag: str, **attributes: str | int) -> "Elem":
        """Add an element as the last child."""
        child = Elem(tag, dict(attributes))
        self.children.append(child)
        return child

    def elems(self) -> Iterator["Elem"]:
        """The elements directly below this one."""
        return (child for child in self.children if isinstance(child, Elem))

    def first_page(self) -> int | None:
        """The page on which the element begins; None when nothing of it was drawn."""
        for child in self.children:
            page = child.first_page() if isinstance(child, Elem) else child.page
            if page is not None:
                return page
        return None
