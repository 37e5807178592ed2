"""Accents of one colour for light and dark pages, with the contrast that WCAG 2.2 asks for (1.4.3)."""

from __future__ import annotations

from msgspec import Struct

_ENOUGH = 4.5
_STEPS = 64
_LIGHT = ("#ffffff", "#f6f7f9")
_DARK = ("#12151b", "#191d25", "#1e232d")
"""What text is on, as the style sheet has it: paper, panel, raised."""
_Rgb = tuple[int, int, int]


class Colours(Struct, frozen=True):
    """An accent, and the tint that is behind it, for light and for dark pages; as ``#rrggbb``."""

    accent: str
    tint: str
    dark_accent: str
    dark_tint: str


def colours_of(color: str) -> Colours:
    """The accents of a colour: itself, or as little darker or lighter as contrast needs."""
    accent, tint = _readable(_parsed(color), towards=(0, 0, 0), on=_LIGHT, tinted=6)
    dark, dark_tint = _readable(
        _parsed(color), towards=(255, 255, 255), on=_DARK, tinted=10
    )
    return Colours(accent, tint, dark, dark_tint)


def _readable(
    color: _Rgb, *, towards: _Rgb, on: tuple[str, ...], tinted: int
) -> tuple[str, str]:
    """The first mixture that can be read on each background, and on a tint of itself."""
    grounds = [_parsed(ground) for ground in on]
    for step in range(_STEPS + 1):
        mixture = _mixed(color, towards, step)
        tint = _mixed(grounds[0], mixture, tinted)
        if all(contrast(mixture, ground) >= _ENOUGH for ground in (*grounds, tint)):
            break
    return _written(mixture), _written(tint)


def contrast(one: _Rgb, other: _Rgb) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: _Rgb) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(color: _Rgb, other: _Rgb, step: int) -> _Rgb:
    red, green, blue = (
        one + (two - one) * step // _STEPS
        for one, two in zip(color, other, strict=True)
    )
    return red, green, blue


def _parsed(color: str) -> _Rgb:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _written(color: _Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
