"""Old references, identifiers of the wrong shape, and reviews that are due, are told."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from build_pack.checks.check_types import LeafletCheck
from build_pack.checks.reference_age import REFERENCE_OLD
from build_pack.checks.reference_identifiers import IDENTIFIERS
from build_pack.checks.review_dates import REVIEW_OVERDUE, REVIEW_SOON, review_problem
from build_pack.content.models.base import DatedModel
from build_pack.problems import Place, Severity
from tests.checks.readings import TODAY, real, reference, small


def said(
    check: LeafletCheck, folder: Path, fields: dict[str, Any], locale: str = "en"
) -> list[str]:
    """What a check says of one reference with these fields."""
    reading = replace(small(folder, locale), references=(reference(**fields),))
    return [remark.fault.message for remark in check.find(reading)]


def year(number: int | str) -> dict[str, Any]:
    return {"date-parts": [[number, 1, 31]]}


# Age


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"issued": year(2015)}, "“who-2020” was issued in 2015, more than 10 years ago."),
        ({"issued": year("2015")}, "“who-2020” was issued in 2015, more than 10 years ago."),
        (
            {"type": "webpage", "issued": year(2025), "accessed": year(2014)},
            "“who-2020” was last read in 2014, more than 10 years ago.",
        ),
        (
            {"type": "webpage", "issued": year(2014)},
            "“who-2020” was issued in 2014, more than 10 years ago.",
        ),
    ],
)
def test_a_reference_older_than_ten_years_is_told(
    tmp_path: Path, locale: str, fields: dict[str, Any], message: str
) -> None:
    assert said(REFERENCE_OLD, tmp_path, fields, locale) == [message]


@pytest.mark.parametrize(
    "fields",
    [
        {"issued": year(2016)},
        {"issued": {"date-parts": [[2010], [2020]]}},
        {"type": "webpage", "issued": year(2010), "accessed": year(2026)},
        {"issued": year(2020), "accessed": year(2010)},
        {"issued": {"literal": "spring 2010"}},
        {},
    ],
)
def test_a_reference_of_the_last_ten_years_or_without_a_year_is_let_pass(
    tmp_path: Path, fields: dict[str, Any]
) -> None:
    assert said(REFERENCE_OLD, tmp_path, fields) == []


def test_an_old_reference_is_told_where_it_stands_and_by_its_key(tmp_path: Path) -> None:
    old = reference("old-2000", issued=year(2000))
    [remark] = REFERENCE_OLD.find(replace(small(tmp_path), references=(old,)))
    assert (remark.about, remark.place) == ("reference.old-2000", old.place)


# Identifiers


@pytest.mark.parametrize(
    ("field", "bad", "good"),
    [
        ("DOI", "https://doi.org/10.2147/JPR.S325665", "10.2147/JPR.S325665"),
        ("DOI", "10.2147/JPR.S325665.", "10.1002/(SICI)1097-4636(199823)43:3<338::AID>3.0.CO;2-B"),
        ("DOI", "10.2147", "10.1000.10/123456"),
        ("PMID", "PMID: 34526815", "34526815"),
        ("PMID", "345268159", "1"),
        ("PMCID", "8436449", "PMC8436449"),
        ("URL", "http://medlineplus.gov/stroke.html", "https://medlineplus.gov/stroke.html"),
        ("URL", "www.medlineplus.gov", "https://medlineplus.gov"),
        ("URL", "https://medlineplus.gov/a b", "https://medlineplus.gov/a%20b?c#d"),
    ],
)
def test_an_identifier_of_the_wrong_shape_is_told(
    tmp_path: Path, field: str, bad: str, good: str
) -> None:
    message = f"“{bad}” of “who-2020” is not a valid {field}."
    assert said(IDENTIFIERS, tmp_path, {field: bad}) == [message]
    assert said(IDENTIFIERS, tmp_path, {field: good}) == []


def test_two_wrong_identifiers_of_one_reference_are_both_told(tmp_path: Path) -> None:
    fields = {"DOI": "none", "PMID": "none"}
    assert len(said(IDENTIFIERS, tmp_path, fields)) == 2


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_the_identifiers_of_the_leaflet_have_the_right_shape(locale: str) -> None:
    assert list(IDENTIFIERS.find(real(locale))) == []


# Reviews

PLACE = Place(Path("medicines.yaml"), 3, 12)
DUE = date(2028, 11, 22)
DATED = DatedModel(version="1.0", issued=date(2026, 11, 22), review_by=DUE)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-1, ("review-overdue", Severity.ERROR, "The review was due on 2028-11-22.")),
        (0, ("review-soon", Severity.WARNING, "The review is due on 2028-11-22, in 0 days.")),
        (60, ("review-soon", Severity.WARNING, "The review is due on 2028-11-22, in 60 days.")),
        (61, None),
    ],
)
def test_a_review_is_told_from_sixty_days_before_it_is_due(
    days: int, told: tuple[str, Severity, str] | None
) -> None:
    problem = review_problem(DATED, PLACE, DUE - timedelta(days=days))
    found = problem and (problem.code, problem.severity, problem.message)
    assert found == told
    assert problem is None or problem.place == PLACE


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize(
    ("days", "codes"),
    [(-1, ["review-overdue"]), (30, ["review-soon"]), (61, [])],
)
def test_the_review_of_a_leaflet_is_told_by_the_check_of_its_code(
    tmp_path: Path, locale: str, days: int, codes: list[str]
) -> None:
    reading = replace(small(tmp_path, locale), today=DUE - timedelta(days=days))
    checks = (REVIEW_OVERDUE, REVIEW_SOON)
    found = [(check.id, remark) for check in checks for remark in check.find(reading)]
    assert [code for code, _ in found] == codes
    assert [remark.place.line for _, remark in found] == [5] * len(codes)


def test_the_leaflet_is_not_to_be_reviewed_yet() -> None:
    reading = real("en")
    assert reading.today == TODAY
    assert [*REVIEW_OVERDUE.find(reading), *REVIEW_SOON.find(reading)] == []
