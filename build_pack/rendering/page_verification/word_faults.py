"""Words that the pages lack or have too much, or that run together."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_pack.rendering.page_verification.faults import VerificationFault, named, short
from build_pack.rendering.page_verification.text_differences import (
    TextDifference,
    differences,
    placed,
)
from build_pack.rendering.page_verification.tokens import INVISIBLE, TokenSequence
from build_pack.rendering.weasyprint.page_content import PageText


def word_faults(row: TokenSequence, texts: Sequence[PageText]) -> Iterator[VerificationFault]:
    """What is missing, added or elsewhere; each text that is alike gets its place in the row."""
    if placed(row, texts):
        yield from _run_together(row, texts)
    else:
        yield from _of_differences(row, list(differences(row, texts)))


def _of_differences(
    row: TokenSequence, found: Sequence[TextDifference]
) -> Iterator[VerificationFault]:
    missing = {_letters(one) for one in found} - {""}
    moved = {"".join(one.added) for one in found} & missing
    secret = _untold(row)
    for one in found:
        is_moved = _letters(one) in moved
        code = "page-order" if is_moved else "page-missing"
        reason = f"is not printed {'in its place' if is_moved else 'in full'}"
        owners = {id(owner): owner for owner in (row.owner_at(at) for _, at in one.missing)}
        for owner in owners.values():
            yield VerificationFault(code, one.page, named(owner), reason)
        if one.added and "".join(one.added) not in moved:
            yield _added(one, named(row.owner_at(one.at)), secret)


def _letters(one: TextDifference) -> str:
    return "".join(word for word, _ in one.missing)


def _added(one: TextDifference, beside: str, secret: set[str]) -> VerificationFault:
    told = ["…" if word.casefold() in secret else word for word in one.added]
    subject = f"{short(' '.join(told))} next to {beside}"
    reason = "is not part of the document"
    if set(told) == {"…"}:
        subject, reason = f"additional words next to {beside}", "are not part of the document"
    return VerificationFault("page-added", one.page, subject, reason)


def _untold(row: TokenSequence) -> set[str]:
    """All words that may have been typed for a visit, and their parts of three letters or more."""
    untold = set[str]()
    for part, (at, owner) in zip(row.parts, zip(row.starts, row.owners, strict=True), strict=True):
        if owner is None:
            ends = sorted(
                {at, at + len(part), *(gap for gap in row.gaps if at < gap < at + len(part))}
            )
            untold |= {part[start - at : end - at].casefold() for start, end in pairwise(ends)}
    return untold


def _run_together(row: TokenSequence, texts: Sequence[PageText]) -> Iterator[VerificationFault]:
    """Words without a space between them, where the document has one."""
    spaced, before = set[int](), None
    for text in texts:
        words = text.words.translate(INVISIBLE)
        if before is None or before.line is not text.line or words[:1].isspace():
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
    """On which page a letter stands, or the one before it that stands on any."""
    return next((text.page for text in reversed(texts) if 0 <= text.at <= at), 1)
