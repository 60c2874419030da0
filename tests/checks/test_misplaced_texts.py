"""A translation that belongs to another text of the catalog is found."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from build_pack.checks.check_types import CatalogCheck, CheckContext, TextPair
from build_pack.checks.translation.misplaced_texts import EXCHANGED, REPEATED
from build_pack.problems import Place
from build_pack.translation.po.catalog_file import forms, read_po
from tests.workshop import LEAFLET, ROOT

PLACE = Place(Path("tr.po"))
CATALOGS = sorted(ROOT.glob("locales/*/LC_MESSAGES/*.po"))


@cache
def pairs(path: Path) -> tuple[TextPair, ...]:
    locale = path.parts[-3]
    entries = ((e.id, forms(e.target)[0], forms(e.source)[0]) for e in read_po(path).entries)
    return tuple(
        TextPair(name, locale, text or source, source, PLACE) for name, text, source in entries
    )


def said(check: CatalogCheck, given: tuple[TextPair, ...]) -> list[tuple[str, str]]:
    return [(pair.id, fault.message) for pair, fault in check.find(given, CheckContext())]


def made(*texts: tuple[str, str, str]) -> tuple[TextPair, ...]:
    return tuple(TextPair(name, "tr", text, source, PLACE) for name, source, text in texts)


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: f"{path.parts[-3]} {path.stem}")
@pytest.mark.parametrize("check", [REPEATED, EXCHANGED], ids=lambda check: check.id)
def test_the_catalogs_that_come_with_the_program_pass(path: Path, check: CatalogCheck) -> None:
    assert said(check, pairs(path)) == []


def test_a_text_that_is_copied_from_another_is_found_wherever_it_stands() -> None:
    real = pairs(ROOT / f"locales/tr/LC_MESSAGES/{LEAFLET}.po")
    long = [at for at, pair in enumerate(real) if len(pair.text) > 30]
    missed = []
    for one, other in zip(long[:40], long[-40:], strict=True):
        spoilt = list(real)
        spoilt[one] = replace(real[one], text=real[other].text)
        if not said(REPEATED, tuple(spoilt)):
            missed.append((real[one].source, real[other].source))
    assert missed == []


def test_texts_that_change_places_are_found_half_of_the_time() -> None:
    real = pairs(ROOT / f"locales/tr/LC_MESSAGES/{LEAFLET}.po")
    long = [at for at, pair in enumerate(real) if len(pair.text) > 30]
    found = 0
    for one, other in zip(long[:50:5], long[-50::5], strict=True):
        spoilt = list(real)
        spoilt[one] = replace(real[one], text=real[other].text)
        spoilt[other] = replace(real[other], text=real[one].text)
        found += bool(said(EXCHANGED, tuple(spoilt)))
    assert found >= 5


def test_a_copy_is_told_with_the_text_that_it_is_from() -> None:
    given = made(
        ("a.fever", "You have a fever or chills.", "Ateşiniz veya titremeniz var."),
        ("a.leg", "One of your legs is weak.", "Ateşiniz veya titremeniz var!"),
    )
    message = (
        "This is also the translation of “a.fever”, whose source is different: “You have a "
        "fever or chills.”."
    )
    assert said(REPEATED, given) == [("a.leg", message)]


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        (("Fill in the diary each time.", "Write in the diary each time."), "Günlüğü hep yazın."),
        (("Appointment", "Visit"), "Randevu"),
        (("On the day", "Day of the procedure"), "İşlem günü"),
        (("Call us at once.", "Call us at once."), "Hemen bizi arayın, lütfen."),
    ],
)  # fmt: skip
def test_two_sources_that_say_the_same_may_share_a_translation(
    sources: tuple[str, str], text: str
) -> None:
    given = made(*((f"a.{at}", source, text) for at, source in enumerate(sources)))
    assert said(REPEATED, given) == []
