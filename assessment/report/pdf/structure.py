"""The tag tree of the PDF: what each piece of the page is, in reading order, for those who do not see it.

Elements are made while the blocks are laid out, so that the order is that of the document whatever the pages
do; drawing only tells each element which marked parts of which page belong to it. Elements nothing was drawn
for are left out.
"""

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFDocument, PDFObject, PDFString

Part = tuple[int, int]
"""(page index, number of the marked part on that page)."""


class Element:
    """One node of the tag tree, with the roles of ISO 32000-1 §14.8.4."""

    __slots__ = ("attributes", "children", "parent", "parts", "role")

    def __init__(self, role: str, parent: "Element | None" = None, attributes: str = "") -> None:
        """Make an element, last child of its parent; attributes are entries of its PDF dictionary."""
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.children: list[Element] = []
        self.parts: list[Part | PDFObject] = []
        if parent is not None:
            parent.children.append(self)

    def add(self, role: str, attributes: str = "") -> "Element":
        """Return a new last child."""
        return Element(role, self, attributes)

    def has_content(self) -> bool:
        """Say whether anything was drawn for it or inside it."""
        return bool(self.parts) or any(child.has_content() for child in self.children)

    def drawn(self) -> Iterator["Element"]:
        """Yield the element and those inside it that have content, in reading order."""
        yield self
        for child in self.children:
            if child.has_content():
                yield from child.drawn()


def text_string(text: str) -> str:
    """Return a text as a PDF string; no-break spaces, which PDF's own encoding lacks, become plain ones."""
    written: bytes = PDFString(text.replace("\N{NO-BREAK SPACE}", " ")).format(DummyDoc())
    return written.decode("latin-1")


class _Raw(PDFObject):
    """A PDF object already written."""

    __RefOnly__ = 1

    def __init__(self, content: str = "") -> None:
        self.content = content

    def format(self, _document: object) -> bytes:
        return self.content.encode("latin-1")


def write_structure(
    pdf: PDFDocument, root: Element, marks: list[list[Element]], links: list[Element]
) -> None:
    """Add the tree to a PDF document being written.

    `marks` holds, page by page, the element of each marked part; `links` the element of each link, numbered
    after the pages.
    """
    elements = list(root.drawn())
    objects = {id(element): _Raw() for element in elements}
    tree = _Raw()
    reference = {key: _number(pdf, made) for key, made in objects.items()}
    top = _number(pdf, tree)
    pages = [_number_of(pdf, f"Page{index}") for index in range(1, len(marks) + 1)]
    for element in elements:
        parent = reference[id(element.parent)] if element.parent is not None else top
        kids = _kids(pdf, element, reference, pages)
        objects[id(element)].content = f"<</S/{element.role}/P {parent}{kids}{element.attributes}>>"
    rows = [
        f"{index}[{' '.join(reference[id(one)] for one in page)}]" for index, page in enumerate(marks) if page
    ]
    rows.extend(f"{len(marks) + index} {reference[id(one)]}" for index, one in enumerate(links))
    parents = _number(pdf, _Raw(f"<</Nums[{' '.join(rows)}]>>"))
    following = len(marks) + len(links)
    tree.content = (
        f"<</Type/StructTreeRoot/K {reference[id(root)]}/ParentTree {parents}/ParentTreeNextKey {following}>>"
    )
    catalog = pdf._catalog  # type: ignore[attr-defined]
    catalog.StructTreeRoot = tree
    catalog.MarkInfo = _Raw("<</Marked true>>")


def _kids(pdf: PDFDocument, element: Element, reference: dict[int, str], pages: list[str]) -> str:
    """Return the page and the children of an element: marked parts first, then elements."""
    own = next((part[0] for part in element.parts if isinstance(part, tuple)), None)
    written = []
    for part in element.parts:
        if isinstance(part, tuple):
            page, number = part
            away = f"<</Type/MCR/Pg {pages[page]}/MCID {number}>>"
            written.append(str(number) if page == own else away)
        else:
            written.append(f"<</Type/OBJR/Obj {_number(pdf, part)}>>")
    written.extend(reference[id(child)] for child in element.children if id(child) in reference)
    inside = written[0] if len(written) == 1 else f"[{' '.join(written)}]"
    return (f"/Pg {pages[own]}" if own is not None else "") + (f"/K {inside}" if written else "")


def _number(pdf: PDFDocument, made: PDFObject) -> str:
    return _number_of(pdf, pdf.Reference(made).name)  # type: ignore[no-untyped-call]


def _number_of(pdf: PDFDocument, name: str) -> str:
    number, version = pdf.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"
