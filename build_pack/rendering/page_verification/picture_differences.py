"""Pictures and marks of a document beside those that are drawn on its pages."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from build_pack.rendering.page_verification.expected_page import ExpectedPage
from build_pack.rendering.page_verification.faults import UNNAMED, VerificationFault, named, short
from build_pack.rendering.page_verification.page_content import PageContent, PageGraphic
from build_pack.rendering.page_verification.text_differences import page_at
from build_pack.rendering.page_verification.tokens import BOX, GraphicToken, TokenSequence
from build_pack.rendering.page_verification.writing_spaces import space_position


def picture_faults(wanted: ExpectedPage, laid: PageContent) -> Iterator[VerificationFault]:
    """Pictures and marks that are missing or added, or that are next to other words."""
    yield from _compared(wanted.row, wanted.row.pictures, laid.pictures, laid)
    yield from _compared(wanted.row, wanted.row.marks, laid.marks, laid)
    for shown in laid.unknown_pictures:
        reason = "is added by a stylesheet but is not part of the document"
        yield VerificationFault("page-added", shown.page, "a picture that", reason)


def picture_in_words(row: TokenSequence, shown: PageGraphic, laid: PageContent) -> str:
    """A picture or mark in words."""
    text = next((text for text in laid.texts[shown.before :] if text.at >= 0), None)
    owner = named(row.owner_at(text.at)) if text else UNNAMED
    return f"{_in_words(shown.name, shown.alternative)} before {owner}"


def _compared(
    row: TokenSequence,
    wanted: Sequence[GraphicToken],
    shown: Sequence[PageGraphic],
    laid: PageContent,
) -> Iterator[VerificationFault]:
    is_placed = all(text.at >= 0 for text in laid.texts)
    one = [(each.name, each.alternative, each.at if is_placed else 0) for each in wanted]
    two = [
        (each.name, each.alternative, space_position(each, laid, row) if is_placed else 0)
        for each in shown
    ]
    if one == two:
        return
    changes = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    for change, start, end, first, last in changes:
        if change == "equal":
            continue
        for sight in wanted[start:end]:
            owner = named(row.owner_at(min(sight.at, max(row.length - 1, 0))))
            subject = f"{_in_words(sight.name, sight.alternative)} before {owner}"
            page = page_at(laid.texts, sight.at)
            yield VerificationFault("page-missing", page, subject, "is not printed")
        for each in shown[first:last]:
            subject = picture_in_words(row, each, laid)
            yield VerificationFault("page-added", each.page, subject, "is not part of the document")


def _in_words(name: str, alternative: str) -> str:
    if name == BOX:
        return "the box to tick"
    if name.endswith(".svg") and "/" not in name:
        return f"the mark {name}"
    if name.startswith(("data:", "file:")) and alternative:
        return f"the picture {short(alternative)}"
    return "the picture"
