"""What a stylesheet that is not the program's own may set: looks, and not what is said where.

A declaration that is in a stylesheet of the program, under the same selector, is the program's;
so a copy of its file can be changed. Of all others, a list of properties and values is let through:
no stylesheet can be judged by its effects alone, since nearly each property can hide, add or move
something.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2.color3 import parse_color

from build_pack.problems import Place, Problem
from build_pack.rendering.html.stylesheet_limits import bound_problems
from build_pack.rendering.html.template_layout import BUILT_IN, COMPACT, PRINTED, stylesheets
from build_pack.storage.text_files import decoded

_SIDES = "top|right|bottom|left|block|inline|(block|inline)-(start|end)"
_FRAME = (
    rf"color|background(-color)?|border(-({_SIDES}))?(-(color|style|width))?"
    r"|border(-[a-z]+){0,2}-radius"
)
_FRAMES = re.compile(_FRAME)
"""What a generated box, such as a bullet or a tick box, may be given as well."""
_LOOKS = re.compile(
    rf"""{_FRAME}|border-collapse|border-spacing|(margin|padding)(-({_SIDES}))?
    |font-size|font-weight|font-style|line-height|letter-spacing|word-spacing
    |text-align|vertical-align|justify-content|align-items|gap|row-gap|column-gap
    |(min-|max-)?(width|inline-size|height|block-size)|columns|column-count
    |break-(before|after|inside)|page-break-(before|after|inside)|orphans|widows|hyphens
    |size|display|text-decoration|white-space""",
    re.VERBOSE,
)
_WORDS = frozenset({
    "auto", "avoid", "always", "page", "none", "solid", "double", "normal", "bold", "bolder",
    "lighter", "italic", "inherit", "initial", "start", "end", "left", "right", "center",
    "justify", "top", "middle", "bottom", "baseline", "flex-start", "flex-end",
    "space-between", "stretch", "collapse", "separate", "manual", "thin", "medium", "thick",
    "transparent", "currentcolor", "important", "min-content", "max-content", "fit-content",
    "a4", "a5", "letter", "portrait", "landscape", "larger", "smaller", "small", "large",
    "x-large", "xx-large",
})  # fmt: skip
_FUNCTIONS = frozenset({"var", "calc", "min", "max"})
_AMOUNTS = frozenset({"number", "percentage", "dimension"})
_GROUPS = frozenset({"media", "supports"})
_HINT = (
    "Remove the line. Your own stylesheet can set colours, borders, font sizes and distances: "
    "see docs/clinics.md."
)

_Key = tuple[str, str, str, str]
"""The rules around a declaration, its selector, its property and its value."""


def rule_problems(path: Path, content: bytes) -> Iterator[Problem]:
    """Each declaration and rule of a stylesheet that neither is the program's nor only looks.

    None of one that is beyond the bounds of stylesheets, which is told by itself.
    """
    if any(bound_problems(path, content)):
        return
    for place, key in _declarations(path, content):
        if key not in _own() and (fault := _fault(key)):
            yield Problem("style-refused", place, fault, _HINT)


@cache
def _own() -> frozenset[_Key]:
    files = stylesheets(BUILT_IN, (*PRINTED, *COMPACT))  # not those that nobody can replace
    return frozenset(key for file in files for _, key in _declarations(file, file.read_bytes()))


def _declarations(path: Path, content: bytes) -> Iterator[tuple[Place, _Key]]:
    rules = tinycss2.parse_stylesheet(
        decoded(content, path), skip_comments=True, skip_whitespace=True
    )
    yield from _in_rules(path, rules, "")


def _in_rules(path: Path, rules: Sequence[Any], around: str) -> Iterator[tuple[Place, _Key]]:
    for rule in rules:
        place = Place(path, rule.source_line, rule.source_column)
        if rule.type == "error":
            yield place, (around, "", "", rule.message)
            continue
        prelude = _plain(rule.prelude)
        if rule.type == "qualified-rule":
            yield from _in_block(path, rule.content, around, prelude)
        elif rule.lower_at_keyword in _GROUPS and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _in_rules(path, inner, f"{around}@{rule.lower_at_keyword} {prelude};")
        elif rule.content is not None:
            at = f"@{rule.lower_at_keyword} {prelude}"
            yield place, (around, at, "", "")
            yield from _in_block(path, rule.content, around, at)
        else:
            yield place, (around, f"@{rule.lower_at_keyword}", "", prelude)


def _in_block(
    path: Path, content: Sequence[Any], around: str, selector: str
) -> Iterator[tuple[Place, _Key]]:
    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for part in parts:
        place = Place(path, part.source_line, part.source_column)
        if part.type == "declaration":
            value = _plain(part.value) + (" important" if part.important else "")
            yield place, (around, selector, part.lower_name, value)
        elif part.type in {"qualified-rule", "at-rule"}:
            yield from _in_rules(path, [part], f"{around}{selector};")
        else:
            yield place, (around, selector, "", part.message)


def _plain(tokens: Sequence[Any]) -> str:
    kept = [token for token in tokens if token.type != "comment"]
    return " ".join(tinycss2.serialize(kept).split())


def _fault(key: _Key) -> str:
    """Why a declaration or rule is not let through; empty if it is."""
    around, selector, name, value = key
    if not name:
        return _rule_fault(selector, value)
    if name.startswith("--"):
        return _value_fault(name, value)
    looks = _FRAMES if _GENERATED.search(around + selector) else _LOOKS
    if not looks.fullmatch(name):
        where = " of a generated box" if looks is _FRAMES and _LOOKS.fullmatch(name) else ""
        return f"“{name}”{where} can change what a page says, so only the program may set it."
    if _HEIGHTS.fullmatch(name) and not selector.endswith(".logo"):
        return f"“{name}” can change what a page says, so it is only allowed for the logo."
    return _value_fault(name, value)


_GENERATED = re.compile(r"::|:(before|after|first-letter|first-line)\b", re.IGNORECASE)


def _rule_fault(selector: str, value: str) -> str:
    if selector == "@page" or selector.startswith("@page "):
        return ""  # what it holds is looked at by itself
    if selector.startswith("@"):
        at = selector.split(maxsplit=1)[0]
        return f"“{at}” can change what a page says, so only the program may use it."
    return f"This is not a readable rule: {value}."


_ONLY = {
    "display": frozenset({"block", "inline-block"}),
    "text-decoration": frozenset({"underline", "none"}),
    "white-space": frozenset({"normal", "nowrap"}),
}
"""Of these, all values that are let through."""
_HEIGHTS = re.compile(r"(max-)?(height|block-size)")
"""Of the logo alone: words that stand out of their box are crossed by its border."""
_LEADING = "line-height"
_LEAST_LEADING = {"number": 1, "percentage": 100, "dimension": float("inf")}
_INKS = re.compile(r"--|color$")


def _value_fault(name: str, value: str) -> str:
    words = value.removesuffix(" important")
    if name in _ONLY:
        harmless = words in _ONLY[name]
        return "" if harmless else f"“{words}” as a value of “{name}” can change what a page says."
    for token in _all(tinycss2.parse_component_value_list(words)):
        if not _is_let_through(name, token):
            shown = token.name + "()" if token.type == "function" else token.serialize()
            return f"“{shown}” as a value of “{name}” can change what a page says."
    return ""


def _all(tokens: Sequence[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        if token.type == "function":
            yield from _all(token.arguments)
        elif token.type == "() block":
            yield from _all(token.content)


def _is_let_through(name: str, token: Any) -> bool:
    if token.type in _AMOUNTS:
        return bool(token.value >= (_LEAST_LEADING.get(token.type, 0) if name == _LEADING else 0))
    if token.type == "literal":
        return token.value in {",", "+", "*"}  # no result is below nothing
    if colour := parse_color(token):
        is_clear = colour != "currentColor" and colour.alpha < 1
        return not is_clear or (token.type == "ident" and not _INKS.match(name))
    if token.type == "function":
        return token.lower_name in _FUNCTIONS
    if token.type == "ident":
        return token.lower_value in _WORDS or token.value.startswith("--")
    return token.type in {"whitespace", "() block", "comment"}
