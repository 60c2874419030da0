"""The page of questions: what is open, in the words of who is asked, with what follows."""

from dataclasses import replace

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import PageFormat
from build_pack.documents.compose import compose
from build_pack.documents.questions.views import QuestionsDocument
from build_pack.planning.visit import TakenMedicine, Visit
from tests.documents.papers import has_date, visit
from tests.documents.test_medicines import NO_RISKS, demo


def page(of: Visit, locale: str = "en") -> QuestionsDocument:
    [document] = compose(demo(), locale, DocumentKind.QUESTIONS, of)
    assert isinstance(document, QuestionsDocument)
    return document


def asked(document: QuestionsDocument) -> list[str]:
    return [one.text for one in document.questions]


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_the_patient_is_asked_in_other_words_than_the_staff(locale: str) -> None:
    of = replace(visit("apixaban"), facts={})
    beside = replace(of, page_format=PageFormat(beside=True))
    facts = demo().rules.facts
    for fact in ("bleeds-easily", "stroke-or-clot"):
        one = facts[fact]
        assert one.patient_question
        assert one.question.words(locale) in asked(page(of, locale))
        assert one.patient_question.words(locale) in asked(page(beside, locale))


def test_the_kidney_band_is_asked_with_the_numbers_it_follows_from() -> None:
    of = replace(visit("apixaban"), facts=NO_RISKS | {"sex": "male"})
    [kidney] = page(of).questions
    assert kidney.blanks == ("creatinine (mg/dl):", "age:", "weight (kg):")
    assert [answer.text for answer in kidney.answers] == [
        band.name.words("en") for band in demo().rules.kidney_bands.values()
    ]


def test_under_each_answer_stands_what_follows() -> None:
    [kidney] = page(replace(visit("apixaban"), facts=NO_RISKS)).questions
    good, *_, poor = kidney.answers
    assert has_date("".join(good.follows))
    assert poor.follows == ("apixaban: the team decides",)


def test_a_name_that_nobody_knows_is_asked_with_a_line_to_write_on() -> None:
    of = replace(visit(), medicines=(TakenMedicine("Xyzol"),))
    [one] = page(of).questions
    assert "Xyzol" in one.text
    assert (one.answers, one.blanks) == ((), ("On the box:",))


def test_where_the_medicines_are_not_recorded_only_these_are_asked() -> None:
    [one] = page(Visit()).questions
    assert (one.answers, one.blanks) == ((), ())


def test_where_nothing_is_left_to_ask_it_says_so() -> None:
    document = page(visit("paracetamol"))
    assert document.questions == ()
    assert document.nothing == "Nothing is left to ask: the plan stands."
