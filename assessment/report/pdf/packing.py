"""The bytes of the file: small objects packed together, as PDF allows since 1.5.

A tagged report has a thousand small objects; reportlab writes each in the clear, which makes the file half as
big again. What reportlab says of every object is kept to the letter.
"""

import zlib
from collections.abc import Sequence
from hashlib import md5

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
TOGETHER = 200
"""Objects in one pack."""
Numbered = tuple[int, bytes]
"""An object's number and its content."""


def packed(canvas: Canvas) -> bytes:
    """Close the document and return its bytes; the same document gives the same bytes."""
    pdf = canvas._doc  # type: ignore[attr-defined]
    pdf.format = lambda: _written(pdf)  # called by reportlab once everything is known
    content: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    return content


def _written(pdf: pdfdoc.PDFDocument) -> bytes:
    streams, small = _formatted(pdf)
    following = len(streams) + len(small) + 1
    places: dict[int, bytes] = {0: _place(0, 0, 65535)}
    for start in range(0, len(small), TOGETHER):
        lot = small[start : start + TOGETHER]
        for index, (number, _) in enumerate(lot):
            places[number] = _place(2, following, index)
        streams.append((following, _pack(lot)))
        following += 1
    file = bytearray(HEADER)
    for number, content in streams:
        places[number] = _place(1, len(file), 0)
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    where = len(file)
    places[following] = _place(1, where, 0)
    name = md5(file, usedforsecurity=False).hexdigest().encode()
    file += b"%d 0 obj\n%b\nendobj\n" % (following, _table(pdf, places, name))
    file += b"startxref\n%d\n%%%%EOF\n" % where
    return bytes(file)


def _formatted(pdf: pdfdoc.PDFDocument) -> tuple[list[Numbered], list[Numbered]]:
    """Return the objects that are streams and the others; formatting one may add others at the end."""
    streams: list[Numbered] = []
    small: list[Numbered] = []
    number = 1
    while number in pdf.numberToId:
        made = pdf.idToObject[pdf.numberToId[number]]
        content = pdfdoc.format(made, pdf, toplevel=1).strip()
        (streams if content.endswith(b"endstream") else small).append((number, content))
        number += 1
    return streams, small


def _place(kind: int, first: int, second: int) -> bytes:
    """Return a row of the table of places: 1 for an offset in the file, 2 for a pack and an index in it."""
    return kind.to_bytes(1, "big") + first.to_bytes(4, "big") + second.to_bytes(2, "big")


def _pack(objects: Sequence[Numbered]) -> bytes:
    """Return objects as one compressed stream, their numbers and places before them."""
    head, body = [], bytearray()
    for number, content in objects:
        head.append(b"%d %d" % (number, len(body)))
        body += content + b"\n"
    numbers = b" ".join(head) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(numbers))
    return _compressed(entries, numbers + bytes(body))


def _table(pdf: pdfdoc.PDFDocument, places: dict[int, bytes], name: bytes) -> bytes:
    """Return the table that says where each object is; its name tells two documents apart."""
    catalog = pdf._catalog  # type: ignore[attr-defined]
    root, info = (pdf.Reference(part).format(pdf) for part in (catalog, pdf.info))  # type: ignore[no-untyped-call]
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b" % (len(places), root, info)
    rows = b"".join(places[number] for number in range(len(places)))
    return _compressed(entries + b"/ID[<%b><%b>]" % (name, name), rows)


def _compressed(entries: bytes, data: bytes) -> bytes:
    content = zlib.compress(data)
    written = b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b" % (entries, len(content), content)
    return written + b"\r\nendstream"  # with a line feed alone, data ending in CR would swallow it
