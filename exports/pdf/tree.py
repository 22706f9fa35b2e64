"""The structure tree as it stands in the file: StructTreeRoot, its elements, and the way back from the pages."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from exports.pdf.structure import Elem, Mark, Widget

_OWNERS = {"L": "List", "TH": "Table", "TD": "Table", "Figure": "Layout"}


def write_tree(
    document: PDFDocument, root: Elem, pages: Sequence[Sequence[Elem]], widgets: Sequence[Elem]
) -> PDFObjectReference:
    """Write a structure into a file.

    `pages` holds, for each page, the element of each of its marks; `widgets` the element of each field. Both become
    the ParentTree, in which a page's key is its number from 0 and the fields' keys follow.
    """
    writer = _Writer(document)
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = _kept(document, tree)
    tree["K"] = writer.write(root, reference)
    tree["ParentTree"] = _kept(document, writer.parent_tree(pages, widgets))
    tree["ParentTreeNextKey"] = len(pages) + len(widgets)
    return reference


class _Writer:
    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._references: dict[Elem, PDFObjectReference] = {}

    def write(self, elem: Elem, parent: PDFObjectReference) -> PDFObjectReference:
        written = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(elem.tag), "P": parent})
        reference = self._references[elem] = _kept(self._document, written)
        page = elem.first_page()
        if page is not None:
            written["Pg"] = _page(page)
        if elem.alternative:
            written["Alt"] = PDFString(elem.alternative)
        if elem.attributes:
            written["A"] = _attributes(elem)
        written["K"] = _content([self._child(child, page, reference) for child in elem.children], elem)
        return reference

    def parent_tree(self, pages: Sequence[Sequence[Elem]], widgets: Sequence[Elem]) -> PDFDictionary:
        numbers: list[object] = []
        for key, elems in enumerate(pages):
            numbers += [key, _kept(self._document, PDFArray([self._references[elem] for elem in elems]))]
        for key, elem in enumerate(widgets, len(pages)):
            numbers += [key, self._references[elem]]
        return PDFDictionary({"Nums": PDFArray(numbers)})

    def _child(self, child: Elem | Mark | Widget, page: int | None, parent: PDFObjectReference) -> object:
        match child:
            case Elem():
                return self.write(child, parent)
            case Widget():
                annotation = PDFObjectReference(child.annotation)
                return PDFDictionary({"Type": PDFName("OBJR"), "Obj": annotation, "Pg": _page(child.page)})
            case Mark() if child.page == page:
                return child.number
            case Mark():
                return PDFDictionary({"Type": PDFName("MCR"), "Pg": _page(child.page), "MCID": child.number})


def _content(children: Sequence[object], elem: Elem) -> object:
    """A field stands alone, in no array: only there does pyHanko permit that a second signature fills it."""
    if len(children) == 1 and isinstance(elem.children[0], Widget):
        return children[0]
    return PDFArray(children)


def _kept(document: PDFDocument, written: PDFObject) -> PDFObjectReference:
    reference: PDFObjectReference = document.Reference(written)  # type: ignore[no-untyped-call]
    return reference


def _page(page: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{page + 1}")


def _attributes(elem: Elem) -> PDFDictionary:
    values = {name: _attribute(value) for name, value in elem.attributes.items()}
    return PDFDictionary({"O": PDFName(_OWNERS[elem.tag]), **values})


def _attribute(value: str | int | tuple[float, ...]) -> object:
    if isinstance(value, str):
        return PDFName(value)
    return PDFArray(list(value)) if isinstance(value, tuple) else value
