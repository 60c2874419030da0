"""A character that no font has is told where a person can change it, and never with a patient."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import build
from build_pack.problems import Problem, ProblemsError
from build_pack.visits.visit_reader import VisitText
from tests.workshop import LEAFLET, Workshop

CLINIC = "clinics/demo/clinic.yaml"


def told(
    workshop: Workshop, visit: VisitText, *kinds: DocumentKind, locale: str = "tr"
) -> list[str]:
    """What stops a build of these documents, with paths as seen from the library."""
    pack = workshop.pack_of(*kinds)
    request = replace(workshop.request(locale, pack=pack, draft=True), visit=visit)
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), request)
    errors = [problem for problem in caught.value.problems if problem.code == "glyph-missing"]
    return [_from(workshop.folder, problem) for problem in errors]


def _from(folder: Path, problem: Problem) -> str:
    path = problem.place.path
    name = path.relative_to(folder) if path.is_relative_to(folder) else path
    return f"{name}:{problem.place.line} {problem.message}"


def change(workshop: Workshop, name: str, old: str, new: str, lacking: str, up: int = 0) -> str:
    """Put a character into a file; give what is to be said of it, `up` lines above."""
    line = workshop.replace(name, old, new)
    return f"{name}:{line - up} The pack's fonts lack {lacking}."


def test_a_character_is_told_at_each_text_that_has_it(workshop: Workshop) -> None:
    catalog, names = (f"locales/tr/LC_MESSAGES/{name}.po" for name in (LEAFLET, "medicines"))
    references = f"leaflets/{LEAFLET}/references.json"
    expected = [
        change(workshop, CLINIC, "Örnek Ağrı", "Örnek 🙂 Ağrı", "🙂 (U+1F642)"),
        change(workshop, catalog, '"Enfeksiyon"', '"Enfeksiyon ☎"', "☎ (U+260E)", up=1),
        change(workshop, names, 'msgstr "varfarin"', 'msgstr "varfarin☎"', "☎ (U+260E)", up=1),
        change(workshop, references, '"title": "', '"title": "\\u6162 &#24930;', "慢 (U+6162)"),
    ]
    kinds = (DocumentKind.LEAFLET, DocumentKind.MEDICINES)
    assert told(workshop, VisitText(medicines=("warfarin",)), *kinds) == sorted(expected)


def test_a_character_of_the_patient_is_told_without_what_stands_there(workshop: Workshop) -> None:
    visit = VisitText(label="Ali 李", medicines=("mystery ☎ tea!",))
    found = told(workshop, visit, DocumentKind.MEDICINES)
    lacking = "The text contains a character that the pack's fonts lack."
    assert found == [f"--label:0 {lacking}", f"--medicine:0 {lacking}"]


def test_a_character_of_the_source_or_a_template_is_told_there(workshop: Workshop) -> None:
    leaflet, template = f"leaflets/{LEAFLET}/leaflet.yaml", "templates/leaflet.html.jinja"
    content = "{% block content %}"
    expected = [
        change(workshop, leaflet, "infection: Infection", "infection: Infection ☎", "☎ (U+260E)"),
        change(workshop, template, content, f"{content}<p>☎</p>", "☎ (U+260E)"),
    ]
    visit = VisitText(medicines=("none",))
    assert told(workshop, visit, DocumentKind.LEAFLET, locale="en") == expected


def test_a_file_beside_the_texts_that_cannot_be_read_hides_no_character(workshop: Workshop) -> None:
    (workshop.folder / "templates/css/old.css").write_bytes("/* für */ a { }".encode("latin-1"))
    (workshop.folder / "templates/old.css").mkdir()
    (workshop.folder / "templates/none.css").symlink_to("leaflet.html.jinja")
    expected = change(workshop, CLINIC, "Örnek Ağrı", "Örnek 🙂 Ağrı", "🙂 (U+1F642)")
    assert told(workshop, VisitText(medicines=("none",)), DocumentKind.CHECKLIST) == [expected]
