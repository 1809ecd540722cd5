"""A file inside the PDF, as PDF/A-3 allows: listed by name, dated, and said to be the report's source."""

from hashlib import md5

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from assessment.report import AttachedFile
from assessment.report.document import Document


def attach(canvas: Canvas, file: AttachedFile, document: Document) -> None:
    """Put a file into the PDF being written; the report is made from it, hence « Source »."""
    pdf = canvas._doc  # type: ignore[attr-defined]
    stream = PDFStream(content=file.content, filters=[PDFZCompress])
    stream.dictionary["Type"] = PDFName("EmbeddedFile")
    stream.dictionary["Subtype"] = "/" + file.media_type.replace(
        "/", "#2F"
    )  # PDFName lets the slash end the name
    stream.dictionary["Params"] = PDFDictionary(
        {
            "Size": len(file.content),
            "ModDate": PDFString(f"D:{document.printed_on:%Y%m%d}000000+00'00'"),
            "CheckSum": f"<{md5(file.content, usedforsecurity=False).hexdigest()}>",
        }
    )
    stream_reference = pdf.Reference(stream)
    name = PDFString(file.name)
    specification = pdf.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": name,
                "UF": name,
                "Desc": PDFString(document.subject),
                "AFRelationship": PDFName("Source"),
                "EF": PDFDictionary({"F": stream_reference, "UF": stream_reference}),
            }
        )
    )
    names = PDFDictionary({"Names": PDFArray([name, specification])})
    catalog = pdf.Catalog
    catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    catalog.AF = PDFArray([specification])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
