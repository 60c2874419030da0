"""What a PDF says beside its pages: where links lead, its bookmarks, what is attached to it."""

from collections.abc import Iterator
from typing import Any

from build_pack.rendering.held.expected import Expected
from build_pack.rendering.held.faults import Fault, named
from build_pack.rendering.held.laid import Laid


def told_beside(wanted: Expected, laid: Laid, document: Any) -> Iterator[Fault]:
    """Links that are missing, added or lead elsewhere; bookmarks that no heading says."""
    expected = [href for _, href in wanted.row.links]
    found = [href for _, href, _ in laid.links]
    if expected != found:
        for at, href in wanted.row.links:
            if expected.count(href) > found.count(href):
                subject = f"The link of {named(wanted.row.owner_at(at))}"
                yield Fault("page-missing", 1, subject, "does not lead to where it should")
        for _, href, page in laid.links:
            if found.count(href) > expected.count(href):
                yield Fault("page-added", page, f"A link to {href}", "is no part of the document, and stands")
        if sorted(expected) == sorted(found):
            yield Fault("page-order", 1, "A link", "stands beside other words than in the document")
    for number, page in enumerate(document.pages, 1):
        for _, label, *_ in page.bookmarks:
            if "".join(label.split()) not in wanted.headings:
                yield Fault("page-added", number, "A bookmark that is no heading", "leads to a place")
        if any(kind == "attachment" for kind, *_ in page.links):
            yield Fault("page-added", number, "A file that is attached", "is linked")
        if any(page.forms.values()):
            yield Fault("page-added", number, "A field of a form", "stands")
    if document.metadata.attachments:
        yield Fault("page-added", 1, "A file", "is attached")
