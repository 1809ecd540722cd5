"""The four looks of the app. Colours stand here and nowhere else; words and signs never depend on them."""

from textual.theme import Theme

NAMES = ("dark", "light", "contrast", "mono")
"""In the order F4 shows them; the first one is how the app comes."""
_PREFIX = "jalon-"


def theme_id(name: str) -> str:
    """Return the name under which Textual knows a look."""
    return f"{_PREFIX}{name}"


def theme_name(theme_id: str) -> str:
    """Return the name of the look Textual shows."""
    return theme_id.removeprefix(_PREFIX)


def following(name: str) -> str:
    """Return the look after another one; after the last one, the first."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]


def chosen(kept: str | None, *, has_colours: bool) -> str:
    """Return the look to open with: monochrome without colours, else the one kept if there is one."""
    if not has_colours:
        return "mono"
    return kept if kept in NAMES else NAMES[0]


def themes() -> tuple[Theme, ...]:
    """Return the four looks as Textual takes them."""
    return (_dark(), _light(), _contrast(), _mono())


def _dark() -> Theme:
    return Theme(
        theme_id("dark"),
        primary="#6CB6FF",
        secondary="#9CCBFF",
        accent="#FFC061",
        warning="#FFC061",
        error="#FF9A8F",
        success="#86DDA0",
        foreground="#E8EAED",
        background="#101418",
        surface="#1A2028",
        panel="#232B35",
        dark=True,
        variables={
            "foreground-muted": "#AEB6BF",
            "foreground-disabled": "#78828D",
            "text-disabled": "auto 62%",
            "block-cursor-background": "#23466B",
            "block-cursor-foreground": "#FFFFFF",
            "block-cursor-blurred-background": "#23466B",
            "block-cursor-blurred-foreground": "#FFFFFF",
        },
    )


def _light() -> Theme:
    return Theme(
        theme_id("light"),
        primary="#0B5CAD",
        secondary="#275E8E",
        accent="#8A3F00",
        warning="#734C00",
        error="#A8201A",
        success="#1B6336",
        foreground="#1B1F24",
        background="#FBFAF7",
        surface="#F1EFE9",
        panel="#E6E3DA",
        dark=False,
        variables={
            "foreground-muted": "#4E5761",
            "foreground-disabled": "#7C8590",
            "text-muted": "auto 72%",
            "text-disabled": "auto 68%",
            "block-cursor-background": "#CFE3F8",
            "block-cursor-foreground": "#0E2236",
            "block-cursor-blurred-background": "#CFE3F8",
            "block-cursor-blurred-foreground": "#0E2236",
        },
    )


def _contrast() -> Theme:
    return Theme(
        theme_id("contrast"),
        primary="#8CD3FF",
        secondary="#B8E3FF",
        accent="#FFE14D",
        warning="#FFE14D",
        error="#FFC4BE",
        success="#9CF0B4",
        foreground="#FFFFFF",
        background="#000000",
        surface="#000000",
        panel="#1A1A1A",
        dark=True,
        variables={
            "foreground-muted": "#E3E3E3",
            "foreground-disabled": "#B4B4B4",
            "text-muted": "auto 88%",
            "text-disabled": "auto 80%",
            "block-cursor-background": "#003A70",
            "block-cursor-foreground": "#FFFFFF",
            "block-cursor-blurred-background": "#003A70",
            "block-cursor-blurred-foreground": "#FFFFFF",
        },
    )


def _mono() -> Theme:
    return Theme(
        theme_id("mono"),
        primary="#D4D4D4",
        secondary="#C4C4C4",
        accent="#FFFFFF",
        warning="#E4E4E4",
        error="#E4E4E4",
        success="#E4E4E4",
        foreground="#EDEDED",
        background="#101010",
        surface="#1C1C1C",
        panel="#2A2A2A",
        dark=True,
        variables={
            "foreground-muted": "#B8B8B8",
            "foreground-disabled": "#848484",
            "text-disabled": "auto 65%",
            "block-cursor-background": "#454545",
            "block-cursor-foreground": "#FFFFFF",
            "block-cursor-blurred-background": "#454545",
            "block-cursor-blurred-foreground": "#FFFFFF",
        },
    )
