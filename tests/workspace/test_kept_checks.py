"""What is told with kept results is what would be told without them, whatever has changed."""

from datetime import date
from pathlib import Path

import pytest

from build_pack.checks import check_runs
from build_pack.content.library import Library
from build_pack.content.yaml import source_file
from build_pack.problems import ProblemsError
from build_pack.translation import ui_extraction
from build_pack.translation.po import catalog_file
from build_pack.workspace import picture_checks
from build_pack.workspace.source_loading import LoadedSources, load_and_check_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, ROOT, Workshop

TODAY = date(2026, 11, 30)
WORKED_OUT = [
    (source_file, "_marked"),
    (catalog_file, "_parsed"),
    (ui_extraction, "_found"),
    (check_runs, "text_faults"),
    (check_runs, "catalog_faults"),
    (check_runs, "leaflet_remarks"),
    (picture_checks, "_printed"),
    (picture_checks, "_unseen_share"),
]

REMEMBERED = (check_runs.text_faults, source_file._nodes)  # noqa: SLF001


def checked(
    library: Path, leaflet: str, *, keeps_results: bool, errors_only: bool = False
) -> LoadedSources:
    """One leaflet as a process of its own would read it."""
    clinic = library / "clinics" / "demo"
    workspace = Workspace(Library((library,)), clinic, TODAY, keeps_results=keeps_results)
    for remembered in REMEMBERED:
        remembered.cache_clear()  # another process has none of these
    return load_and_check_sources(workspace, leaflet, (), errors_only=errors_only)


def said(found: LoadedSources) -> tuple[object, ...]:
    """All that is told of a leaflet, with what is passed over in silence, and what is signed."""
    return found.problems, found.findings, found.ignored, found.texts


def said_or_stopped(workshop: Workshop, *, keeps_results: bool) -> tuple[object, ...]:
    """What is told of the leaflet, or the problems with which it cannot be read at all."""
    try:
        return said(checked(workshop.folder, LEAFLET, keeps_results=keeps_results))
    except ProblemsError as stopped:
        return stopped.problems


@pytest.mark.parametrize("errors_only", [True, False])
@pytest.mark.parametrize("leaflet", Library((ROOT,)).leaflet_ids())
def test_a_second_run_says_the_same_and_works_nothing_out(
    monkeypatch: pytest.MonkeyPatch, leaflet: str, errors_only: bool
) -> None:
    plain = checked(ROOT, leaflet, keeps_results=False, errors_only=errors_only)
    first = checked(ROOT, leaflet, keeps_results=True, errors_only=errors_only)
    for module, name in WORKED_OUT:
        monkeypatch.delattr(module, name)
    second = checked(ROOT, leaflet, keeps_results=True, errors_only=errors_only)
    assert said(plain) == said(first) == said(second)
    for part in ("leaflet", "references", "signs", "catalogs", "clinic", "rules", "medicines"):
        assert getattr(second.sources, part) == getattr(plain.sources, part)


CATALOG = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
CHANGES = [
    ("a line above all texts", f"leaflets/{LEAFLET}/leaflet.yaml", "id: ", "# note\n\nid: "),
    ("a leaflet's date", f"leaflets/{LEAFLET}/leaflet.yaml", "review_by: 20", "review_by: 19"),
    ("a number in a translation", CATALOG, "Rehabilitasyon", "37 rehabilitasyon"),
    ("a note in a catalog", CATALOG, "msgctxt", "# note\nmsgctxt"),
    (
        "a word of the templates",
        "templates/medicines.html.jinja",
        'pgettext("medicines.banner", "',
        'pgettext("medicines.banner", "Now ',
    ),
    ("a year of a reference", f"leaflets/{LEAFLET}/references.json", "202", "200"),
    ("a medicine's name", "leaflets/formulary.yaml", "name: ", "name: Un"),
    ("a term", "locales/tr/glossary.yaml", "use: [", "use: [un"),
    ("a clinic's text", "clinics/demo/clinic.yaml", "yetişkinle", "12 yetişkinle"),
    ("a rule", "clinics/demo/medicines.yaml", "tr: ", "tr: 12 "),
]


@pytest.mark.parametrize(
    ("name", "old", "new"), [one[1:] for one in CHANGES], ids=[one[0] for one in CHANGES]
)
def test_what_is_told_after_a_change_is_what_is_told_without_kept_results(
    workshop: Workshop, name: str, old: str, new: str
) -> None:
    workshop.blemish()
    before = said_or_stopped(workshop, keeps_results=True)
    workshop.replace(name, old, new)
    after = said_or_stopped(workshop, keeps_results=True)
    assert after == said_or_stopped(workshop, keeps_results=False) != before


def test_only_commands_that_neither_sign_nor_release_ask_for_kept_results() -> None:
    modules = (ROOT / "build_pack" / "cli").glob("*.py")
    asking = {path.stem for path in modules if "keeps_results" in path.read_text("utf-8")}
    assert asking == {"status", "check", "build"}
