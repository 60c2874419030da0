"""What every document says of itself: how often it was revised, and when last."""

from dataclasses import replace
from datetime import date

import pytest

from build_pack.content.models.base import Revision
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.checklist.views import ChecklistDocument
from build_pack.documents.compose import compose
from build_pack.documents.leaflet.views import LeafletDocument
from build_pack.planning.visit import Visit
from tests.documents.test_medicines import demo

REVISIONS = tuple(
    Revision(date=date(2027, month, 3), change="A sentence on driving.") for month in (9, 5)
)


@pytest.mark.parametrize(
    ("revisions", "number", "day"),
    [((), "00", ""), (REVISIONS, "02", "3\u00a0September\u00a02027")],
)
def test_the_number_of_revisions_and_the_date_of_the_newest_are_printed(
    revisions: tuple[Revision, ...], number: str, day: str
) -> None:
    sources = demo()
    leaflet = sources.leaflet.model_copy(update={"revisions": revisions})
    (document,) = compose(replace(sources, leaflet=leaflet), "en", DocumentKind.LEAFLET, Visit())
    assert (document.control.revision, document.control.revised) == (number, day)


def test_the_medicine_sheet_has_those_of_the_rules() -> None:
    sources = demo()
    rules = sources.rules.model_copy(update={"revisions": REVISIONS})
    (document,) = compose(replace(sources, rules=rules), "en", DocumentKind.MEDICINES, Visit())
    assert document.control.revision == "02"


def test_a_checklist_says_what_the_leaflet_says_without_its_citations() -> None:
    (leaflet,), (checklist,) = (
        compose(demo(), "en", kind, Visit())
        for kind in (DocumentKind.LEAFLET, DocumentKind.CHECKLIST)
    )
    assert isinstance(leaflet, LeafletDocument)
    assert isinstance(checklist, ChecklistDocument)
    signs = [
        [sign for group in one.red_flags.groups for sign in group.items]
        for one in (leaflet, checklist)
    ]
    assert leaflet.references
    assert not checklist.references
    assert not any(run.cites for sign in signs[1] for run in sign.runs)
    assert [one.text.replace(" ", "") for one in signs[0]] == [
        one.text.replace(" ", "") for one in signs[1]
    ]
