"""The clinic's folders lie over the library's, file by file."""

import os
from pathlib import Path

import pytest

from build_pack.content.library import Library, shipped_library
from build_pack.content.validation.leaflet import leaflet_codes
from tests.content.samples import refusal, told


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    put(
        folder,
        "leaflets/nerve/leaflet.yaml",
        "leaflets/block/leaflet.yaml",
        "leaflets/formulary.yaml",
        "leaflets/no-leaflet/notes.txt",
        "locales/tr/LC_MESSAGES/nerve.po",
        "locales/en/LC_MESSAGES/nerve.po",
        "locales/glossary.yaml",
        "templates/leaflet.html.jinja",
    )
    return folder


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    folder = tmp_path / "clinic"
    put(folder, "clinic.yaml")
    return folder


def test_the_shipped_library_is_complete() -> None:
    library = Library((shipped_library(),))
    assert "radiofrequency-neurotomy" in library.leaflet_ids()
    assert {"en", "tr"} <= set(library.locales())
    assert library.formulary().is_file()
    assert library.template_folders()


def test_leaflets_are_folders_with_a_leaflet_in_alphabetical_order(shipped: Path) -> None:
    assert Library((shipped,)).leaflet_ids() == ("block", "nerve")


def test_a_clinic_adds_leaflets_of_its_own(shipped: Path, clinic: Path) -> None:
    put(clinic, "leaflets/our/leaflet.yaml", "leaflets/nerve/leaflet.yaml")
    assert Library((shipped,)).with_clinic(clinic).leaflet_ids() == ("block", "nerve", "our")


def test_a_clinics_leaflet_goes_before_the_librarys(shipped: Path, clinic: Path) -> None:
    library = Library((shipped,)).with_clinic(clinic)
    assert library.leaflet_folder("nerve") == shipped / "leaflets" / "nerve"
    put(clinic, "leaflets/nerve/leaflet.yaml")
    assert library.leaflet_folder("nerve") == clinic / "leaflets" / "nerve"


def test_an_unknown_leaflet_is_told_with_the_choices(shipped: Path, clinic: Path) -> None:
    put(clinic, "leaflets/our/leaflet.yaml")
    library = Library((shipped,)).with_clinic(clinic)
    [problem] = refusal(library.leaflet_folder, "nerves")
    assert problem.place.path == shipped / "leaflets"
    assert told(problem) == (
        "0:0 id-unknown There is no leaflet with this name. Did you mean “nerve”? Choose from: "
        "block, nerve, our."
    )


@pytest.mark.parametrize("name", ["n" * 300, "nerve/../nerve", "nerve\0", ""])
def test_an_id_that_no_folder_can_bear_is_unknown_like_any_other(shipped: Path, name: str) -> None:
    [problem] = refusal(Library((shipped,)).leaflet_folder, name)
    assert problem.code == "id-unknown"


def test_a_library_without_leaflets_says_so(tmp_path: Path) -> None:
    [problem] = refusal(Library((tmp_path,)).leaflet_folder, "nerve")
    assert problem.hint == "The folder has no leaflets at all."


def test_the_formulary_is_the_clinics_if_it_keeps_one(shipped: Path, clinic: Path) -> None:
    library = Library((shipped,)).with_clinic(clinic)
    assert library.formulary() == shipped / "leaflets" / "formulary.yaml"
    put(clinic, "leaflets/formulary.yaml")
    assert library.formulary() == clinic / "leaflets" / "formulary.yaml"


def test_where_there_is_no_formulary_the_librarys_place_is_named(tmp_path: Path) -> None:
    library = Library((tmp_path / "clinic", tmp_path / "shipped"))
    assert library.formulary() == tmp_path / "shipped" / "leaflets" / "formulary.yaml"


def test_every_folder_of_catalogs_is_a_locale(shipped: Path, clinic: Path) -> None:
    put(clinic, "locales/ar/LC_MESSAGES/ui.po")
    assert Library((shipped,)).with_clinic(clinic).locales() == ("ar", "en", "tr")


def test_a_clinics_catalog_goes_before_the_full_one(shipped: Path, clinic: Path) -> None:
    put(clinic, "locales/tr/LC_MESSAGES/nerve.po")
    library = Library((shipped,)).with_clinic(clinic)
    name = Path("locales/tr/LC_MESSAGES/nerve.po")
    assert library.catalogs("tr", "nerve") == (clinic / name, shipped / name)
    assert library.catalogs("en", "nerve") == (shipped / "locales/en/LC_MESSAGES/nerve.po",)


def test_where_there_is_no_catalog_the_librarys_place_is_named(shipped: Path, clinic: Path) -> None:
    library = Library((shipped,)).with_clinic(clinic)
    assert library.catalogs("ar", "ui") == (shipped / "locales/ar/LC_MESSAGES/ui.po",)


def test_templates_are_looked_for_in_the_clinic_first(shipped: Path, clinic: Path) -> None:
    library = Library((shipped,)).with_clinic(clinic)
    assert library.template_folders() == (shipped / "templates",)
    put(clinic, "templates/leaflet.html.jinja")
    assert library.template_folders() == (clinic / "templates", shipped / "templates")


def test_a_leaflet_whose_file_is_a_folder_or_a_pipe_stays_one_and_hides_no_code(
    shipped: Path,
) -> None:
    (shipped / "leaflets/odd/leaflet.yaml").mkdir(parents=True)
    (shipped / "leaflets/pipe").mkdir()
    os.mkfifo(shipped / "leaflets/pipe/leaflet.yaml")
    (shipped / "leaflets/nerve/leaflet.yaml").write_text("code: RFN\n", "utf-8")
    library = Library((shipped,))
    for name in ("odd", "pipe"):
        assert library.leaflet_folder(name) == shipped / "leaflets" / name
    assert list(leaflet_codes(library)) == [("nerve", "RFN")]
