"""Colours, lines, numbers and classes of an SVG file, each held against what is printed right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_pack.content.pictures.svg_limits import LARGEST, MOST_RULES, beyond
from build_pack.content.pictures.svg_vocabulary import (
    COLOURS,
    FONT_SIZE,
    GEOMETRY,
    LENGTH,
    LENGTHS,
    NEUTRAL,
    OFF,
    OUTLINES,
    PATH,
    PLAIN,
    POINTS,
    SIZED_FONTS,
    TRANSFORMS,
    VALUES,
)

_LOCAL = re.compile(r"""url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)""", re.DOTALL)
_PLAIN_COLOUR = re.compile(r"#[0-9a-f]+|[a-z]+|(rgb|hsl)a?\([^()]*\)", re.IGNORECASE)
_AT_RULES = {
    "import": ("a stylesheet in another file (@import)", PLAIN),
    "font-face": ("a font (@font-face)", OUTLINES),
    "media": ("styles for certain screens only (@media)", PLAIN),
    "keyframes": ("an animation (@keyframes)", "Export a still picture without it."),
}
_NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
_VIEW = re.compile(rf"{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})", re.ASCII)
_LEAST = 0.001
"""Of the sides of what a picture shows; with less, all that is in it is beyond measure."""
MEASURES = {
    "d": ("an unreadable line", PATH),
    "points": ("an unreadable line", POINTS),
    **dict.fromkeys(LENGTHS, ("a size that cannot be printed", LENGTH)),
    **dict.fromkeys(
        ("transform", "gradientTransform"), ("a transform that cannot be printed", TRANSFORMS)
    ),
    "viewBox": ("an invalid size", _VIEW),
}


@dataclass(frozen=True)
class SvgStyleFault:
    """A feature that is not printed, and what to do; `subject` says where it stands."""

    feature: str
    subject: str
    hint: str


def of_stylesheet(css: str) -> Iterator[SvgStyleFault]:
    """What of a `<style>` element cannot be printed."""
    import cssselect2
    import tinycss2

    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    if len(rules) > MOST_RULES:
        yield SvgStyleFault(f"{len(rules):,} styles; the maximum is {MOST_RULES}", "<style>", PLAIN)
        return
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            keyword = rule.lower_at_keyword
            feature, hint = _AT_RULES.get(keyword, (f"an unknown rule (@{keyword})", PLAIN))
            yield SvgStyleFault(feature, "<style>", hint)
        elif rule.type == "error":
            yield SvgStyleFault("an unreadable style", "<style>", PLAIN)
        elif rule.type == "qualified-rule":
            try:
                cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                yield SvgStyleFault("an unreadable style", "<style>", PLAIN)
            yield from of_declarations(rule.content)


def of_declarations(css: Any) -> Iterator[SvgStyleFault]:
    """What of a `style` attribute, or of the block of a rule, cannot be printed."""
    import tinycss2

    for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            yield from of_property(one.lower_name, tinycss2.serialize(one.value), in_css=True)
        else:
            yield SvgStyleFault("an unreadable style", "style", PLAIN)


def of_property(name: str, value: str, *, in_css: bool) -> Iterator[SvgStyleFault]:
    """What is wrong with one property, be it an attribute or in CSS."""
    value, subject = value.strip(), f"{name}: {value.strip()}" if in_css else f'{name}="{value}"'
    if name in SIZED_FONTS:
        yield from _font_size(value, subject)
    if NEUTRAL.fullmatch(name) or value == "inherit":
        return
    if name in OFF:
        harmless, feature, hint = OFF[name]
        if not set(value.split()) <= {*harmless.split()} and not _is_white(name, value):
            yield SvgStyleFault(feature, subject, hint)
    elif "var(" in value or "calc(" in value or "env(" in value:
        yield SvgStyleFault("a value that has to be calculated", subject, PLAIN)
    elif name in COLOURS:
        if not _is_paint(name, value):
            yield SvgStyleFault(
                "a colour that cannot be printed", subject, "Use a colour such as #0a4f5c."
            )
    elif name == "clip-path":
        if value != "none" and not _LOCAL.fullmatch(value):
            yield SvgStyleFault("a clipping shape in CSS", subject, PLAIN)
    else:
        yield from _other(name, value, subject, in_css=in_css)


def _font_size(value: str, subject: str) -> Iterator[SvgStyleFault]:
    if not FONT_SIZE.fullmatch(value):
        yield SvgStyleFault("a size that cannot be printed", subject, PLAIN)
    elif number := beyond(value):
        yield too_large(number, subject)


def _other(name: str, value: str, subject: str, *, in_css: bool) -> Iterator[SvgStyleFault]:
    if not _is_known(name, value, in_css=in_css):
        yield SvgStyleFault("a style that cannot be printed", subject, PLAIN)
    elif number := beyond(value):
        yield too_large(number, subject)


def too_large(number: str, subject: str) -> SvgStyleFault:
    """What is said of a number that is no place or size in a picture."""
    return SvgStyleFault(f"a number beyond {LARGEST:,}, {number}", subject, PLAIN)


def _is_known(name: str, value: str, *, in_css: bool) -> bool:
    """Whether a property has one of its values; sizes in CSS are those of the whole picture."""
    if name in VALUES:
        return VALUES[name].fullmatch(value) is not None
    return in_css and name in GEOMETRY & {"width", "height"} and bool(LENGTH.fullmatch(value))


def _is_paint(name: str, value: str) -> bool:
    if (found := _LOCAL.fullmatch(value)) and name in {"fill", "stroke"}:
        value = found[2] or "none"
    if value == "none":
        return name in {"fill", "stroke"}
    return value == "currentColor" or is_colour(value)  # in small letters it is not understood


def _is_white(name: str, value: str) -> bool:
    """Whether it is a background of the colour of paper."""
    from tinycss2.color5 import parse_color

    seen = parse_color(value) if name.startswith("background") and is_colour(value) else None
    return seen is not None and tuple(seen.to("srgb").coordinates) == (1, 1, 1)


def is_colour(value: str) -> bool:
    """Whether a colour is of red, green and blue, and written as WeasyPrint reads it."""
    from tinycss2.color5 import parse_color

    return bool(_PLAIN_COLOUR.fullmatch(value)) and parse_color(value) not in {None, "currentcolor"}


def reference(value: str) -> str | None:
    """The id that a value such as `url(#a)` leads to."""
    found = _LOCAL.fullmatch(value.strip())
    return found[1] if found else None


def measure_faults(name: str, value: str) -> Iterator[SvgStyleFault]:
    """What is wrong with the numbers of an attribute."""
    subject = name if name in {"d", "points"} else f'{name}="{value}"'
    feature, pattern = MEASURES[name]
    if value.strip() and not pattern.fullmatch(value.strip()):
        yield SvgStyleFault(feature, subject, PLAIN)
    elif number := beyond(value):
        yield too_large(number, subject)


def is_view(text: str) -> bool:
    """Whether a viewBox shows anything."""
    found = _VIEW.fullmatch(text.strip())
    if not found or beyond(text):
        return False
    return all(float(side) >= _LEAST for side in found.groups())
