"""A clinic's own pictures are drawn once alone when the clinic is checked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from build_pack.content.library import Library
from build_pack.content.models.clinic import Clinic
from build_pack.content.pictures.drawings import LeafletDrawing, load_drawings
from build_pack.content.pictures.logo import load_logo
from build_pack.content.yaml.loading import Loaded, load
from build_pack.operations.check import CheckScope, check
from build_pack.problems import Problem, ProblemsError
from build_pack.rendering import picture_fidelity
from build_pack.workspace.picture_checks import picture_problems
from build_pack.workspace.workspace import Workspace
from tests.content.rasters import RIGHT
from tests.workshop import ROOT, Workshop

OTHERWISE = ROOT / "tests" / "data" / "logos" / "otherwise"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">{}</svg>'
WHITE = SVG.format('<path fill="#fff" d="M50 0h50v40H50z"/><path d="M0 0h30v40H0z"/>')


def clinic_with(folder: Path, logo: str, content: bytes) -> Loaded[Clinic]:
    text = (ROOT / "clinics" / "demo" / "clinic.yaml").read_text("utf-8")
    (folder / "clinic.yaml").write_text(text.replace("logo.svg", logo), encoding="utf-8")
    (folder / logo).write_bytes(content)
    return load(folder / "clinic.yaml", Clinic)


def looked_at(clinic: Loaded[Clinic], *drawings: LeafletDrawing) -> Iterator[Problem]:
    return picture_problems(clinic, load_logo(clinic), drawings)


def told(problem: Problem) -> str:
    place = f"{problem.place.path.name}:{problem.place.line}"
    return f"{place} {problem.code} {problem.severity} {problem.message} {problem.hint}"


SIMPLER = "Flatten it into simple shapes in the drawing program, or export it as a PNG."
PAPER = "Use the version of your logo that is made for white paper."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "a.svg",
            (OTHERWISE / "clip-opposite.svg").read_text("utf-8"),
            (
                "logo-invalid error a.svg looks different in print and in the drawing program. "
                f"{SIMPLER}"
            ),
        ),
        ("a.svg", SVG.format(""), "logo-invalid error a.svg is blank. Export it again."),
        (
            "a.svg",
            WHITE,
            (
                "contrast-low warning A part (62%) of a.svg is white or nearly white, and cannot "
                f"be seen on paper. {PAPER}"
            ),
        ),
        (
            "A.SVG",
            SVG.format('<circle r="20" fill="#fefefe"/>'),
            (
                "contrast-low warning All of A.SVG is white or nearly white, and cannot be seen on "
                f"paper. {PAPER}"
            ),
        ),
    ],
)
def test_what_paper_would_not_show_is_told_at_the_logos_line(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    [problem] = looked_at(clinic_with(tmp_path, name, content.encode()))

    assert told(problem) == f"clinic.yaml:65 {said}"


def test_a_right_logo_of_pixels_passes(tmp_path: Path) -> None:
    assert [*looked_at(clinic_with(tmp_path, "A.PNG", RIGHT["clear"]))] == []


def test_a_clinics_own_drawing_is_drawn_as_well(tmp_path: Path) -> None:
    clinic = clinic_with(tmp_path, "a.png", RIGHT["plain"])
    (tmp_path / "figures").mkdir()
    drawing = tmp_path / "figures" / "own.svg"
    drawing.write_bytes((OTHERWISE / "clip-opposite.svg").read_bytes())

    [problem] = looked_at(clinic, *load_drawings(drawing.parent))

    assert (problem.code, problem.place.path) == ("drawing-invalid", drawing)


def test_a_check_of_a_clinic_draws_its_logo(workshop: Workshop) -> None:
    (workshop.clinic / "logo.svg").write_text(WHITE, encoding="utf-8")
    library = Library((workshop.folder,))

    found = check(
        Workspace(library, workshop.clinic, date(2026, 11, 22)), CheckScope(("en",)), pages=False
    )

    assert "contrast-low" in {problem.code for problem in found.problems}


def test_a_fault_of_ours_is_not_told_as_one_of_the_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_fidelity, "_size", None)
    clinic = clinic_with(tmp_path, "a.svg", SVG.format('<path d="M1 2h7v3z"/>').encode())
    with pytest.raises(TypeError):
        list(looked_at(clinic))


@pytest.mark.parametrize("name", ["weasyprint.images.SVGImage", "weasyprint.draw.draw_replacedbox"])
def test_another_version_of_weasyprint_is_no_fault_of_the_picture(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic = clinic_with(tmp_path, "a.svg", SVG.format('<path d="M0 0h100v40H0z"/>').encode())
    picture_fidelity.printed_fidelity.cache_clear()
    monkeypatch.delattr(name)

    with pytest.raises(ProblemsError) as caught:
        list(looked_at(clinic))

    assert {one.code for one in caught.value.problems} == {"library-missing"}
    assert name.partition(".")[2] in caught.value.problems[0].message
