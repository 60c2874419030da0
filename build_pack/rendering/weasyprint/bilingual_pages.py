"""Two languages on one page: each text of a document beside the same text in another language.

Both pages are laid out by the same templates from the same sources, so that they are alike but for
their words. They are gone through side by side; where they are not alike, nothing is printed.
"""

from build_pack.text.xml_parser import Element, SubElement, as_html

_INLINE = {"a", "br", "em", "span", "strong"}
_APART = "data-apart"
"""The attribute of inline elements that are texts of their own, such as the label of a blank."""
_ONCE = "data-once"
"""The attribute of elements that are in the document's own language only."""
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


def side_by_side(html: str, other: str) -> str:
    """The page `html` with each text of the page `other` beside its own; equal texts stand once.

    Raises `ValueError` if the two differ in more than words.
    """
    import tinyhtml5

    one, two = (tinyhtml5.parse(page, namespace_html_elements=False) for page in (html, other))
    one.set("class", f"{one.get('class', '')} alongside".strip())
    _pair(_body(one), _body(two), two.attrib)
    return as_html(one)


def _body(page: Element) -> Element:
    [body] = page.findall("body")
    return body


def _pair(one: Element, two: Element, language: dict[str, str]) -> None:
    if (one.tag, one.get("class"), one.get("data-segment")) != (
        two.tag,
        two.get("class"),
        two.get("data-segment"),
    ):
        raise ValueError(f"{_named(one)} is next to {_named(two)}")
    if one.get(_ONCE) is not None:
        return
    if _is_text(one) != _is_text(two):
        raise ValueError(f"{_named(one)} and {_named(two)} are not both texts")
    if _is_text(one):
        if _words(one) != _words(two):
            _set_beside(one, two, language)
        return
    if len(one) != len(two) or _own_words(one) or _own_words(two):
        raise ValueError(f"{_named(one)} has different parts than {_named(two)}")
    for inside, beside in zip(one, two, strict=True):
        _pair(inside, beside, language)


def _is_text(element: Element) -> bool:
    """Whether it contains words, and no element that is a text of its own."""
    inside = list(element.iter())[1:]
    apart = any(each.tag not in _INLINE or each.get(_APART) is not None for each in inside)
    return bool(_words(element)) and not apart


def _words(element: Element) -> str:
    """Its words, without the characters that only turn the direction of writing."""
    return " ".join("".join(element.itertext()).translate(_ISOLATES).split())


def _own_words(element: Element) -> str:
    """Words that are in it beside its elements."""
    return "".join((element.text or "", *(child.tail or "" for child in element))).strip()


def _set_beside(one: Element, two: Element, language: dict[str, str]) -> None:
    """Put the contents of both into one element: a pair of its own words and the other's."""
    pair = Element("span", {"class": "pair"})
    for element, attributes in ((one, {"class": "pair-own"}), (two, {"class": "pair-other"})):
        half = SubElement(pair, "span", attributes)
        half.text = (element.text or "").lstrip()
        half.extend(list(element))
    pair[1].set("lang", language["lang"])
    pair[1].set("dir", language["dir"])
    one[:] = [pair]
    one.text = None


def _named(element: Element) -> str:
    return f"<{element.tag}> “{_words(element)[:40]}”"
