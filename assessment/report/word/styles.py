"""The styles of the word-processor file, as XML: the word processor's own ones wherever it has them.

A built-in style (Title, Heading 1, Caption, Quote…) takes the look of the document it is pasted into, and
only what no built-in style says is ours, its name beginning with « Jalon ».
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from assessment.report.palette import INK, INK_2, PLACE, RULE, WASH

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Calibri"
"""Not the PDF's Source Sans 3: a font that is not installed is replaced by anything at all, and one that is
embedded follows the text into other people's documents. Calibri, or Carlito of the same widths, is there."""
STRONG = "Strong"
TABLE, FORM_TABLE = "JalonTable", "JalonForm"
TEXT_WIDTH_TWIPS = 9638
"""170 mm, the measure of the page, in twentieths of a point."""


@dataclass(frozen=True)
class Look:
    """One paragraph style; sizes and spaces in points, None for what it takes from the style it stands on."""

    id: str
    name: str
    """Built-in name, or key of the words of ours."""
    size: float | None = None
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    left: float = 0
    hanging: float = 0
    on: str = "Normal"
    then: str | None = None
    """Style of the paragraph typed after one in this style."""
    with_next: bool = False
    whole: bool = False
    """Whether its lines stay on one page."""
    outline: int | None = None
    """Level in the navigation pane, from 0."""
    list_id: int | None = None
    boxed: bool = False
    """A pale ground with a dark bar at left."""
    tabbed: bool = False
    """A tab that ends at the right margin."""
    tight: bool = False
    """Whether its lines stand as close as the font allows."""

    @property
    def is_ours(self) -> bool:
        """Whether the word processor has no such style of its own."""
        return self.id.startswith("Jalon")


_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
BULLETS = 1
"""Number of the list."""
_MARK = 14.0
_BOX = 9.0
"""Room between the edge of a box and its words."""

LOOKS = (
    Look("Title", "Title", 24, True, colour=PLACE, after=4, then="JalonFacts", with_next=True, outline=0),
    Look("Subtitle", "Subtitle", 11, True, colour=INK_2, after=2, then="Title", with_next=True),
    Look("Heading1", "heading 1", 20, True, colour=PLACE, before=16, after=8, with_next=True, outline=0),
    Look("Heading2", "heading 2", 13.5, True, colour=PLACE, before=9, after=3, with_next=True, outline=1),
    Look("Heading3", "heading 3", 11, True, colour=INK, before=8, after=3, with_next=True, outline=2),
    Look("Caption", "caption", 9, colour=INK_2, before=3, after=6),
    Look(
        "Quote", "Quote", 11.5, italic=True, before=2, after=4, left=_BOX, whole=True, boxed=True, tight=True
    ),
    Look("ListBullet", "List Bullet", after=3, left=_MARK, hanging=_MARK, list_id=BULLETS),
    Look("Header", "header", 8.5, colour=INK_2, after=0, tabbed=True),
    Look("Footer", "footer", 7.5, colour=INK_2, after=0, tabbed=True),
    Look("JalonFacts", "facts", 9.5, colour=INK_2, after=0, tight=True),
    Look("JalonLead", "lead", 12, after=6),
    Look("JalonNote", "note", 9.5, italic=True, colour=INK_2),
    Look("JalonTag", "tag", 10, colour=INK_2, with_next=True),
    Look("JalonBox", "box", 10, after=6, left=_BOX, whole=True, boxed=True),
    Look("JalonBoxBullet", "box_bullet", on="JalonBox", left=_BOX + _MARK, hanging=_MARK, list_id=BULLETS),
    Look("JalonCell", "cell", 9, before=1.5, after=1.5, tight=True),
    Look(
        "JalonCellHead",
        "cell_head",
        8.5,
        True,
        colour=INK_2,
        before=4,
        after=1.5,
        with_next=True,
        tight=True,
    ),
    Look("JalonGap", "gap", 4, after=0),
)
"""Paragraph styles beside Normal."""


def styles_xml(lang: str, names: dict[str, str]) -> str:
    """Return styles.xml in a language (« fr-FR »), our styles under the names of that language."""
    language = f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/>'
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults>'
        f"<w:rPrDefault><w:rPr>{_FONTS}"
        f'<w:sz w:val="21"/><w:szCs w:val="21"/>{language}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:spacing w:after="90" w:line="254" w:lineRule="auto"/></w:pPr>'
        f'<w:rPr><w:color w:val="{INK}"/>{language}</w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f'<w:style w:type="character" w:styleId="{STRONG}"><w:name w:val="Strong"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(_paragraph_style(look, names) for look in LOOKS)}{_table_styles(names)}</w:styles>"
    )


def numbering_xml() -> str:
    """Return numbering.xml: the one list there is, with bullets."""
    return (
        f'<w:numbering xmlns:w="{NAMESPACE}">'
        f'<w:abstractNum w:abstractNumId="{BULLETS}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_twips(_MARK)}" w:hanging="{_twips(_MARK)}"/></w:pPr>'
        f'<w:rPr>{_FONTS}<w:color w:val="{PLACE}"/></w:rPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num></w:numbering>'
    )


def _twips(points: float) -> int:
    return round(points * 20)


def _paragraph_style(look: Look, names: dict[str, str]) -> str:
    name = names[look.name] if look.is_ours else look.name
    custom = ' w:customStyle="1"' if look.is_ours else ""
    follows = look.then or ("Normal" if look.outline is not None else look.id)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.id}"><w:name w:val={quoteattr(name)}/>'
        f'<w:basedOn w:val="{look.on}"/><w:next w:val="{follows}"/><w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph_properties(look))}</w:pPr>"
        f"<w:rPr>{''.join(_run_properties(look))}</w:rPr></w:style>"
    )


def _paragraph_properties(look: Look) -> Iterator[str]:
    """Yield the properties in the order the format asks for."""
    if look.with_next:
        yield "<w:keepNext/>"
    if look.whole or look.with_next:
        yield "<w:keepLines/>"
    if look.list_id is not None:
        yield f'<w:numPr><w:numId w:val="{look.list_id}"/></w:numPr>'
    if look.boxed:
        edge = f'w:val="single" w:sz="24" w:space="0" w:color="{WASH}"'
        yield (
            f'<w:pBdr><w:top {edge}/><w:left w:val="single" w:sz="20" w:space="7" w:color="{PLACE}"/>'
            f'<w:bottom {edge}/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/>'
        )
    if look.tabbed:
        yield f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH_TWIPS}"/></w:tabs>'
    yield _spacing(look)
    if look.left:
        yield f'<w:ind w:left="{_twips(look.left)}" w:hanging="{_twips(look.hanging)}"/>'
    if look.boxed:
        # Space around a box, none between two lines of it.
        yield "<w:contextualSpacing/>"
    if look.outline is not None:
        yield f'<w:outlineLvl w:val="{look.outline}"/>'


def _spacing(look: Look) -> str:
    """Return the spaces above, below and between the lines; what is not said is inherited."""
    spaces = (("before", look.before), ("after", look.after))
    given = "".join(f' w:{side}="{_twips(space)}"' for side, space in spaces if space is not None)
    if look.tight:
        given += ' w:line="240" w:lineRule="auto"'
    return f"<w:spacing{given}/>" if given else ""


def _run_properties(look: Look) -> Iterator[str]:
    if look.bold:
        yield "<w:b/><w:bCs/>"
    if look.italic:
        yield "<w:i/><w:iCs/>"
    if look.colour:
        yield f'<w:color w:val="{look.colour}"/>'
    if look.size:
        half_points = round(look.size * 2)
        yield f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _table_styles(names: dict[str, str]) -> str:
    """Return the table a word processor starts from, ours, and ours with lines between the columns."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    sides = "".join(f'<w:{side} w:w="60" w:type="dxa"/>' for side in ("left", "right"))
    head = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{PLACE}"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}">'
        f'<w:name w:val={quoteattr(names["table"])}/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{head}</w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{FORM_TABLE}">'
        f'<w:name w:val={quoteattr(names["form"])}/><w:basedOn w:val="{TABLE}"/>'
        f"<w:tblPr><w:tblBorders><w:bottom {line}/><w:insideH {line}/><w:insideV {line}/></w:tblBorders>"
        "</w:tblPr></w:style>"
    )
