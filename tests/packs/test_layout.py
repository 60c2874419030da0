"""A clinic's layout and the names of its medicines are signed with all else."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from build_pack.approvals.approval_text import LAYOUT, ApprovalText
from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.approve import TextToSign, propose_approval
from build_pack.operations.layout_preview import layout_text, write_layout_preview
from build_pack.operations.status import status
from build_pack.printing import worker_pool
from build_pack.printing.cache_key import CacheKeys
from build_pack.printing.layout import PrintSetup, PrintTask
from build_pack.printing.printer import Printer
from build_pack.problems import ProblemsError
from build_pack.releases.release_gate import load_release
from build_pack.workspace.source_loading import LoadedSources, load_sources
from build_pack.workspace.workspace import Workspace
from tests.packs.approving import CLINICIAN, NOW, REVIEWER, TODAY, approve, request, sign
from tests.workshop import LEAFLET, Workshop

CHANGED = "approval-missing The text “layout” for “tr” has changed since it was signed"


def loaded(workshop: Workshop, *locales: str) -> LoadedSources:
    library = Library((workshop.folder,))
    return load_sources(
        Workspace(library, workshop.clinic, TODAY), LEAFLET, locales or ("tr",), draft=True
    )


def refusals(workshop: Workshop, on: date = TODAY) -> list[str]:
    try:
        load_release(workshop.open(on), LEAFLET, ("tr",))
    except ProblemsError as error:
        return [f"{problem.code} {problem.message}" for problem in error.problems]
    return []


def put(workshop: Workshop, name: str, content: str) -> Path:
    path = workshop.clinic / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def own(workshop: Workshop, name: str, added: str) -> None:
    """A copy of a template in the clinic's folder, with something added."""
    put(workshop, name, workshop.path(name).read_text("utf-8") + added)


def layout_of(found: LoadedSources, locale: str = "tr") -> ApprovalText | None:
    return next((one for one in found.texts[locale] if one.id == LAYOUT), None)


def test_a_layout_is_one_text_of_every_document_in_every_language(workshop: Workshop) -> None:
    own(workshop, "templates/css/variables.css", "/* ours */")
    found = loaded(workshop, "tr", "en")
    texts = [layout_of(found, locale) for locale in ("tr", "en")]
    for text in texts:
        assert text is not None
        assert all(text.is_for(kind) for kind in found.sources.leaflet.kinds)
        names = [line.partition(": SHA-256 ")[0] for line in text.source.split("\n")]
        assert names == ["logo.svg", "templates/css/variables.css"]


def test_without_a_layout_of_its_own_there_is_no_such_text(workshop: Workshop) -> None:
    workshop.replace("clinics/demo/clinic.yaml", "  logo: logo.svg\n", "")
    assert layout_of(loaded(workshop)) is None


@pytest.fixture
def changed(workshop: Workshop) -> Workshop:
    """A library all of whose texts were signed before its layout was changed."""
    approve(workshop)
    own(workshop, "templates/css/variables.css", "\n:root { --ours: 1 }\n")
    return workshop


def test_a_changed_layout_stops_a_release_until_it_is_signed(changed: Workshop) -> None:
    assert refusals(changed) == [f"{CHANGED}: templates/css/variables.css was added."]
    sign(changed, REVIEWER)
    sign(changed, CLINICIAN)
    assert refusals(changed) == []


def test_a_changed_layout_makes_other_editions(workshop: Workshop) -> None:
    before = loaded(workshop).sources.editions["tr"]
    own(workshop, "templates/css/variables.css", "\n:root { --ours: 1 }\n")
    after = loaded(workshop).sources.editions["tr"]
    assert all(before[kind] != after[kind] for kind in before)


def test_pages_are_printed_with_the_layout_that_was_digested(workshop: Workshop) -> None:
    own(workshop, "templates/css/variables.css", "\n:root { --ours: 1 }\n")
    approve(workshop)
    library = Library((workshop.folder,))
    sources = load_release(Workspace(library, workshop.clinic, TODAY), LEAFLET, ("tr",)).sources
    folders = library.with_clinic(workshop.clinic).template_folders()
    setting, task = (
        PrintSetup({LEAFLET: sources}, folders, proofread=False),
        PrintTask(LEAFLET, "tr", DocumentKind.CONSENT),
    )
    printed, origins = Printer(setting).document(task).pdf, CacheKeys(setting).of([], "")
    own(workshop, "templates/css/variables.css", "\n:root { --ours: 2; --colour-text: red }\n")
    own(workshop, "templates/css/closer.css", "p { display: none }")
    put(workshop, "templates/consent.html.jinja", "no words")
    assert Printer(setting).document(task).pdf == printed
    assert CacheKeys(setting).of([], "") == origins


def test_each_file_of_a_layout_is_named_in_the_refusal_and_in_the_status(
    changed: Workshop,
) -> None:
    put(changed, "templates/icons/extra.dat", "bytes")
    logo = changed.clinic / "logo.svg"
    logo.write_bytes(logo.read_bytes() + b"\n")
    said = (
        "logo.svg was changed",
        "templates/css/variables.css was added",
        "templates/icons/extra.dat was added",
    )
    assert refusals(changed) == [f"{CHANGED}: {', '.join(said)}."]
    found = status(changed.open(TODAY), ("tr",))
    assert found.files == said
    assert not any(cell.step.can_be_printed for cell in found.cells)


def changes(workshop: Workshop) -> list[TextToSign]:
    return list(propose_approval(workshop.open(), request(REVIEWER), NOW).changes)


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        ("TR: [Coumadin", "TR: [Coumadine", {"medicines.warfarin"}),
        ("GB: [Sinthrome]", "GB: [Sinthrome]\n      TR: [Sintrom]", {"medicines.acenocoumarol"}),
        ("atc: [B01AA07]", "atc: [B01AA09]", {"medicines.acenocoumarol"}),
        ("group: anticoagulant", "group: antiplatelet", {"medicines.acenocoumarol"}),
        ("\nothers: [", "\nothers: [Sampleril,", {"others"}),
        (
            "\nother_blood_thinners: [",
            "\nother_blood_thinners: [Samplarin,",
            {"other_blood_thinners"},
        ),
    ],
)
def test_a_changed_entry_of_the_formulary_needs_a_signature(
    workshop: Workshop, old: str, new: str, texts: set[str]
) -> None:
    before = {one.id: one for one in loaded(workshop).texts["tr"]}
    own(workshop, "leaflets/formulary.yaml", "")
    workshop.replace("clinics/demo/leaflets/formulary.yaml", old, new)
    after = {one.id: one for one in loaded(workshop).texts["tr"]}
    assert before.keys() == after.keys()
    found = {name for name, text in after.items() if text.target != before[name].target}
    assert found == {f"formulary.yaml:{name}" for name in texts}


def test_the_name_of_a_medicine_in_another_language_needs_a_signature(workshop: Workshop) -> None:
    """What is typed is found by it, whichever language is printed."""
    before = loaded(workshop).texts["tr"]
    entry = 'msgid "acenocoumarol"\nmsgstr "{}"'
    workshop.replace(
        "locales/en/LC_MESSAGES/medicines.po", entry.format(""), entry.format("Sampledin")
    )
    after = loaded(workshop).texts["tr"]
    [new] = {one.id for one in after} - {one.id for one in before}
    [text] = [one for one in after if one.id == new]
    assert text.source == 'acenocoumarol (en): "Sampledin"'
    assert new not in {one.id for one in loaded(workshop, "en").texts["en"]}


def test_a_brand_colour_and_the_name_of_a_logo_are_signed(workshop: Workshop) -> None:
    found = loaded(workshop)
    [text] = [one for one in found.texts["tr"] if one.id == "clinic.yaml:brand"]
    assert text.source.startswith("colour: #")
    assert text.source.endswith("\nlogo: logo.svg")
    assert all(text.is_for(kind) for kind in found.sources.leaflet.kinds)


def test_each_file_of_a_layout_is_read_once(workshop: Workshop) -> None:
    """What is read a second time could be another file by then."""
    folder = workshop.clinic / "templates"
    for name in ("leaflet.html.jinja", "css/variables.css", "css/page.css", "css/figures.css"):
        own(workshop, f"templates/{name}", "\n")
    for path in workshop.path("templates/icons").iterdir():
        own(workshop, f"templates/icons/{path.name}", "")
    code = (
        "import sys; from pathlib import Path; from build_pack.operations.build import *;"
        "from build_pack.content.library import Library;"
        "from build_pack.workspace.workspace import Workspace;"
        "clinic, library = map(Path, sys.argv[1:]);"
        "sys.addaudithook(lambda event, args: event == 'open' and args[0] and "
        "str(clinic / 'templates') in str(args[0]) and print(args[0]));"
        "build(Workspace(Library((library,)), clinic), BuildRequest("
        f"{LEAFLET!r}, clinic.parent / 'out',"
        "('en',), draft=True, jobs=0))"
    )
    command = [sys.executable, "-c", code, str(workshop.clinic), str(workshop.folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    found = sorted(str(path) for path in folder.rglob("*") if path.is_file())
    assert sorted(filter(None, said)) == found


def test_pages_in_a_layout_that_nobody_has_vetted_are_printed_within_limits(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = request(CLINICIAN)
    layout = layout_text(propose_approval(workshop.open(), asked, NOW))
    assert layout
    monkeypatch.setattr(worker_pool, "SECONDS", 0)
    with pytest.raises(ProblemsError) as caught:
        write_layout_preview(workshop.open(), asked, layout, workshop.out)
    assert [(str(one.place), one.code) for one in caught.value.problems] == [
        (f"{LEAFLET}-tr-{kind}.png", "document-stopped") for kind in ("leaflet", "medicines")
    ]
    assert not workshop.out.exists()
