"""What is quoted of a page is left out where it holds what was typed for a visit."""

from pathlib import Path

import pytest

from build_pack.planning.redaction import private_texts, redacted
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.problems import Place, Problem

VISIT = Visit(label="Hüsniye Örnekoğlu 0042", medicines=(TakenMedicine("Xyzol forte"),))


def told(message: str, visit: Visit = VISIT) -> str:
    problem = redacted(
        Problem("page-added", Place(Path("a")), message, message), private_texts(visit)
    )
    assert problem.hint == problem.message
    return problem.message


@pytest.mark.parametrize(
    "quoted",
    ["Hüsniye Örnekoğlu", "Patient: HÜSNİYE", "xyzol 5 mg", "No. 0042 of", "Örnekoğlu's plan…"],
)
def test_a_quotation_with_a_word_of_the_visit_is_left_out(quoted: str) -> None:
    assert told(f"Page 1: “{quoted}” is hidden, as is “References”.") == (
        "Page 1: “…” is hidden, as is “References”."
    )


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("No anchor #hüsniye for a link", "No anchor #… for a link"),
        ("No anchor #husniye-ornekoglu.", "No anchor #…."),
        ("A link to #H%C3%BCsniye%20%C3%96rnekoğlu is new.", "A link to #… is new."),
        ("A link to patient_hüsniye.html is new.", "A link to patient_….html is new."),
        ("'dict object' has no attribute 'Hüsniye'.", "'dict object' has no attribute '…'."),
        ("Ignored `--a: HÜSNİYE` at 1:2", "Ignored `--a: …` at 1:2"),
        ("There is no ÖRNEKOĞLU here", "There is no … here"),
        ("of Örnekoğlu'nun here", "of …'nun here"),
        ("of örnekoğlunun here", "of … here"),
        ("of xhüsniyex here", "of … here"),
        ("of Hu\u0308sniye here", "of … here"),
        ("of Örnek\u00adoğlu here", "of … here"),
        ("of Hüs… here", "of …… here"),
        ("of …oğlu here", "of …… here"),
        ("of Xyzol forte here", "of … here"),
        ("number 0042 here", "number … here"),
        ("“one” Hüsniye “two”", "“one” … “two”"),
    ],
)
def test_such_a_word_is_left_out_wherever_it_stands(message: str, left: str) -> None:
    assert told(message) == left.replace("……", "…")


def test_a_name_of_two_letters_is_left_out_with_its_quotation() -> None:
    visit = Visit(label="Su Ak")
    assert told("Page 1: “Su Ak” is hidden, as is “a”.", visit) == (
        "Page 1: “…” is hidden, as is “a”."
    )


def test_a_short_name_is_no_part_of_other_words() -> None:
    assert told("It cannot align 'Ali Can'.", Visit(label="Ali Can")) == "It cannot align '…'."


@pytest.mark.parametrize("visit", [Visit(), VISIT, Visit(label="A 4")])
def test_any_other_is_told(visit: Visit) -> None:
    message = "Page 1: “Call us at 4 for a week” (a.b) is 'not' `there` #here…"
    assert told(message, visit) == message
