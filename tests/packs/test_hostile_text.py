"""Text from a file may hold anything: it prints as text, or is refused with its line."""

import subprocess
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import BuildRequest, build, build_in_memory
from build_pack.problems import ProblemsError
from build_pack.visits.visit_reader import VisitText
from tests.workshop import LEAFLET, ROOT, Workshop, opened

CLINIC = "clinics/demo/clinic.yaml"
NAME = "  en: Sample Pain Clinic"


@pytest.mark.parametrize(
    "name",
    [
        '“Quotes” \\"and\\" ’apostrophes’',
        "1 < 2 & 3 > 2 % %(x)s $HOME",
        "url(http://example.org/x.png)",
        "x" * 110,
    ],
)
def test_a_hostile_name_prints_as_text(workshop: Workshop, name: str) -> None:
    workshop.replace(CLINIC, NAME, f'  en: "{name}"')
    for file in (f"leaflets/{LEAFLET}/leaflet.yaml", f"locales/en/LC_MESSAGES/{LEAFLET}.po"):
        workshop.replace(file, "This information does", "This text of {clinic_name} does")
    pack = workshop.pack_of(DocumentKind.LEAFLET)
    build(workshop.open(), workshop.request("en", pack=pack))
    pdf = workshop.out / pack / "en" / f"{LEAFLET}-leaflet.pdf"
    command = ["pdftotext", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    shown = name.replace('\\"', '"')
    if name == "x" * 110:  # longer than a line
        text = text.replace("-\n", "")
    everywhere = "".join(text.split())
    assert "".join(shown.split()) in everywhere
    assert "".join(f"This text of {shown} does".split()) in everywhere


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "</style><b>bold</b>", "a &amp; b"])
def test_a_name_with_tags_or_entities_is_refused_with_its_line(
    workshop: Workshop, name: str
) -> None:
    line = workshop.replace(CLINIC, NAME, f'  en: "{name}"')
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request("en"))
    assert {(one.code, one.place.line) for one in caught.value.problems} == {("tag-found", line)}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x" * 10_000, "value-invalid"),
        ("Clinic \\u202Elatipsoh", "character-forbidden"),
        ("Clinic \\u200B", "character-forbidden"),
        ("Clinic \\0", "character-forbidden"),
        ("Clinic \\u0007", "character-forbidden"),
        ("Clinic **", "markup-invalid"),
        ("Clinic {name}", "markup-invalid"),
        ("Clinic {{ 7 * 7 }}", "markup-invalid"),
    ],
)
def test_a_name_that_cannot_be_printed_is_refused_with_its_line(
    workshop: Workshop, name: str, code: str
) -> None:
    line = workshop.replace(CLINIC, NAME, f'  en: "{name}"')
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request("en"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == (code, line)
    assert len(str(problem)) < 500


@pytest.mark.parametrize("label", ["S1", "Sample", "Sample 01", "Sample 0001", "Sample " * 8])
@pytest.mark.parametrize("leaflet", ["after-radiofrequency", "diagnostic-nerve-block"])
def test_a_label_of_any_width_prints_on_a_diary(tmp_path: Path, leaflet: str, label: str) -> None:
    """Its field is followed by another one, which it may not reach."""
    visit = VisitText(start="2026-12-10T09:00", label=label)
    request = BuildRequest(leaflet, tmp_path, ("tr",), visit, documents=(DocumentKind.DIARY,))
    made = build_in_memory(opened(ROOT / "clinics/demo"), request)
    assert [path.name for path in made] == ["diary.pdf", "manifest.json"]
