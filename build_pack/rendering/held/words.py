"""Words that a page lacks or has too much, and pictures, marks and links in their places."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from build_pack.rendering.held.differences import Difference, differences, placed
from build_pack.rendering.held.expected import Expected
from build_pack.rendering.held.faults import UNNAMED, Fault, named
from build_pack.rendering.held.laid import Laid, Shown, Text
from build_pack.rendering.held.tokens import INVISIBLE, Row, Sight

_TOLD = 60
"""Letters of added words that are told."""


def word_faults(wanted: Expected, laid: Laid) -> Iterator[Fault]:
    """What is missing, added or elsewhere."""
    row = wanted.row
    alike = placed(row, laid.texts)
    if not alike:
        yield from _of_differences(row, list(differences(row, laid.texts)))
    else:
        yield from _run_together(row, laid.texts)
    yield from _sights("picture", row, row.pictures, laid.pictures, laid, exact=alike)
    yield from _sights("mark", row, row.marks, laid.marks, laid, exact=alike)
    for shown in laid.strange:
        yield Fault("page-added", shown.page, "A picture of a stylesheet", "stands in the background")


def _of_differences(row: Row, found: Sequence[Difference]) -> Iterator[Fault]:
    secret = _untold(row)
    missing = {"".join(word for word, _ in one.missing) for one in found if one.missing}
    moved = {"".join(word for word, _ in one.added) for one in found} & missing
    for one in found:
        here = "".join(word for word, _ in one.missing)
        code, reason = "page-missing", "is not printed whole"
        if here in moved:
            code, reason = "page-order", "stands in another place than in the document"
        for owner in {id(owner): owner for _, owner in one.missing}.values():
            yield Fault(code, one.page, named(owner), reason)
        if one.added and "".join(word for word, _ in one.added) not in moved:
            words = " ".join(_shown(word, secret) for word, _ in one.added)
            short = f"“{words[:_TOLD]}…”" if len(words) > _TOLD else f"“{words}”"
            yield Fault("page-added", one.page, short, "is no part of the document, and stands")


def _untold(row: Row) -> str:
    """All words that may have been typed for a visit."""
    parts = zip(row.parts, row.owners, strict=True)
    return "\n".join(part for part, owner in parts if owner is None).casefold()


def _shown(word: str, secret: str) -> str:
    """A word as it may be told: no part of what may have been typed for a visit."""
    return "…" if word.casefold() in secret else word


def _run_together(row: Row, texts: Sequence[Text]) -> Iterator[Fault]:
    """Words without a space between them, which the document has."""
    ends, before = set[int](), None
    for text in texts:
        words = text.words.translate(INVISIBLE)
        if before is None or before.line is not text.line or words[:1].isspace():
            ends.add(text.at)
        at = text.at
        for word in words.split()[:-1]:
            at += len(word)
            ends.add(at)
        if words[-1:].isspace():
            ends.add(text.at + len("".join(words.split())))
        before = text
    lost = sorted(at for at in row.gaps - ends if 0 < at < row.length)
    for at in lost:
        yield Fault("page-missing", _page(texts, at), named(row.owner_at(at)), "has words without a space between them")


def _page(texts: Sequence[Text], at: int) -> int:
    return next((text.page for text in reversed(texts) if 0 <= text.at <= at), 1)


def _sights(
    kind: str, row: Row, wanted: Sequence[Sight], shown: Sequence[Shown], laid: Laid, *, exact: bool
) -> Iterator[Fault]:
    """Pictures or marks that are missing or added, or that stand beside other words."""
    code = {"picture": "picture", "mark": "mark"}[kind]
    one = [(sight.name, sight.alternative, sight.at if exact else 0) for sight in wanted]
    two = [(each.name, _alternative(each), _at(each, laid, row) if exact else 0) for each in shown]
    if one == two:
        return
    for change, start, end, first, last in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        for sight in wanted[start:end]:
            owner = row.owner_at(sight.at)
            page = _page(laid.texts, sight.at)
            yield Fault("page-missing", page, f"The {code} {_known(sight)}of {named(owner)}", "is not printed")
        for each in shown[first:last]:
            yield Fault("page-added", each.page, f"A {code} {_called(each)}", "is no part of the document, and stands")


def _known(sight: Sight) -> str:
    if sight.alternative:
        return f"“{sight.alternative[:_TOLD]}” "
    return "" if sight.name.startswith(("data:", "file:")) else f"{sight.name} "


def _called(shown: Shown) -> str:
    return "" if shown.name.startswith(("data:", "file:")) else shown.name


def _alternative(shown: Shown) -> str:
    element = shown.box.element
    return str(element.get("alt", "")) if shown.layer is None and shown.box.element_tag == "img" else ""


def _at(shown: Shown, laid: Laid, row: Row) -> int:
    return laid.texts[shown.before].at if shown.before < len(laid.texts) else row.length
