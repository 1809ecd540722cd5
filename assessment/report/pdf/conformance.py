"""What makes the file an archive others can read: PDF/A-3a and PDF/UA-1 declared, dated, titled, coloured.

Checked by a validator in the tests; neither standard can be certified by a program alone.
"""

from importlib.resources import files
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from assessment.report.characters import clean
from assessment.report.document import Document

PROGRAM = "Jalon"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{program}</xmp:CreatorTool>
   <xmp:CreateDate>{day}T00:00:00+00:00</xmp:CreateDate>
   <xmp:ModifyDate>{day}T00:00:00+00:00</xmp:ModifyDate>
   <pdf:Producer>{program}</pdf:Producer>
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
     <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
     <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
     <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
     <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
       <pdfaProperty:name>part</pdfaProperty:name>
       <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
       <pdfaProperty:category>internal</pdfaProperty:category>
       <pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>
     </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def declare(canvas: Canvas, document: Document) -> None:
    """Write the properties, the declaration of both standards and the colour space of the whole file."""
    stamp = f"D:{document.printed_on:%Y%m%d}000000+00'00'"
    canvas.setTitle(clean(document.title))
    canvas.setAuthor(clean(document.running_name))
    canvas.setSubject(clean(document.subject))
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setDateFormatter(lambda *_clock: stamp)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    pdf = canvas._doc  # type: ignore[attr-defined]
    packet = _PACKET.format(
        title=escape(clean(document.title)),
        author=escape(clean(document.running_name)),
        subject=escape(clean(document.subject)),
        lang=document.language_tag,
        day=document.printed_on.isoformat(),
        program=PROGRAM,
    )
    catalog = pdf.Catalog
    catalog.Metadata = XMP(creator=lambda _pdf: packet.encode("utf-8"))
    catalog.OutputIntents = PDFArray([_colours(pdf)])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


def _colours(pdf: PDFDocument) -> PDFDictionary:
    """Say that the colours are those of sRGB."""
    profile = (files("assessment.report") / "fonts" / "sRGB.icc").read_bytes()
    stream = PDFStream(content=profile, filters=[PDFZCompress])
    stream.dictionary["N"] = 3
    stream.dictionary["Alternate"] = PDFName("DeviceRGB")
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": pdf.Reference(stream),  # type: ignore[no-untyped-call]
        }
    )
