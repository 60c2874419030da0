"""Visits and words for tests of the papers that follow from a plan."""

import re
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from build_pack.content.models.regions import Region
from build_pack.planning.visit import TakenMedicine, Visit
from tests.documents.test_medicines import NO_RISKS, START, demo

KNOWN = {one.id: one for one in demo().medicines.values()}
TODAY = date(2026, 11, 20)
_A_DATE = re.compile(r"\b20[0-9]{2}\b|\b[0-9]{1,2}\s(Dec|Nov|Jan|Ara|Kas|Oca)")


def taken(name: str, indication: str | None = None, dose: str | None = None) -> TakenMedicine:
    """A medicine that the patient takes; one that nobody knows keeps its name."""
    return TakenMedicine(name, KNOWN.get(name), indication=indication, dose=dose)


def visit(
    *names: str, region: Region | None = Region.LUMBAR, start: datetime | None = START
) -> Visit:
    """A visit of a patient who takes these."""
    some = tuple(map(taken, names))
    return Visit(start, region, medicines=some, today=TODAY, facts=NO_RISKS)


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace("\u00a0", " ")


def has_date(text: str) -> bool:
    """Whether a text has a year, or a day with its month."""
    return bool(_A_DATE.search(plain(text)))


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """Visits of the sample clinic, moved by days or hours, of which not everything is known."""
    names = draw(st.lists(st.sampled_from([*sorted(KNOWN), "Nigella"]), max_size=5, unique=True))
    indications, doses = (
        st.sampled_from([None, *found]) for found in (demo().rules.indications, demo().rules.doses)
    )
    some = tuple(taken(name, draw(indications), draw(doses)) for name in names)
    start = START + timedelta(days=draw(st.integers(0, 20)), hours=draw(st.integers(-2, 8)))
    return Visit(
        start,
        draw(st.sampled_from([None, *Region])),
        kidney=draw(st.sampled_from([None, *demo().rules.kidney_bands])),
        medicines=some,
        previous_start=START,
        today=TODAY + timedelta(days=draw(st.integers(0, 30))),
        facts=draw(st.sampled_from([{}, NO_RISKS])),
    )
