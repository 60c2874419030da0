"""A catalog that was there before is never begun anew in silence."""

import shutil
import subprocess
from pathlib import Path

import pytest

from build_pack.operations.new_leaflet import new_leaflet
from build_pack.operations.translate import make_pseudo_catalogs, update_catalogs
from build_pack.problems import Problem, ProblemsError
from build_pack.workspace.missing_catalogs import RECORD
from tests.workshop import LEAFLET, Workshop


def git(workshop: Workshop, *words: str) -> None:
    who = ["-c", "user.name=Sample", "-c", "user.email=sample@example.org"]
    command = ["git", "-C", str(workshop.folder), *who, *words]
    subprocess.run(command, check=True, capture_output=True)


def updated(workshop: Workshop, *locales: str) -> tuple[Problem, ...]:
    """What keeps an update from being made."""
    try:
        update_catalogs(workshop.library, locales)
    except ProblemsError as error:
        return error.problems
    return ()


@pytest.fixture
def committed(workshop: Workshop) -> Workshop:
    git(workshop, "init", "-q")
    git(workshop, "add", ".")
    git(workshop, "commit", "-qm", "All")
    return workshop


def test_a_catalog_that_git_has_is_not_begun_anew(committed: Workshop) -> None:
    path = committed.catalog("tr")
    path.unlink()
    (problem,) = updated(committed)
    assert (problem.code, problem.place.path) == ("catalog-vanished", path)
    assert f"git checkout HEAD -- locales/tr/LC_MESSAGES/{LEAFLET}.po" in problem.hint
    assert not path.exists()
    assert not (committed.folder / RECORD).exists()  # git knows
    git(committed, "checkout", "HEAD", "--", str(path))
    assert updated(committed) == ()


def test_a_language_that_git_has_is_not_begun_anew_unless_its_end_is_committed(
    committed: Workshop,
) -> None:
    shutil.rmtree(committed.catalog("tr").parents[1])
    problems = updated(committed, "tr")
    assert {one.code for one in problems} == {"catalog-vanished"}
    with pytest.raises(ProblemsError) as caught:
        make_pseudo_catalogs(committed.library, "tr")
    assert {one.code for one in caught.value.problems} == {"catalog-vanished"}
    git(committed, "commit", "-qam", "No Turkish any more")
    assert updated(committed, "tr") == ()
    assert committed.catalog("tr").is_file()


def test_without_git_the_last_update_says_what_was_there(workshop: Workshop) -> None:
    assert updated(workshop) == ()
    path = workshop.catalog("tr", "medicines")
    path.unlink()
    (problem,) = updated(workshop)
    assert (problem.code, problem.place.path) == ("catalog-vanished", path)
    assert str(workshop.folder / RECORD) in problem.hint
    shutil.rmtree(path.parent)
    assert {one.code for one in updated(workshop, "tr")} == {"catalog-vanished"}
    lines = (workshop.folder / RECORD).read_text().splitlines(keepends=True)
    (workshop.folder / RECORD).write_text("".join(one for one in lines if "/tr/" not in one))
    assert updated(workshop, "tr") == ()


def test_a_new_language_and_a_new_leaflet_begin_as_ever(committed: Workshop) -> None:
    assert updated(committed, "de") == ()
    made = new_leaflet(committed.library, "knee-injection")
    assert committed.catalog("tr", "knee-injection") in made.files
    for path in committed.folder.glob("locales/*/LC_MESSAGES/knee-injection.po"):
        path.unlink()  # never committed, and git cannot know
    assert updated(committed) == ()


def test_a_wording_of_a_clinic_that_is_lost_is_told_too(workshop: Workshop) -> None:
    library, clinic = workshop.library, workshop.clinic
    own = clinic / "locales" / "tr" / "LC_MESSAGES" / "ui.po"
    own.parent.mkdir(parents=True)
    shutil.copy(workshop.catalog("tr", "ui"), own)
    update_catalogs(library, (), clinic)
    own.unlink()
    with pytest.raises(ProblemsError) as caught:
        update_catalogs(library, (), clinic)
    assert [one.place.path for one in caught.value.problems] == [own]


def test_no_setting_of_a_repository_or_a_user_hides_that_a_catalog_was_there(
    committed: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(committed, "replace", "HEAD^{tree}", "HEAD:leaflets")
    trace = tmp_path / "trace"
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".gitconfig").write_text(f"[trace2]\n\teventTarget = {trace}\n", "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    path = committed.catalog("tr")
    path.unlink()
    (problem,) = updated(committed)
    assert (problem.code, problem.place.path) == ("catalog-vanished", path)
    assert not trace.exists()
