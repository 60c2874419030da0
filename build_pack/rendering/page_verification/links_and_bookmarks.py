"""What a PDF says beside its pages: where links lead, its bookmarks, what is attached to it."""

from collections import Counter
from collections.abc import Iterator

from build_pack.rendering.page_verification.expected_page import ExpectedPage
from build_pack.rendering.page_verification.faults import VerificationFault, named
from build_pack.rendering.page_verification.page_content import PageContent

_SLACK = 8.0
"""Pixels of the layout."""


def document_faults(wanted: ExpectedPage, laid: PageContent) -> Iterator[VerificationFault]:
    """Links that are missing, added or lead elsewhere; bookmarks that no heading says; files."""
    yield from _links(wanted, laid)
    for number, page in enumerate(laid.pages, 1):
        for label in page.bookmarks:
            if "".join(label.split()) not in wanted.headings:
                reason = "does not match any heading"
                yield VerificationFault("page-added", number, "a bookmark", reason)
        if page.has_form:
            yield VerificationFault(
                "page-added", number, "a form field", "is not part of the document"
            )
        if page.has_attachment:
            yield VerificationFault(
                "page-added", number, "an attached file", "is not part of the document"
            )
    if laid.has_attachment:
        yield VerificationFault("page-added", 1, "an attached file", "is not part of the document")


def anchor_faults(wanted: ExpectedPage, laid: PageContent) -> Iterator[VerificationFault]:
    """Links within the document that lead to other words than they should."""
    for target in {href[1:] for _, href in wanted.row.links if href.startswith("#")}:
        at = wanted.anchors.get(target, -1)
        text = next((text for text in laid.texts if text.at >= at >= 0), None)
        if text is None:
            continue
        place = laid.pages[text.page - 1].anchors.get(target)
        if place is None or not place[1] - _SLACK <= text.baseline <= place[3] + _SLACK:
            subject = f"a link to {named(wanted.row.owner_at(at))}"
            yield VerificationFault("page-order", text.page, subject, "leads to a different place")


def _links(wanted: ExpectedPage, laid: PageContent) -> Iterator[VerificationFault]:
    expected = [href for _, href in wanted.row.links]
    found = [href for _, href, _ in laid.links]
    if expected == found:
        return
    missing, added = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    for at, href in wanted.row.links:
        if missing[href]:
            subject = f"a link of {named(wanted.row.owner_at(at))}"
            yield VerificationFault("page-missing", 1, subject, "does not lead to the right place")
    for _, href, page in laid.links:
        if added[href]:
            yield VerificationFault(
                "page-added", page, "a link", f"to {href} is not part of the document"
            )
    if not missing and not added:
        yield VerificationFault("page-order", 1, "links", "are not in the order of the document")
