"""Signs of the library stand in their boxes by whom to call for them, the same in each document."""

from collections.abc import Iterable

import pytest

from build_pack.documents.checklist.compose import compose as checklist
from build_pack.documents.leaflet.compose import compose as leaflet
from build_pack.documents.medicines.compose import compose as medicines
from build_pack.documents.shared.views import SignsView
from build_pack.planning.visit import Visit
from tests.documents.test_medicines import LOCALES, demo


def by_answer(groups: Iterable[SignsView]) -> dict[str, str]:
    """What is said before each sign, by the sign's segment."""
    return {item.segment: group.lead.segment for group in groups for item in group.items}


@pytest.mark.parametrize("locale", LOCALES)
def test_one_sign_has_one_answer_in_all_documents(locale: str) -> None:
    first = by_answer(leaflet(demo(), locale, Visit()).red_flags.groups)
    listed = by_answer(checklist(demo(), locale, Visit()).red_flags.groups)
    sheet = by_answer(medicines(demo(), locale, Visit()).signs)
    assert first == listed
    both = first.keys() & sheet.keys()
    assert {"warning-signs.stroke", "warning-signs.bleeding"} <= both
    assert {name: first[name] for name in both} == {name: sheet[name] for name in both}


def test_those_for_the_emergency_number_are_before_the_others() -> None:
    groups = leaflet(demo(), "en", Visit()).red_flags.groups
    assert [group.lead.segment.rpartition(".")[2] for group in groups] == ["emergency", "call"]


def test_citations_of_signs_are_numbered_along_with_the_others() -> None:
    found = checklist(demo(), "en", Visit())
    cited = [
        number
        for group in found.red_flags.groups
        for item in group.items
        for run in item.runs
        for number in run.cites
    ]
    assert sorted(set(cited)) == [one.number for one in found.references]
