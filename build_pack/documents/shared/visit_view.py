"""The visit in a document's language: when, and where on the body."""

import re

from build_pack.content.models.regions import BodySide, Region
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.moments_in_words import moment
from build_pack.documents.shared.views import VisitView
from build_pack.planning.visit import Visit
from build_pack.translation.ui_words import UiWords

_NUMBER = re.compile(r"(?!(?:.*[A-Za-z]){3})(?=.*[0-9])[0-9A-Za-z-]{1,16}", re.ASCII)
"""A label that is a number, with two letters at most, as a barcode holds it; a name is none."""


def visit_view(
    visit: Visit, words: UiWords, formats: LocaleConventions, *, barcode: bool = False
) -> VisitView:
    """The visit as a document prints it, with the label's number as a `barcode` too."""
    return VisitView(
        label=visit.label,
        barcode=visit.label if barcode and _NUMBER.fullmatch(visit.label) else "",
        date=formats.full_date(visit.start) if visit.start else "",
        moment=moment(visit.start, words, formats) if visit.start else "",
        place=_places(words).get((visit.region, visit.side), ""),
        given=tuple(name for taken in visit.medicines or () for name in (taken.given, taken.brand)),
    )


def _places(words: UiWords) -> dict[tuple[Region | None, BodySide | None], str]:
    """Each place as one phrase: where “left” goes, and with what ending, differs by language."""
    return {
        (Region.CERVICAL, None): words.pgettext("region.cervical", "Neck"),
        (Region.CERVICAL, BodySide.LEFT): words.pgettext(
            "place.cervical-left", "Left side of the neck"
        ),
        (Region.CERVICAL, BodySide.RIGHT): words.pgettext(
            "place.cervical-right", "Right side of the neck"
        ),
        (Region.CERVICAL, BodySide.BOTH): words.pgettext(
            "place.cervical-both", "Both sides of the neck"
        ),
        (Region.THORACIC, None): words.pgettext("region.thoracic", "Middle of the back"),
        (Region.THORACIC, BodySide.LEFT): words.pgettext(
            "place.thoracic-left", "Left side of the middle of the back"
        ),
        (Region.THORACIC, BodySide.RIGHT): words.pgettext(
            "place.thoracic-right", "Right side of the middle of the back"
        ),
        (Region.THORACIC, BodySide.BOTH): words.pgettext(
            "place.thoracic-both", "Both sides of the middle of the back"
        ),
        (Region.LUMBAR, None): words.pgettext("region.lumbar", "Lower back"),
        (Region.LUMBAR, BodySide.LEFT): words.pgettext(
            "place.lumbar-left", "Left side of the lower back"
        ),
        (Region.LUMBAR, BodySide.RIGHT): words.pgettext(
            "place.lumbar-right", "Right side of the lower back"
        ),
        (Region.LUMBAR, BodySide.BOTH): words.pgettext(
            "place.lumbar-both", "Both sides of the lower back"
        ),
        (Region.SACROILIAC, None): words.pgettext("region.sacroiliac", "Joint of spine and pelvis"),
        (Region.SACROILIAC, BodySide.LEFT): words.pgettext(
            "place.sacroiliac-left", "Left joint of spine and pelvis"
        ),
        (Region.SACROILIAC, BodySide.RIGHT): words.pgettext(
            "place.sacroiliac-right", "Right joint of spine and pelvis"
        ),
        (Region.SACROILIAC, BodySide.BOTH): words.pgettext(
            "place.sacroiliac-both", "Both joints of spine and pelvis"
        ),
        (None, BodySide.LEFT): words.pgettext("side.left", "left side"),
        (None, BodySide.RIGHT): words.pgettext("side.right", "right side"),
        (None, BodySide.BOTH): words.pgettext("side.both", "both sides"),
    }
