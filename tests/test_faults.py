"""The table of docs/checks.md says what the checks see of faults, and that it is enough."""

import re

import pytest

from benchmarks.faults.kinds.all import KINDS
from benchmarks.faults.measure import faults, measured
from benchmarks.faults.rewordings import rewordings
from benchmarks.faults.table import PAGE, written
from benchmarks.faults.texts import stock

_ROW = re.compile(r"^\| (.+?) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|", re.MULTILINE)
_CLEAN = re.compile(r"^\| errors \| (\d+) \|$", re.MULTILINE)
_FEWEST = 600

ROWS = {
    name.strip("*"): tuple(map(int, row)) for name, *row in _ROW.findall(PAGE.read_text("utf-8"))
}
"""By kind: faults, told by an error, told by a warning, missed."""


def test_the_table_says_what_is_measured_today() -> None:
    """If not: run `python -m benchmarks.faults --write` and look at what has changed."""
    assert written(PAGE, measured()) == PAGE.read_text(encoding="utf-8")


def test_each_kind_of_fault_is_in_the_table() -> None:
    assert list(ROWS) == [*(kind.name for kind in KINDS), "All"]


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.aim])
def test_no_fault_of_number_unit_medicine_negation_or_citation_is_missed(kind: str) -> None:
    assert ROWS[kind][3] == 0


def test_the_texts_as_they_are_have_no_errors() -> None:
    [errors] = _CLEAN.findall(PAGE.read_text(encoding="utf-8"))
    assert int(errors) == 0


def test_there_are_enough_faults_to_go_by() -> None:
    assert ROWS["All"][0] >= _FEWEST


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str, str]]:
    real = stock()
    return [
        (kind.name, text.words, change.words)
        for kind in KINDS
        for text, change in faults(kind, real)
        if not change.fuzzy and change.source is None
    ]


def test_each_fault_changes_its_text(found: list[tuple[str, str, str]]) -> None:
    assert [one for one in found if one[1] == one[2]] == []


def test_at_most_two_of_a_hundred_right_translations_are_refused() -> None:
    refused = [one.pair.text for one in rewordings() if one.refused]
    assert len(refused) <= len(rewordings()) / 50, refused
