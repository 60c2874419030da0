"""The visit in a document's language: when, and where on the body."""

from build_pack.content.regions import Region, Side
from build_pack.documents.formats import Formats
from build_pack.documents.model import VisitView
from build_pack.documents.moments import moment
from build_pack.planning.visit import Visit
from build_pack.translation.words import Words


def visit_view(visit: Visit, words: Words, formats: Formats) -> VisitView:
    """The visit as a document prints it."""
    return VisitView(
        label=visit.label,
        date=formats.full_date(visit.start) if visit.start else "",
        moment=moment(visit.start, words, formats) if visit.start else "",
        place=", ".join(_place(visit, words)),
        given=tuple(name for taken in visit.medicines or () for name in (taken.given, taken.brand)),
    )


def _place(visit: Visit, words: Words) -> list[str]:
    found = []
    if visit.region:
        found.append(_regions(words)[visit.region])
    if visit.side:
        found.append(_sides(words)[visit.side])
    return found


def _regions(words: Words) -> dict[Region, str]:
    return {
        Region.CERVICAL: words.pgettext("region.cervical", "Neck"),
        Region.THORACIC: words.pgettext("region.thoracic", "Middle of the back"),
        Region.LUMBAR: words.pgettext("region.lumbar", "Lower back"),
        Region.SACROILIAC: words.pgettext("region.sacroiliac", "Joint of spine and pelvis"),
    }


def _sides(words: Words) -> dict[Side, str]:
    return {
        Side.LEFT: words.pgettext("side.left", "left side"),
        Side.RIGHT: words.pgettext("side.right", "right side"),
        Side.BOTH: words.pgettext("side.both", "both sides"),
    }
