"""Pages on which everything drawn is either tagged, as part of the structure, or an artifact."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from io import BytesIO
from typing import Any, TypeVar

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from exports.pdf import metadata
from exports.pdf.defects import archival_streams
from exports.pdf.fonts import Face, load
from exports.pdf.structure import Elem, Mark, Widget
from exports.pdf.style import PORTRAIT, Sheet
from exports.pdf.tree import write_tree

_PAINTS = (
    "arc", "bezier", "circle", "doForm", "drawImage", "drawInlineImage", "drawPath", "drawText", "ellipse", "grid",
    "line", "lines", "rect", "roundRect", "shade", "wedge",
)  # fmt: skip

_C = TypeVar("_C", bound=type)


def _artifacts_unless_tagged(canvas: _C) -> _C:
    for name in _PAINTS:
        setattr(canvas, name, _as_artifact(getattr(canvas, name)))
    return canvas


def _as_artifact(paint: Callable[..., object]) -> Callable[..., None]:
    @wraps(paint)
    def painted(self: "TaggedCanvas", *arguments: Any, **named: Any) -> None:
        if self.marking:
            paint(self, *arguments, **named)
            return
        with self.artifact():
            paint(self, *arguments, **named)

    return painted


@_artifacts_unless_tagged
class TaggedCanvas(Canvas):
    """A4 pages of one document, in points from the foot of the page.

    Text drawn inside `tagged` belongs to that element. Whatever is painted outside it is marked as an artifact, so no
    rule or background can be left untagged (ISO 14289-1, 7.1).
    """

    _code: list[str]
    _doc: Any

    def __init__(self, description: metadata.Description, sheet: Sheet = PORTRAIT) -> None:
        for face in (Face.REGULAR, Face.BOLD):
            load(face)
        super().__init__(
            BytesIO(),
            pagesize=(sheet.page_width, sheet.page_height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]
            lang=description.language,
        )
        self.marking = False
        self._marks: list[list[Elem]] = [[]]
        self._widgets: list[tuple[Elem, PDFDictionary, str]] = []
        self._describe(description)

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self._marks) - 1

    @contextmanager
    def tagged(self, elem: Elem) -> Iterator[None]:
        """What is drawn meanwhile is the content of an element."""
        marks = self._marks[-1]
        elem.children.append(Mark(self.page, len(marks)))
        with self._marked(f"/{elem.tag} <</MCID {len(marks)}>> BDC"):
            yield
        marks.append(elem)

    @contextmanager
    def artifact(self, subtype: str = "") -> Iterator[None]:
        """What is drawn meanwhile is no part of the text; `subtype` says Header or Footer of those."""
        kind = f"/Artifact <</Type /Pagination /Subtype /{subtype}>> BDC" if subtype else "/Artifact BMC"
        with self._marked(kind):
            yield

    @contextmanager
    def _marked(self, operator: str) -> Iterator[None]:
        self._code.append(operator)
        self.marking = True
        yield
        self.marking = False
        self._code.append("EMC")

    def signature_field(self, elem: Elem, name: str, alternative: str, rectangle: Sequence[float]) -> None:
        """An empty field for a signature; `alternative` is what a screen reader says of it (ISO 14289-1, 7.18)."""
        x0, y0, x1, y1 = rectangle
        box = PDFDictionary({"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "Resources": PDFDictionary()})
        box["BBox"] = PDFArray([0, 0, x1 - x0, y1 - y0])
        field = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "FT": PDFName("Sig"),
                "T": PDFString(name),
                "TU": PDFString(alternative),
                "F": 4,
                "Rect": PDFArray([x0, y0, x1, y1]),
                "P": self._doc.thisPageRef(),
                "AP": PDFDictionary({"N": PDFStream(box, b"\n")}),
            }
        )
        self._annotate(elem, field)

    def link(self, elem: Elem, address: str, alternative: str, rectangle: Sequence[float]) -> None:
        """A place to click that leads to an address in ASCII; `alternative` is what a screen reader says of it."""
        to = PDFDictionary({"Type": PDFName("Action"), "S": PDFName("URI"), "URI": PDFString(address)})
        link = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(list(rectangle)),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(alternative),
            "A": to,
        }
        self._annotate(elem, PDFDictionary(link))

    def _annotate(self, elem: Elem, annotation: PDFDictionary) -> None:
        name = f"annotation.{len(self._widgets)}"
        self._addAnnotation(annotation, name)  # type: ignore[attr-defined]
        named = self._doc.annotationName(name)
        elem.children.append(Widget(self.page, named))
        self._widgets.append((elem, annotation, named))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline, level 0 the highest, that leads to a height on this page."""
        key = f"section.{len(self._doc.outline.destinationnamestotitles)}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level)
        self.showOutline()

    def showPage(self) -> None:
        self._doc.updateSignature("\n".join(self._code))
        super().showPage()
        self._marks.append([])

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)  # type: ignore[misc]
        if isinstance(page, PDFPage):
            _allow(page, "StructParents", "Tabs")
            page.StructParents, page.Tabs = self.page, PDFName("S")  # type: ignore[attr-defined]
            page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])

    def to_bytes(self, root: Elem) -> bytes:
        """The finished file. Every page has been shown; nothing can be drawn afterwards."""
        document, catalog = self._doc, self._doc.Catalog
        pages = self._marks[:-1]
        for key, (_, field, _) in enumerate(self._widgets, len(pages)):
            field["StructParent"] = key
        catalog.StructTreeRoot = write_tree(document, root, pages, [elem for elem, _, _ in self._widgets])
        fields = [named for _, annotation, named in self._widgets if "FT" in annotation.dict]
        if fields:
            references = [PDFObjectReference(named) for named in fields]
            catalog.AcroForm = PDFDictionary({"Fields": PDFArray(references)})
        with archival_streams():
            written: bytes = document.GetPDFData(self)
        return written

    def _describe(self, description: metadata.Description) -> None:
        document, catalog = self._doc, self._doc.Catalog
        document.signature = hashlib.sha256(repr(description).encode())
        document._timeStamp = metadata.StartOfDay(description.made_on)  # noqa: SLF001 - the one clock it reads
        self.setTitle(description.title)
        self.setAuthor(description.author)
        self.setSubject(description.subject)
        self.setCreator(metadata.CREATOR)
        self.setProducer(metadata.PRODUCER)
        self.setViewerPreference("DisplayDocTitle", "true")
        _allow(catalog, "OutputIntents")
        catalog.OutputIntents = PDFArray([metadata.output_intent()])
        catalog.Metadata = metadata.xmp(description)
        catalog.MarkInfo = metadata.marked()


def _allow(written: PDFCatalog, *names: str) -> None:
    """Have reportlab write entries of a page or the catalog that it does not know."""
    written.__NoDefault__ = [*written.__NoDefault__, *names]
