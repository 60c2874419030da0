"""A new language is a new folder under `locales/`: no line of the program knows it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from build_pack.operations.build import build
from build_pack.operations.translate import make_pseudo_catalogs, update_catalogs
from build_pack.problems import ProblemsError
from gallery.library import enable
from tests.workshop import LEAFLET, Workshop

NEW = "az"
"""A language that Babel knows and that we have no texts for."""


def test_a_pack_in_a_new_language_is_built_from_a_new_folder_alone(workshop: Workshop) -> None:
    make_pseudo_catalogs(workshop.library, NEW)
    enable(workshop.clinic, NEW)
    build(
        workshop.open(), workshop.request(NEW, draft=True)
    )  # some pseudo-words are those of the source
    pack = workshop.out / LEAFLET / NEW / "pack.pdf"
    text = subprocess.run(
        ["pdftotext", str(pack), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Râdıöfréqüénçÿ" in text
    assert _leftovers(workshop, " ".join(text.split())) == []


def _leftovers(workshop: Workshop, text: str) -> list[str]:
    """English texts of the templates that stand in the new language's pages."""
    path = workshop.catalog("en", "ui")
    with path.open("rb") as file:
        sources = [str(message.id) for message in read_po(file) if message.context]
    return [source for source in sources if " " in source and "%" not in source and source in text]


def test_update_makes_the_catalogs_of_a_new_language_with_every_segment(
    workshop: Workshop,
) -> None:
    library = workshop.library
    made = update_catalogs(library, (NEW,))
    names = {f"{LEAFLET}.po", "medicines.po", "ui.po", "warning-signs.po"}
    assert {path.name for path in made} == names
    for path in made:
        english = workshop.catalog("en", path.stem)
        assert _contexts(path) == _contexts(english)
        subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)


def test_a_second_update_changes_nothing(workshop: Workshop) -> None:
    library = workshop.library
    assert update_catalogs(library, ()) == ()
    update_catalogs(library, (NEW,))
    assert update_catalogs(library, ()) == ()


def _contexts(path: Path) -> list[str]:
    with path.open("rb") as file:
        return [str(message.context) for message in read_po(file) if message.context]


def test_a_clinics_own_leaflet_gets_its_catalogs_in_the_clinics_folder(workshop: Workshop) -> None:
    """And only these: what the library translates stays the library's."""
    own = workshop.clinic / "leaflets" / "own-leaflet"
    shutil.copytree(workshop.path(f"leaflets/{LEAFLET}"), own)
    workshop.replace(
        "clinics/demo/leaflets/own-leaflet/leaflet.yaml", f"id: {LEAFLET}", "id: own-leaflet"
    )
    library = workshop.library
    made = update_catalogs(library, ("tr",), workshop.clinic)
    folder = workshop.clinic / "locales" / "tr" / "LC_MESSAGES"
    assert made == (folder / "own-leaflet.po",)
    assert all(name.startswith("own-leaflet.") for name in _contexts(made[0]))
    assert update_catalogs(library, (), workshop.clinic) == (
        workshop.clinic / "locales" / "en" / "LC_MESSAGES" / "own-leaflet.po",
    )


def test_a_broken_catalog_is_one_problem_and_not_one_for_each_segment(workshop: Workshop) -> None:
    workshop.catalog("tr").write_text('msgid "\n', encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request("tr"))
    assert [problem.code for problem in caught.value.problems] == ["catalog-invalid"]
