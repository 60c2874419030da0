"""A procedure that was moved: its old date is read, and asked for where a document needs it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import BuildRequest, build, option_place
from build_pack.planning.visit import Visit
from build_pack.problems import Place, ProblemsError, Severity
from build_pack.visits.moved_dates import moved_date_problems
from build_pack.visits.visit_reader import VisitReader, VisitText
from tests.documents.test_medicines import START, demo
from tests.workshop import LEAFLET, ROOT, opened

OLD = "2026-12-03T14:00"
CHANGE, CHECKLIST = DocumentKind.DATE_CHANGE, DocumentKind.CHECKLIST


def read(text: VisitText) -> Visit:
    return VisitReader(demo()).read(text, option_place)[0]


def test_the_old_date_is_read_as_the_new_one_is() -> None:
    found = read(VisitText("2026-12-10T09:00", previous_date="2026-12-03 14:00")).previous_start
    assert found == datetime(2026, 12, 3, 14, tzinfo=START.tzinfo)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-12-03", "This is not a date with a time."),
        ("2026-02-30T09:00", "This is not a valid date or time."),
        ("2026-12-10 09:00", "The previous date is the date of the procedure itself."),
    ],
)
def test_an_old_date_that_cannot_be_meant_is_refused(text: str, message: str) -> None:
    with pytest.raises(ProblemsError) as error:
        read(VisitText("2026-12-10T09:00", previous_date=text))
    [problem] = error.value.problems
    assert (str(problem.place), problem.message) == ("--previous-date", message)


@pytest.mark.parametrize(
    ("visit", "kinds", "expected"),
    [
        (Visit(START, previous_start=START), [CHANGE], []),
        (Visit(START), [CHECKLIST], []),
        (
            Visit(START),
            [CHECKLIST, CHANGE],
            [(Severity.ERROR, "previous_date", "“date-change” needs the date that the procedure")],
        ),
        (
            Visit(previous_start=START),
            [CHANGE],
            [(Severity.ERROR, "start", "“date-change” needs the new date of the procedure.")],
        ),
        (
            Visit(START, previous_start=START),
            [CHECKLIST],
            [(Severity.WARNING, "previous_date", "The previous date is not printed:")],
        ),
    ],
)
def test_what_a_document_lacks_or_none_prints_is_told(
    visit: Visit, kinds: list[DocumentKind], expected: list[tuple[Severity, str, str]]
) -> None:
    found = list(moved_date_problems(visit, lambda name: Place(Path(name)), kinds))
    assert [(one.severity, str(one.place)) for one in found] == [one[:2] for one in expected]
    for one, (_, _, message) in zip(found, expected, strict=True):
        assert one.message.startswith(message)


def test_without_the_old_date_nothing_is_made_and_each_way_to_give_it_is_named(
    tmp_path: Path,
) -> None:
    visit = VisitText("2026-12-10T09:00", medicines=("none",))
    request = BuildRequest(LEAFLET, tmp_path, ("en",), visit, documents=(CHANGE,))
    with pytest.raises(ProblemsError) as error:
        build(opened(ROOT / "clinics" / "demo"), request)
    [problem] = error.value.problems
    assert str(problem.place) == "--previous-date"
    assert "--previous-date 2026-12-10T09:00" in problem.hint
    assert "visit file" in problem.hint
    assert "column previous-date" in problem.hint
    assert list(tmp_path.iterdir()) == []


def test_an_old_date_makes_a_pack_a_patients_own() -> None:
    assert replace(VisitText(), previous_date=OLD) != VisitText()
