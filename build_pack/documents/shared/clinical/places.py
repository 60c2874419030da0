"""Where on the body a procedure is, and its bleeding risk, as clinicians say it."""

from build_pack.content.models.bleeding_risk import BleedingRisk
from build_pack.content.models.regions import BodySide, Region
from build_pack.documents.shared.composer import Composer
from build_pack.translation.ui_words import UiWords


def place(composer: Composer) -> str:
    """Region, side and bleeding risk of the visit, as far as they are known; empty if none is."""
    words, visit = composer.words, composer.visit
    region = region_name(visit.region, words) if visit.region else ""
    side = _sides(words)[visit.side] if visit.side else ""
    found = ", ".join(filter(None, (region, side)))
    if not (risk := _bleeding_risk(composer)):
        return found
    # Translators: a region and a side, then low, intermediate or high.
    pattern = words.pgettext("clinical.place-risk", "%(place)s (bleeding risk: %(risk)s)")
    return pattern % {"place": found, "risk": risk}


def region_name(region: Region, words: UiWords) -> str:
    """A region of the spine."""
    return {
        Region.CERVICAL: words.pgettext("clinical.cervical", "Cervical"),
        Region.THORACIC: words.pgettext("clinical.thoracic", "Thoracic"),
        Region.LUMBAR: words.pgettext("clinical.lumbar", "Lumbar"),
        Region.SACROILIAC: words.pgettext("clinical.sacroiliac", "Sacroiliac"),
    }[region]


def _sides(words: UiWords) -> dict[BodySide, str]:
    return {
        BodySide.LEFT: words.pgettext("clinical.left", "left"),
        BodySide.RIGHT: words.pgettext("clinical.right", "right"),
        BodySide.BOTH: words.pgettext("clinical.both", "both sides"),
    }


def _bleeding_risk(composer: Composer) -> str:
    """The bleeding risk of the procedure in its region; empty if the leaflet names none."""
    risks, region = composer.sources.leaflet.bleeding_risk, composer.visit.region
    risk = risks.regions.get(region) if risks and region else None
    return risk_name(risk, composer.words) if risk else ""


def risk_name(risk: BleedingRisk, words: UiWords) -> str:
    """A class of bleeding risk."""
    return {
        BleedingRisk.LOW: words.pgettext("clinical.low", "low"),
        BleedingRisk.INTERMEDIATE: words.pgettext("clinical.intermediate", "intermediate"),
        BleedingRisk.HIGH: words.pgettext("clinical.high", "high"),
    }[risk]
