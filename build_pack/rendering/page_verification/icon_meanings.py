"""Which mark stands before which text: the one table of what icons mean.

Stylesheets draw them; here is what they have to be. Whoever adds a class with an icon adds it here.
"""

from typing import Any

from build_pack.rendering.page_verification.tokens import BOX

_OF_ITEMS = {"do": "do.svg", "dont": "dont.svg", "boxes": BOX}
"""By the class of a list, for each of its items."""
_OF_CLASSES = {
    "box": BOX,
    "notice-warning": "warning.svg",
    "alarm": "warning.svg",
    **{
        f"verdict-{decision}": f"{decision}.svg"
        for decision in ("ask", "continue", "reduce", "switch", "undecided", "withhold")
    },
    **{
        f"mark-{mark}": f"mark-{mark}.svg"
        for mark in ("after", "both", "changed", "first", "last", "none", "usual", "wait")
    },
    "mark-changed-after": "mark-changed.svg",
}
_RIGHT_TO_LEFT = {"mark-first.svg": "mark-last.svg", "mark-last.svg": "mark-first.svg"}
"""Time runs to the left there, and so do the marks of the first and the last dose."""
TURNED = {"mark-changed.svg", "switch.svg", "undecided.svg"}
"""What is mirrored on pages that run from right to left."""
ICONS = {icon for icon in (*_OF_ITEMS.values(), *_OF_CLASSES.values()) if icon != BOX} | {
    "warning-white.svg"
}


def mark_of(element: Any, around: tuple[Any, ...], *, rtl: bool) -> str:
    """The mark before an element's words, given the elements around it; empty if it has none."""
    icon = _icon(element, around)
    return _RIGHT_TO_LEFT.get(icon, icon) if rtl else icon


def _icon(element: Any, around: tuple[Any, ...]) -> str:
    if element.tag == "li" and around:
        for name in around[-1].get("class", "").split():
            if name in _OF_ITEMS:
                return _OF_ITEMS[name]
    if element.tag == "h2" and any("red-flags" in one.get("class", "").split() for one in around):
        return "warning-white.svg"
    for name in element.get("class", "").split():
        if name in _OF_CLASSES:
            return _OF_CLASSES[name]
    return ""
