"""The ledger keeps each signature on a line, and shows when it was tampered with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from build_pack.approvals.ledger import ledger_path, read_ledger, texts_path
from tests.approvals.signing import ROLES, signature, text, write

FIRST = signature(text(), by="First Sample", role=ROLES[0])
SECOND = signature(text(), by="Second Sample", role=ROLES[1])
THIRD = signature(text("Başka."), by="Third Sample", role=ROLES[0])


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    write(tmp_path, FIRST, SECOND, THIRD)
    return tmp_path


def test_what_was_signed_is_read_again(clinic: Path) -> None:
    ledger = read_ledger(clinic)
    assert not ledger.problems
    assert [one.line.by for one in ledger.signatures] == [
        "First Sample",
        "Second Sample",
        "Third Sample",
    ]
    assert ledger.signatures[2].texts == {text().id: (text().source, "Başka.")}


def test_a_signature_is_one_line_that_a_person_can_read(clinic: Path) -> None:
    lines = ledger_path(clinic).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    data = json.loads(lines[0])
    assert (data["by"], data["role"], data["locale"], data["texts"]) == (
        "First Sample",
        ROLES[0],
        "tr",
        1,
    )


def test_a_clinic_without_a_ledger_has_no_signatures(tmp_path: Path) -> None:
    assert read_ledger(tmp_path).signatures == ()


def lines_of(clinic: Path) -> list[str]:
    return ledger_path(clinic).read_text(encoding="utf-8").splitlines()


def write_lines(clinic: Path, lines: list[str]) -> None:
    ledger_path(clinic).write_text("\n".join(lines) + "\n", encoding="utf-8")


def drop_the_second(clinic: Path) -> None:
    first, _, third = lines_of(clinic)
    write_lines(clinic, [first, third])


def renumber_lines(clinic: Path) -> None:
    """As git writes them on Windows."""
    for path in (ledger_path(clinic), texts_path(clinic, THIRD.line.digest)):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_the_ends_of_lines_of_another_system_change_nothing(clinic: Path) -> None:
    renumber_lines(clinic)
    ledger = read_ledger(clinic)
    assert (len(ledger.signatures), ledger.problems) == (3, ())


def test_lines_of_two_branches_can_be_merged(clinic: Path) -> None:
    before = lines_of(clinic)
    fourth, fifth = (
        signature(text(name), by=f"{name} Sample", role=ROLES[0]) for name in ("Dört", "Beş")
    )
    write(clinic, fourth, previous=before)
    ours = lines_of(clinic)
    write_lines(clinic, before)
    write(clinic, fifth, previous=before)
    write_lines(clinic, [*ours, lines_of(clinic)[-1]])
    ledger = read_ledger(clinic)
    assert (len(ledger.signatures), ledger.problems) == (5, ())


def swap(clinic: Path) -> None:
    first, second, third = lines_of(clinic)
    write_lines(clinic, [second, first, third])


def rename_the_first(clinic: Path) -> None:
    first, *others = lines_of(clinic)
    write_lines(clinic, [first.replace("First", "Other"), *others])


def scribble(clinic: Path) -> None:
    write_lines(clinic, [*lines_of(clinic), "approved, signed the boss"])


def change_the_texts(clinic: Path) -> None:
    path = texts_path(clinic, THIRD.line.digest)
    path.write_text(path.read_text(encoding="utf-8").replace("Başka", "Daha başka"), "utf-8")


def lose_the_texts(clinic: Path) -> None:
    texts_path(clinic, THIRD.line.digest).unlink()


@pytest.mark.parametrize(
    ("tamper", "line", "words"),
    [
        (drop_the_second, 2, "A line before this one was changed, moved or taken out."),
        (swap, 1, "A line before this one was changed, moved or taken out."),
        (rename_the_first, 2, "A line before this one was changed, moved or taken out."),
        (scribble, 4, "This is not a line as `build-pack approve` writes it."),
        (change_the_texts, 3, "were changed."),
        (lose_the_texts, 3, "is missing."),
    ],
)
def test_tampering_is_told_at_its_line(
    clinic: Path, tamper: Callable[[Path], None], line: int, words: str
) -> None:
    tamper(clinic)
    problem, *_ = read_ledger(clinic).problems
    assert (problem.code, problem.place.line) == ("approval-broken", line)
    assert problem.message.endswith(words)


def test_a_line_at_fault_signs_nothing(clinic: Path) -> None:
    lose_the_texts(clinic)
    assert [one.line.by for one in read_ledger(clinic).signatures] == [
        "First Sample",
        "Second Sample",
    ]
