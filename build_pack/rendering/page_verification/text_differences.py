"""The letters of the pages beside those of the document: what is missing, added or elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from build_pack.rendering.page_verification.faults import VerificationFault, named, short
from build_pack.rendering.page_verification.page_content import PageText
from build_pack.rendering.page_verification.tokens import INVISIBLE, TokenSequence
from build_pack.text.folding import fold_case

_HYPHENS = ("-", "\u2010")


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Words of the document that are not on the page, and words there that it does not have."""

    page: int
    at: int
    """Before which letter of the document."""
    missing: tuple[tuple[str, int], ...]
    """Each with the place of its first letter."""
    added: tuple[str, ...]


def located(
    row: TokenSequence, texts: Sequence[PageText]
) -> tuple[tuple[PageText, ...], list[TextDifference] | None]:
    """The texts with their places in the row, as far as they have one, and where they differ.

    The differences are None if they are the same letters in the same order.
    """
    starts = _walked(row.letters, texts)
    if len(starts) > len(texts) and starts[-1] == row.length:
        return _with_places(texts, starts), None
    places = [*starts, *[-1] * (len(texts) - len(starts))][: len(texts)]
    found = list(_differences(row, texts, places))
    return _with_places(texts, places), found


def _walked(letters: str, texts: Sequence[PageText]) -> list[int]:
    """Where each text begins, up to the first that does not follow, and where the last one ends."""
    starts: list[int] = []
    at = 0
    for text in texts:
        words = "".join(text.words.translate(INVISIBLE).split())
        if not letters.startswith(words, at):
            if not (words.endswith(_HYPHENS) and letters.startswith(words[:-1], at)):
                return starts
            words = words[:-1]
        starts.append(at)
        at += len(words)
    return [*starts, at]


def _with_places(texts: Sequence[PageText], places: Sequence[int]) -> tuple[PageText, ...]:
    return tuple(replace(text, at=at) for text, at in zip(texts, places, strict=False))


def _differences(
    row: TokenSequence, texts: Sequence[PageText], places: list[int]
) -> Iterator[TextDifference]:
    """Where the two are not alike, in order; a text that is alike gets its place in `places`."""
    words = _expected_words(row)
    one = [word for word, _ in words]
    shown = _shown_words(texts, one)
    two = [word for word, _ in shown]
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    page = 1
    for change, start, end, first, last in matcher.get_opcodes():
        for (_, at), (_, index) in zip(words[start:end], shown[first:last], strict=False):
            if change == "equal" and places[index] < 0:
                places[index] = at
        if change != "equal" and "".join(one[start:end]) != "".join(two[first:last]):
            here = texts[shown[first][1]].page if last > first else page
            at = words[min(start, len(words) - 1)][1] if words else 0
            yield TextDifference(here, at, tuple(words[start:end]), tuple(two[first:last]))
        page = texts[shown[last - 1][1]].page if last > first else page


def _expected_words(row: TokenSequence) -> list[tuple[str, int]]:
    letters, ends = row.letters, sorted({0, *row.gaps, *row.edges, row.length})
    pairs = pairwise(ends)
    return [(letters[start:end], start) for start, end in pairs]


def _shown_words(texts: Sequence[PageText], expected: Sequence[str]) -> list[tuple[str, int]]:
    """Words of the pages, each with the index of its text; a hyphenated one is one again."""
    shown: list[tuple[str, int]] = []
    half = ""
    for index, (text, after) in enumerate(zip(texts, [*texts[1:], None], strict=True)):
        words = text.words.translate(INVISIBLE).split()
        if words and half:
            words[0], half = _whole(half, words[0], expected), ""
        goes_on = after is not None and after.line != text.line
        if words and goes_on and len(words[-1]) > 1 and text.words.endswith(_HYPHENS):
            half = words.pop()
        shown += [(word, index) for word in words]
    return shown


def _whole(half: str, rest: str, expected: Sequence[str]) -> str:
    """A word whose line ended with a hyphen, which is its own if a word of the document has it."""
    with_it = f"{half}{rest}".rstrip("".join(_HYPHENS))
    is_own = any(with_it in word for word in expected)
    return f"{half if is_own else half[:-1]}{rest}"


def word_faults(
    row: TokenSequence, texts: Sequence[PageText], found: Sequence[TextDifference] | None
) -> Iterator[VerificationFault]:
    """What is missing, added or elsewhere, or runs together, of texts that were located."""
    if found is None:
        yield from _run_together(row, texts)
    else:
        yield from _of_differences(row, found)


def _of_differences(
    row: TokenSequence, found: Sequence[TextDifference]
) -> Iterator[VerificationFault]:
    missing = {_letters(one) for one in found} - {""}
    moved = {"".join(one.added) for one in found} & missing
    typed = _typed_words(row)
    for one in found:
        is_moved = _letters(one) in moved
        code = "page-order" if is_moved else "page-missing"
        reason = f"is not printed {'in its place' if is_moved else 'in full'}"
        owners = {id(owner): owner for owner in (row.owner_at(at) for _, at in one.missing)}
        for owner in owners.values():
            yield VerificationFault(code, one.page, named(owner), reason)
        if one.added and "".join(one.added) not in moved:
            yield _added_words(one, named(row.owner_at(one.at)), typed)


def _letters(one: TextDifference) -> str:
    return "".join(word for word, _ in one.missing)


def _added_words(one: TextDifference, beside: str, typed: set[str]) -> VerificationFault:
    shown = ["…" if fold_case(word) in typed else word for word in one.added]
    subject = f"{short(' '.join(shown))} next to {beside}"
    reason = "is not part of the document"
    if set(shown) == {"…"}:
        subject, reason = f"additional words next to {beside}", "are not part of the document"
    return VerificationFault("page-added", one.page, subject, reason)


def _typed_words(row: TokenSequence) -> set[str]:
    """All words that may have been typed for a visit, and their parts of three letters or more."""
    typed = set[str]()
    for part, (at, owner) in zip(row.parts, zip(row.starts, row.owners, strict=True), strict=True):
        if owner is None:
            ends = sorted(
                {at, at + len(part), *(gap for gap in row.gaps if at < gap < at + len(part))}
            )
            typed |= {fold_case(part[start - at : end - at]) for start, end in pairwise(ends)}
    return typed


def _run_together(row: TokenSequence, texts: Sequence[PageText]) -> Iterator[VerificationFault]:
    """Words without a space between them, where the document has one."""
    spaced, before = set[int](), None
    for text in texts:
        words = text.words.translate(INVISIBLE)
        if before is None or before.line != text.line or words[:1].isspace():
            spaced.add(text.at)
        at = text.at
        for word in words.split()[:-1]:
            at += len(word)
            spaced.add(at)
        if words[-1:].isspace():
            spaced.add(text.at + len("".join(words.split())))
        before = text
    for at in sorted(at for at in row.gaps - spaced if 0 < at < row.length):
        reason = "has two words with no space between them"
        yield VerificationFault("page-missing", page_at(texts, at), named(row.owner_at(at)), reason)


def page_at(texts: Sequence[PageText], at: int) -> int:
    """On which page a letter stands, or the one before it that is on any."""
    return next((text.page for text in reversed(texts) if 0 <= text.at <= at), 1)
