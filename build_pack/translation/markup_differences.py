"""Whether a translation has the same marks as its source: placeholders, citations, strong text."""

from collections.abc import Iterable, Iterator

from build_pack.content.inline_markup import MARKS_HINT, Marks, MarkupError, has_lone_percent, marks
from build_pack.problems import Problem
from build_pack.translation.po.catalog_file import PoEntry, forms
from build_pack.translation.segments import Segment

_Difference = tuple[str, str, str]
"""Code, message and hint."""


def markup_mismatch(segment: Segment, entry: PoEntry) -> Problem | None:
    """The first way in which the marks of any form of a translation differ from its source's."""
    for form in forms(entry.target):
        for code, message, hint in _differences(segment, form):
            about = f"The translation of “{segment.id}”{message}."
            return Problem(code, entry.place, about, hint)
    return None


def _differences(segment: Segment, form: str) -> Iterator[_Difference]:
    try:
        ours = marks(segment.source)
    except MarkupError:
        return  # a fault of the source, told where the source is checked
    try:
        theirs = marks(form)
    except MarkupError as error:
        yield "markup-mismatch", f": {error}", MARKS_HINT
        return
    yield from _between(ours, theirs)
    if segment.filled and has_lone_percent(form):
        hint = "Write %% for a per cent sign, because values are filled into this text."
        yield "placeholder-mismatch", " has a single %", hint


def _between(ours: Marks, theirs: Marks) -> Iterator[_Difference]:
    if ours.placeholders != theirs.placeholders:
        wanted, found = (_listed(side.placeholders.elements()) for side in (ours, theirs))
        hint = f"The source has {wanted or 'none'}; the translation has {found or 'none'}."
        yield "placeholder-mismatch", " has different placeholders than its source", hint
    if ours.citations != theirs.citations:
        wanted, found = (_listed(f"[@{k}]" for k in side.citations) for side in (ours, theirs))
        hint = (
            f"The source cites {wanted or 'nothing'}; the translation cites {found or 'nothing'}."
        )
        yield "citation-mismatch", " cites different references than its source", hint
    if ours.strong != theirs.strong:
        hint = (
            f"The source has {ours.strong} part(s) in **…**; the translation has {theirs.strong}."
        )
        yield "markup-mismatch", " has different strong text than its source", hint


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
