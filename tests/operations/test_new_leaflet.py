"""A new leaflet builds at once, and what is not written in it never reaches a patient."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from build_pack.content.json_schemas import schema_text
from build_pack.content.library import Library
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.yaml.loading import load
from build_pack.operations import new_leaflet as module
from build_pack.operations.approve import ApprovalRequest as Signature
from build_pack.operations.approve import propose_approval
from build_pack.operations.build import BuildRequest, build
from build_pack.operations.check import CheckScope, check
from build_pack.operations.new_clinic import new_clinic
from build_pack.operations.new_leaflet import NewLeaflet, new_leaflet
from build_pack.operations.translate import make_pseudo_catalogs, update_catalogs
from build_pack.problems import Problem, Severity
from build_pack.releases.release_gate import load_release
from build_pack.text.patterns import ID, IN_WORDS
from build_pack.translation.po.catalog_file import read_po
from build_pack.workspace.missing_catalogs import RECORD
from build_pack.workspace.workspace import Workspace
from gallery.library import enable
from tests.content.samples import refusal, told
from tests.workshop import LEAFLET, ROOT, Workshop, copy_library

KNEE = "knee-injection"
PSEUDO = "az"
TODAY = date(2026, 11, 23)
DOCUMENTS = {"leaflet.pdf", "medicines.pdf", "consent.pdf", "checklist.pdf", "pack.pdf"}
STARTER = ROOT / "leaflets" / "_starter" / "leaflet.yaml"
EXAMPLE = re.compile(r"^#(?=[^ \n]|  )(?! yaml-)", re.MULTILINE)
"""The first sign of a line that a note of the starter calls an example."""

Snapshot = Callable[[Path], dict[str, bytes]]


@dataclass(frozen=True)
class Desk:
    """A copy of the library, and a clinic that was made from the starter."""

    folder: Path

    @property
    def library(self) -> Library:
        return Library((self.folder / "library",))

    @property
    def clinic(self) -> Path:
        return self.folder / "clinic"

    def file(self, leaflet: str = KNEE) -> Path:
        return self.clinic / "leaflets" / leaflet / "leaflet.yaml"

    def catalog(self, locale: str, leaflet: str = KNEE) -> Path:
        return self.clinic / "locales" / locale / "LC_MESSAGES" / f"{leaflet}.po"

    def make(self, leaflet: str = KNEE, title: str = "") -> NewLeaflet:
        return new_leaflet(self.library, leaflet, self.clinic, title)

    def change(self, path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def problems(self, *, pages: bool = False) -> tuple[Problem, ...]:
        """What `check` says of the leaflet in English."""
        checked = check(
            Workspace(self.library, self.clinic, TODAY), CheckScope(("en",)), pages=pages
        )
        assert checked.printed == pages
        return tuple(one for one in checked.problems if one.place.path.name != "clinic.yaml")


def desk_in(folder: Path) -> Desk:
    copy_library(folder / "library")
    desk = Desk(folder)
    new_clinic(desk.library, desk.clinic)
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A leaflet as it is made, alone in its library, at a clinic with a pseudo-language."""
    desk = desk_in(tmp_path_factory.mktemp("made"))
    shutil.rmtree(desk.library.folders[0] / "leaflets" / LEAFLET)
    desk.make()
    make_pseudo_catalogs(desk.library.with_clinic(desk.clinic), PSEUDO)
    enable(desk.clinic, PSEUDO)
    return desk


@pytest.fixture(scope="module")
def found(made: Desk) -> tuple[Problem, ...]:
    """What `check` says of it, of its pages too, but that nobody has opened its sources yet."""
    problems = made.problems(pages=True)
    [sources] = [one for one in problems if one.code == "reference-unverified"]
    assert sources.severity is Severity.WARNING
    return tuple(one for one in problems if one is not sources)


def test_it_has_no_problem_but_the_texts_to_be_written(
    made: Desk, found: tuple[Problem, ...]
) -> None:
    unwritten = [
        number
        for number, line in enumerate(made.file().read_text("utf-8").split("\n"), 1)
        if re.search(r"^ *[\w-]+: Write here|^ +Write here", line)
    ]
    assert {(one.code, one.severity) for one in found} == {("sample-left", Severity.WARNING)}
    assert len(found) == len(unwritten) > 20
    assert all(min(abs(one.place.line - line) for line in unwritten) <= 1 for one in found)


def test_an_unwritten_text_is_told_with_its_place_and_its_mend(
    made: Desk, found: tuple[Problem, ...]
) -> None:
    lines = made.file().read_text("utf-8").split("\n")
    (line,) = [number for number, text in enumerate(lines, 1) if text.startswith("subtitle: ")]
    (problem,) = [one for one in found if one.place.line == line]
    assert told(problem) == (
        f"{line}:11 sample-left “Write here in one line what it is, and what it is for.” is "
        "still the starter text of a new leaflet. Write the text for your patients, or "
        "remove it."
    )


def test_what_is_not_written_is_never_released(made: Desk, found: tuple[Problem, ...]) -> None:
    said = refusal(load_release, Workspace(made.library, made.clinic, TODAY), KNEE, ("en",))
    stopping = {one for one in said if one.code == "sample-left" and one.place.path == made.file()}
    assert stopping == {replace(one, severity=Severity.ERROR) for one in found}


@pytest.mark.parametrize("locale", ["en", PSEUDO])
def test_what_is_not_written_is_never_signed(
    made: Desk, found: tuple[Problem, ...], locale: str
) -> None:
    wanted = Signature(KNEE, locale, "Sample Reader", "clinician")
    proposal = propose_approval(
        Workspace(made.library, made.clinic), wanted, datetime(2026, 12, 1, tzinfo=UTC)
    )
    signed = {change.text.source for change in proposal.changes}
    assert len(signed) > 100
    assert not [source for source in signed if source.startswith("Write here")]
    left = {one for one in proposal.problems if one.code == "sample-left"}
    assert left >= {replace(one, severity=Severity.ERROR) for one in found}
    assert not {one.place for one in left} & {change.text.place for change in proposal.changes}


@pytest.mark.parametrize("locale", ["en", PSEUDO])
def test_it_builds_at_once_in_english_and_once_translated(
    made: Desk, tmp_path: Path, locale: str
) -> None:
    draft = locale == PSEUDO  # some pseudo-words are those of the source
    result = build(
        Workspace(made.library, made.clinic), BuildRequest(KNEE, tmp_path, (locale,), draft=draft)
    )
    assert {path.name for path in (tmp_path / KNEE / locale).iterdir()} == DOCUMENTS
    unready = [one for one in result.warnings if one.code.startswith("translation-")]
    assert unready == []


def test_each_example_of_the_starter_may_be_used(desk: Desk) -> None:
    """Of the chance, the author has to name the source first."""
    desk.make()
    text = desk.file().read_text("utf-8")
    head, own, rest = text.partition("\nid: ")
    desk.file().write_text(head + own + EXAMPLE.sub("", rest), "utf-8")
    leaflet = load(desk.file(), Leaflet).model
    assert leaflet.regions
    assert leaflet.diary
    update_catalogs(desk.library, (), desk.clinic)
    (problem,) = [one for one in desk.problems() if one.severity is Severity.ERROR]
    assert (problem.code, problem.message) == (
        "citation-unknown",
        "No reference has the key “your-source”.",
    )


def test_the_starter_is_no_leaflet() -> None:
    assert STARTER.is_file()
    assert not [name for name in Library((ROOT,)).leaflet_ids() if name.startswith("_")]


def test_a_leaflet_bears_its_id_a_title_a_code_and_todays_dates(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def today_at(clinic: object) -> date:
        asked.append(getattr(clinic, "id", None))
        return date(2028, 2, 29)

    monkeypatch.setattr(module, "today_at", today_at)
    desk.make()
    leaflet = load(desk.file(), Leaflet).model
    assert (leaflet.id, leaflet.code, leaflet.title) == (KNEE, "KI", "Knee injection")
    assert (leaflet.issued, leaflet.review_by) == (date(2028, 2, 29), date(2030, 2, 28))
    assert asked == ["clinic"]


def test_a_title_that_yaml_would_read_otherwise_is_kept_as_it_was_given(desk: Desk) -> None:
    title = 'Knee: "the # joint", \\ no'
    desk.make(title=f" {title} ")
    assert load(desk.file(), Leaflet).model.title == title
    assert read_po(desk.catalog("en")).entries[0].source == title


@pytest.mark.parametrize(
    ("leaflet", "taken", "code"),
    [
        ("knee-injection", (), "KI"),
        ("knee-injection", ("KI",), "KIN"),
        ("knee-injection", ("KI", "KIN", "KINJ", "KINJE", "KINJEC", "KINJECT", "KINJECTI"), "KI2"),
        ("vertebroplasty", (), "VE"),
        ("rf-2", (), "R2"),
        ("a", (), "A2"),
        ("a-b-c-d-e-f-g-h-i-j", (), "ABCDEFGH"),
        ("a-b-c-d-e-f-g-h-i-j", ("ABCDEFGH",), "ABCDEFG2"),
    ],
)
def test_a_code_is_the_initials_with_what_no_leaflet_has(
    desk: Desk, leaflet: str, taken: tuple[str, ...], code: str
) -> None:
    numbers = count()
    for other in taken:
        name = f"other-{next(numbers)}"
        desk.file(name).parent.mkdir(parents=True)
        desk.file(name).write_text(f'id: broken\ncode: "{other}"\n', "utf-8")
    desk.make(leaflet)
    assert load(desk.file(leaflet), Leaflet).model.code == code


def test_the_catalogs_of_all_languages_of_the_clinic_are_those_of_update(
    desk: Desk, snapshot: Snapshot
) -> None:
    files = desk.make().files
    assert files == (
        desk.file(),
        desk.file().with_name("references.json"),
        desk.catalog("tr"),
        desk.catalog("en"),
    )
    before = snapshot(desk.clinic)
    assert update_catalogs(desk.library, (), desk.clinic) == ()
    for locale in ("tr", "en"):
        desk.catalog(locale).unlink()
    (desk.clinic / RECORD).unlink()
    update_catalogs(desk.library, (), desk.clinic)
    assert snapshot(desk.clinic) == before


def test_a_language_that_the_clinic_does_not_speak_gets_no_catalog(desk: Desk) -> None:
    desk.change(desk.clinic / "clinic.yaml", "locales: [tr, en]", "locales: [tr, ar]")
    begun = desk.make()
    assert not desk.catalog("en").exists()
    assert not desk.catalog("ar").exists()  # update has to make all of them first
    assert (begun.locale, begun.needs_draft) == ("tr", True)


def test_words_that_a_translator_left_behind_are_not_lost(desk: Desk) -> None:
    desk.make()
    text = re.sub(
        r'(knee-injection\.contact\.heading"\nmsgid "[^"]*"\nmsgstr )""',
        r'\1"Kliniğe nasıl ulaşırım?"',
        desk.catalog("tr").read_text("utf-8"),
    )
    desk.catalog("tr").write_text(text, "utf-8")
    shutil.rmtree(desk.file().parent)
    desk.make()
    assert desk.catalog("tr").read_text("utf-8") == text


@pytest.mark.parametrize("has_schemas", [True, False])
def test_an_editor_finds_the_schema(desk: Desk, has_schemas: bool) -> None:
    if not has_schemas:
        shutil.rmtree(desk.clinic / "schemas")
    desk.make()
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", desk.file().read_text("utf-8"))
    assert named
    assert (desk.file().parent / named[1]).read_text("utf-8") == schema_text("leaflet")


def test_without_a_clinic_it_lies_beside_the_librarys_leaflets(workshop: Workshop) -> None:
    library = workshop.library
    begun = new_leaflet(library, KNEE)
    names = [path.relative_to(workshop.folder).as_posix() for path in begun.files]
    assert names == [
        f"leaflets/{KNEE}/leaflet.yaml",
        f"leaflets/{KNEE}/references.json",
        "schemas/leaflet.schema.json",
        f"locales/en/LC_MESSAGES/{KNEE}.po",
        f"locales/tr/LC_MESSAGES/{KNEE}.po",
    ]
    assert KNEE in library.leaflet_ids()
    assert update_catalogs(library, ()) == ()


@pytest.mark.parametrize(
    ("leaflet", "near"),
    [
        ("Diz Enjeksiyonu", " For example: diz-enjeksiyonu"),
        ("2. İğne", " For example: igne"),
        ("../_starter", " For example: starter"),
        ("k" * 61, f" For example: {'k' * 60}"),
        ("knee\n", " For example: knee"),
        ("", ""),
        ("??", ""),
    ],
)
def test_what_is_no_id_is_refused_with_one_that_is_near(
    desk: Desk, snapshot: Snapshot, leaflet: str, near: str
) -> None:
    before = snapshot(desk.folder)
    (problem,) = refusal(desk.make, leaflet)
    assert told(problem) == (
        f"0:0 value-invalid “{leaflet}” cannot be the id of a leaflet. {IN_WORDS[ID]} "
        f"At most 60 characters.{near}"
    )
    assert snapshot(desk.folder) == before


@pytest.mark.parametrize(
    ("leaflet", "expected"),
    [
        *(
            (name, f"“{name}” cannot be the id of a leaflet: it is reserved.")
            for name in ("ui", "medicines", "figures")
        ),
        (LEAFLET, f"The leaflet “{LEAFLET}” already exists."),
        ("own", "The leaflet “own” already exists."),
        ("discharge", "The clinic already has a pack “discharge”."),
        ("notes", "A file or folder with this name already exists."),
    ],
)
def test_an_id_that_is_taken_is_refused_and_nothing_is_written(
    desk: Desk, snapshot: Snapshot, leaflet: str, expected: str
) -> None:
    desk.file("notes").parent.mkdir(parents=True)
    desk.make("own")
    with (desk.clinic / "clinic.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "\npacks:\n  - id: discharge\n    name: { en: Home, tr: Ev }\n    documents:\n"
            f"      - {{ leaflet: {LEAFLET}, document: leaflet }}\n"
        )
    before = snapshot(desk.folder)
    (problem,) = refusal(desk.make, leaflet)
    assert problem.message == expected
    assert problem.hint.startswith("Choose another id")
    assert snapshot(desk.folder) == before


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("k" * 121, "value-invalid The title has more than 120 characters."),
        ("Knee [left]", "markup-invalid The name “Knee [left]” contains markup."),
        (
            "Knee\u200b",
            (
                "character-forbidden The title contains the invisible character U+200B ZERO WIDTH "
                "SPACE."
            ),
        ),
    ],
)
def test_a_title_that_cannot_be_printed_is_refused(
    desk: Desk, snapshot: Snapshot, title: str, expected: str
) -> None:
    before = snapshot(desk.folder)
    (problem,) = refusal(desk.make, title=title)
    assert f"{problem.place} {problem.code} {problem.message}" == f"--title {expected}"
    assert snapshot(desk.folder) == before


def test_a_folder_that_is_no_library_is_refused(tmp_path: Path) -> None:
    (problem,) = refusal(new_leaflet, Library((tmp_path,)), KNEE)
    assert told(problem) == (
        "0:0 file-missing This is not a library folder: it has no catalogs for English. Give "
        "your clinic's folder with --clinic, or correct the folder of --library."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_clinic_is_refused(desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (problem,) = refusal(new_leaflet, desk.library, KNEE, empty)
    assert (problem.code, problem.place.path) == ("file-missing", empty / "clinic.yaml")
    assert list(empty.iterdir()) == []


def test_nothing_is_written_into_the_program_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot
) -> None:
    """An installed program has the library inside it."""
    monkeypatch.setattr(module, "_PROGRAM", desk.folder / "library")
    before = snapshot(desk.folder)
    (problem,) = refusal(new_leaflet, desk.library, KNEE)
    assert told(problem) == (
        "0:0 file-unwritable This folder belongs to the program: an update would remove your "
        "leaflet. Give your clinic's folder with --clinic. To create one, use build-pack new "
        "clinic."
    )
    assert snapshot(desk.folder) == before


def test_if_one_file_cannot_be_written_none_is(desk: Desk, snapshot: Snapshot) -> None:
    (desk.clinic / "locales").write_text("in the way", "utf-8")
    before = snapshot(desk.clinic)
    (problem,) = refusal(desk.make)
    assert problem.code == "file-unwritable"
    assert snapshot(desk.clinic) == before


def test_the_command_names_the_files_and_what_to_do_next(desk: Desk) -> None:
    (library,) = desk.library.folders
    where = ["--clinic", str(desk.clinic), "--library", str(library)]
    done = CliRunner().invoke(cli, ["new", "leaflet", KNEE, *where, "--title", "The knee"])
    assert done.exit_code == 0, done.output
    at = " ".join(where)
    assert done.output.splitlines()[:1] == [str(desk.file())]
    assert done.output.splitlines()[-6:] == [
        "",
        f"Next: open {desk.file()} and replace every text that begins with “Write here”. Then",
        f"  build-pack build {KNEE} --locale en {at} --out out",
        f"  build-pack check --quick {at}",
        f"  build-pack translate update {at}",
        "Translate the catalogs, check again, and get the leaflet approved: build-pack approve.",
    ]
    assert load(desk.file(), Leaflet).model.title == "The knee"


def test_where_english_is_not_spoken_the_command_says_how_to_see_a_draft(desk: Desk) -> None:
    desk.change(desk.clinic / "clinic.yaml", "locales: [tr, en]", "locales: [tr]")
    done = CliRunner().invoke(cli, ["new", "leaflet", KNEE, "--clinic", str(desk.clinic)])
    assert f"build-pack build {KNEE} --locale tr --draft --clinic" in done.output
