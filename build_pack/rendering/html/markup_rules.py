"""What the page of a template that is not the program's own may be made of.

Its words, pictures and marks are held against the document elsewhere. Here is what could say
something without being any of these: styles of its own, empty elements that are drawn as lines and
dots, and signs between words that nobody sees.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_pack.content.pictures.svg import SvgError, checked_svg
from build_pack.content.pictures.svg_limits import SVG
from build_pack.problems import Place, Problem
from build_pack.rendering.page_verification.expected_page import expected
from build_pack.rendering.page_verification.tokens import INVISIBLE
from build_pack.text.xml_parser import as_xml

_INLINE = frozenset({"a", "abbr", "b", "em", "i", "small", "span", "strong"})
_HEAD = frozenset({"html", "head", "meta", "title", "style", "body"})
_TAGS = _INLINE | frozenset({
    "main", "header", "footer", "section", "article", "div", "p", "h1", "h2", "h3", "h4", "ul",
    "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot",
    "tr", "td", "th", "figure", "figcaption", "img", "br", "hr",
})  # fmt: skip
_ATTRIBUTES = frozenset(
    {"charset", "class", "colspan", "content", "headers", "id", "rowspan", "scope"}
)
"""With any value; others are where the document has them, as an address or a language."""
_HINT = "Remove it from the template, or use the layout of the program's own template."
_SHOWN = 40
_BEFORE = 12
"""Letters that are told before the place where a word is divided."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def markup_problems(page: Any, own: Any, place: Place) -> Iterator[Problem]:
    """What a page holds that the same document in the program's own templates does not.

    `page` and `own` are the parsed elements of both.
    """
    for message in dict.fromkeys((*_odd_parts(page, own), *_empty(page, own), *_signs(page, own))):
        yield Problem("template-invalid", place, message, _HINT)


def _odd_parts(page: Any, own: Any) -> Iterator[str]:
    styles = {_said(one) for one in own.iter("style")}
    known = {(name, one.get(name)) for one in own.iter() for name in one.attrib}
    inside = {id(one) for body in page.iter("body") for one in body.iter()} - {
        id(body) for body in page.iter("body")
    }
    for one in (each for each in page.iter() if isinstance(each.tag, str)):  # no comments
        if one.tag not in (_TAGS if id(one) in inside else _HEAD):
            yield f"It contains an element <{one.tag}>, which is not allowed there."
        if one.tag == "style" and _said(one) not in styles:
            yield "It contains a <style> of its own."
        for name, value in one.attrib.items() if one.tag != "meta" else ():
            if not (name in _ATTRIBUTES or name.startswith("data-") or (name, value) in known):
                yield f"An element <{one.tag}> has an attribute “{name}” of its own."


def _empty(page: Any, own: Any) -> Iterator[str]:
    """Elements without words or a picture, more than the document has of them."""
    for (tag, name), count in (_emptied(page) - _emptied(own)).items():
        shown = f"<{tag} class=“{name}”>" if name else f"<{tag}>"
        yield f"It has {count} more empty {shown} than the document."


def _emptied(page: Any) -> Counter[tuple[str, str]]:
    body = page.find("body")
    return Counter(
        (one.tag, one.get("class", ""))
        for one in ([] if body is None else body.iter())
        if isinstance(one.tag, str)
        and one.tag not in {"br", "img", "col"}
        and next(one.iter("img"), None) is None
        and not "".join(one.itertext()).translate(INVISIBLE).strip()
    )


def _signs(page: Any, own: Any) -> Iterator[str]:
    """Blanks and unseen signs within words, where the letters are the same."""
    mine, theirs = (" ".join(_texts(one.find("body"))).split(" ") for one in (page, own))
    if _letters(mine) != _letters(theirs):
        return  # other words, which are told by themselves
    rows = expected(page).row, expected(own).row
    cut, known = (one.edges - one.gaps for one in rows)
    if len(rows[0].letters) == len(rows[1].letters) and (further := cut - known):
        at = min(further)
        yield f"It splits a word after “{rows[0].letters[max(at - _BEFORE, 0) : at]}”."
    for word in (Counter(mine) - Counter(theirs)).elements():
        yield f"It adds spaces or invisible characters in or next to “{word[:_SHOWN]}”."


def _texts(body: Any) -> Iterator[str]:
    """The words of each block, with one blank where there are any."""
    if body is None:
        return
    found = [""]

    def walk(element: Any) -> None:
        is_block = not isinstance(element.tag, str) or element.tag not in _INLINE
        if is_block:
            found.append("")
        if isinstance(element.tag, str):
            found[-1] += element.text or ""
            for child in element:
                walk(child)
                found[-1] += child.tail or ""
        if is_block:
            found.append("")

    walk(body)
    yield from (text for each in found if (text := _BLANKS.sub(" ", each).strip(" ")))


def _letters(words: list[str]) -> str:
    return "".join(sign for sign in "".join(words) if not sign.isspace() and sign.isprintable())


def _said(element: Any) -> str:
    return "".join(element.itertext()).strip()


def drawing_problems(page: Any, place: Place) -> Iterator[Problem]:
    """What is wrong with the drawings of a page that has been parsed."""
    for drawing in page.iter(f"{SVG}svg"):
        try:
            checked_svg("A drawing in the page", as_xml(drawing).encode())
        except SvgError as error:
            for fault in error.faults:
                yield Problem("template-invalid", place, fault.message, fault.hint)
