"""Keys of the app: each binding has an id, and its name and tooltip are sentences of the catalogue."""

from textual.binding import Binding

_ROW = ("&", "é", '"', "'", "(", "-,§", "è", "_,!", "ç")
"""Unshifted digit row of AZERTY keyboards, 1 to 9; § and ! on Belgian and Mac ones."""

ZERO = "0,à"
"""Digit 0, and what its key types unshifted on AZERTY keyboards."""


def key(keys: str, action: str, name: str, *, show: bool = False) -> Binding:
    """Return a binding whose id is `name`; `keys.<name>` and `keys.<name>.tip` are its words."""
    return Binding(
        _both_cases(keys), action, f"keys.{name}.name", tooltip=f"keys.{name}.tip", id=name, show=show
    )


def digits() -> list[Binding]:
    """Return the bindings of the digits 1 to 9, which the unshifted AZERTY row types too."""
    return [
        Binding(
            _both_cases(f"{digit},{characters}"),
            f"digit({digit})",
            "keys.digit.name",
            tooltip="keys.digit.tip",
            id="digit",
            show=False,
        )
        for digit, characters in enumerate(_ROW, start=1)
    ]


def _both_cases(keys: str) -> str:
    """Add what each letter types with Caps Lock on."""
    letters = [letter for letter in keys.split(",") if len(letter) == 1 and letter.islower()]
    return ",".join([keys, *(letter.upper() for letter in letters)])
