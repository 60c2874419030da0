"""A new clinic is called as its folder, and whoever works in the folder need not name it."""

from pathlib import Path

import pytest

from build_pack.cli.main import cli
from build_pack.content.library import Library
from build_pack.content.models.clinic import Clinic
from build_pack.content.yaml.loading import load
from build_pack.operations.new_clinic import new_clinic
from build_pack.workspace.settings import Settings, find_settings, read_settings
from tests.workshop import ROOT

LIBRARY = Library((ROOT,))


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("izmir", "izmir"), ("İzmir", "izmir"), ("IĞDIR", "igdir"), ("Ağrı Evi", "agri-evi"),
        ("şişli_2", "sisli-2"), ("3. Şube", "sube"), ("no", "no"), ("true", "true"),
        ("Null", "null"), ("-x-", "x"),
        ("my.clinic", "my-clinic"), ("x" * 90, "x" * 60), ("2026", "my-clinic"),
        ("Клиника", "my-clinic"), ("a/b/inner one", "inner-one"),
    ],
)  # fmt: skip
def test_the_id_of_a_new_clinic_is_that_of_its_folder(
    tmp_path: Path, folder: str, name: str
) -> None:
    new_clinic(LIBRARY, tmp_path / folder)
    assert load(tmp_path / folder / "clinic.yaml", Clinic).model.id == name


def test_the_folder_in_which_one_is_has_a_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bursa").mkdir()
    monkeypatch.chdir(tmp_path / "bursa")
    new_clinic(LIBRARY, Path())
    assert load(Path("clinic.yaml"), Clinic).model.id == "bursa"


def test_inside_a_new_clinic_its_settings_name_it_and_a_folder_beside_it(tmp_path: Path) -> None:
    clinic = tmp_path / "izmir"
    new_clinic(LIBRARY, clinic)
    path = find_settings(clinic / "schemas")
    assert path == clinic / "build-pack.toml"
    assert read_settings(path) == Settings(path, clinic, (), clinic / "../out")


def test_what_to_type_next_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "our clinic")
    cli.main(["new", "clinic", folder], standalone_mode=False)
    told = capsys.readouterr().out
    assert f'  cd "{folder}"\n  build-pack build radiofrequency-neurotomy\n' in told
