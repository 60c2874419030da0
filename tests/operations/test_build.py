"""Packs built from the real content, and what keeps a pack from being built."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html import escape
from pathlib import Path

import pytest

from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.regions import Region
from build_pack.operations.build import build
from build_pack.problems import Place, ProblemsError
from build_pack.visits.visit_reader import VisitText
from build_pack.workspace.workspace import Workspace
from tests.cli.running import run_here
from tests.workshop import LEAFLET, ROOT, Workshop

DOCUMENTS = ["leaflet.pdf", "medicines.pdf", "consent.pdf", "checklist.pdf", "pack.pdf"]
Snapshot = Callable[[Path], dict[str, bytes]]


NO_SHEET = (DocumentKind.CONSENT, DocumentKind.CHECKLIST)
"""Documents of few pages."""


def test_a_build_makes_every_document_and_the_pack_in_each_language(workshop: Workshop) -> None:
    result = build(workshop.open(), workshop.request())
    names = [path.relative_to(workshop.out).as_posix() for path in result.files]
    expected = [f"{LEAFLET}/{locale}/{name}" for locale in ("tr", "en") for name in DOCUMENTS]
    assert names == [*expected, "manifest.json"]
    assert result.warnings == ()


def test_packs_of_an_earlier_build_are_told_when_they_stay_beside_new_ones(
    workshop: Workshop,
) -> None:
    build(workshop.open(), workshop.request("en"))
    old = sorted((workshop.out / LEAFLET / "en").iterdir())
    (workshop.out / LEAFLET / "tr").mkdir()
    for path in old:
        path.rename(workshop.out / LEAFLET / "tr" / path.name)
    told = build(workshop.open(), workshop.request("en")).warnings
    assert [(problem.code, problem.place.path) for problem in told] == [
        ("file-stale", workshop.out / LEAFLET / "tr" / path.name) for path in old
    ]


def test_the_manifest_names_each_file_with_its_digest(workshop: Workshop) -> None:
    build(workshop.open(), workshop.request("en"))
    manifest = json.loads((workshop.out / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["path"] for entry in manifest["files"]] == [
        f"{LEAFLET}/en/{name}" for name in DOCUMENTS
    ]
    for entry in manifest["files"]:
        content = (workshop.out / entry["path"]).read_bytes()
        assert entry["sha256"] == sha256(content).hexdigest()
    assert manifest["clinic"] == "demo"
    assert manifest["draft"] is True


def test_progress_is_told_once_for_each_file(workshop: Workshop) -> None:
    told: list[tuple[str, int, int]] = []
    build(
        workshop.open(),
        workshop.request("en"),
        lambda name, done, total: told.append((name, done, total)),
    )
    assert told == [(f"{LEAFLET}/en/{name}", n, 4) for n, name in enumerate(DOCUMENTS[:-1], 1)]


TURKISH = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
CLINIC, RULES = "clinics/demo/clinic.yaml", "clinics/demo/medicines.yaml"
SOURCE = f"leaflets/{LEAFLET}/leaflet.yaml"
BREAKS = [
    # what is changed; the code of the problem; how many lines from the change it is reported
    ((TURKISH, 'msgstr "Radyofrekans nörotomi"', 'msgstr ""'), "translation-missing", -1),
    ((TURKISH, 'msgid "Infection"', 'msgid "An infection"'), "translation-stale", 0),
    ((TURKISH, "Diğer adları: radyo", "**Diğer adları:** radyo"), "markup-mismatch", -1),
    ((TURKISH, "iletir [@cleveland-clinic-rfa; ", "iletir ["), "citation-mismatch", -1),
    ((TURKISH, "{emergency_number} numarasını", "112 numarasını"), "placeholder-mismatch", -1),
    ((SOURCE, "infection: Infection", "infection: An infection"), "translation-stale", None),
    ((SOURCE, "[@mint-2017]", "[@medline]"), "citation-unknown", None),
    ((SOURCE, "call {emergency_number}", "call {emergency}"), "placeholder-unknown", None),
    ((CLINIC, 'emergency_number: "112"', ""), "key-missing", None),
    ((CLINIC, "  tr: Örnek Ağrı Kliniği\n", ""), "text-missing", -1),
    ((CLINIC, "logo: logo.svg", "logo: log.svg"), "file-missing", 0),
    ((RULES, "decision: withhold", "decision: maybe"), "value-invalid", 0),
    ((RULES, "medicine: warfarin", "medicine: warfarn"), "medicine-unknown", 0),
]


@pytest.mark.parametrize(("change", "code", "offset"), BREAKS)
def test_one_break_stops_the_build_and_leaves_the_earlier_output(
    workshop: Workshop,
    snapshot: Snapshot,
    change: tuple[str, str, str],
    code: str,
    offset: int | None,
) -> None:
    """Broken anywhere, the build names the place and the fix, and touches nothing."""
    workshop.out.mkdir()
    (workshop.out / "manifest.json").write_text("what was there before", encoding="utf-8")
    before = snapshot(workshop.out)
    line = workshop.replace(*change)
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request())
    found = [problem for problem in caught.value.problems if problem.code == code]
    assert found, [str(problem) for problem in caught.value.problems]
    assert all(problem.hint for problem in found)
    assert found[0].place.line > 0
    if offset is not None:
        assert line + offset in [problem.place.line for problem in found]
    assert snapshot(workshop.out) == before


def test_problems_of_all_files_are_told_at_once(workshop: Workshop) -> None:
    workshop.replace("clinics/demo/clinic.yaml", "country: TR", "country: Turkey")
    workshop.replace("clinics/demo/medicines.yaml", "decision: continue", "decision: perhaps")
    workshop.replace(f"leaflets/{LEAFLET}/leaflet.yaml", "subtitle:", "subtitel:")
    workshop.catalog("tr", "ui").write_text("msgid\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request("tr"))
    files = {problem.place.path.name for problem in caught.value.problems}
    assert files >= {"clinic.yaml", "medicines.yaml", "leaflet.yaml", "ui.po"}


def test_a_failure_in_the_middle_leaves_the_earlier_output(
    workshop: Workshop, snapshot: Snapshot
) -> None:
    """Ctrl-C while the last document is made: not one file is replaced, and nothing is left."""
    build(workshop.open(), workshop.request("en"))
    before = snapshot(workshop.out)
    workshop.replace(
        f"leaflets/{LEAFLET}/leaflet.yaml", "A realistic goal is", "The realistic goal is"
    )

    def interrupt(_name: str, done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(workshop.open(), workshop.request("en"), interrupt)
    assert snapshot(workshop.out) == before


def test_an_output_folder_that_cannot_be_made_is_a_problem(workshop: Workshop) -> None:
    workshop.out.write_text("a file", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request("en"))
    (problem,) = caught.value.problems
    assert problem.code == "file-unwritable"
    assert workshop.out.read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ clinic.nothing.at.all }}", "has no attribute 'nothing'."),
        ("{{ nothing }}", "'nothing' is undefined."),
        ('{% include "components/nothing.html.jinja" %}', "There is no template “components/"),
        ('{% include "components/broken.html" %}', "Encountered unknown tag 'nonsense'."),
        ('{% include "components/number.html.jinja" %}{{ nothing }}', "'nothing' is undefined."),
    ],
)
def test_a_template_that_fails_while_it_prints_is_told_with_its_line(
    workshop: Workshop, text: str, message: str
) -> None:
    broken = workshop.path("templates/components/broken.html")
    broken.write_text("\n{% nonsense %}", encoding="utf-8")
    name = "templates/components/title.html.jinja"
    line = workshop.replace(name, "<h1>", f"{text}<h1>")
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request("en"))
    (problem,) = caught.value.problems
    place = Place(broken, 2) if "broken" in text else Place(workshop.path(name), line)
    assert (problem.code, problem.place) == ("template-invalid", place)
    assert message in problem.message


def test_a_library_without_templates_is_told(workshop: Workshop) -> None:
    shutil.rmtree(workshop.path("templates"))
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), workshop.request("en", draft=True))
    assert ("file-missing", "variables.css") in [
        (problem.code, problem.place.path.name) for problem in caught.value.problems
    ]


def test_a_draft_prints_the_source_language_marked_where_a_translation_is_missing(
    workshop: Workshop,
) -> None:
    workshop.replace(
        f"locales/tr/LC_MESSAGES/{LEAFLET}.po", 'msgstr "Radyofrekans nörotomi nedir?"', 'msgstr ""'
    )
    result = build(workshop.open(), workshop.request("tr", draft=True))
    assert [problem.code for problem in result.warnings] == ["translation-missing"]
    text = _text(workshop.out / LEAFLET / "tr" / "leaflet.pdf", "-raw")
    assert "Çevrilmedi: What is radiofrequency neurotomy?" in " ".join(text.split())


def test_every_page_of_every_file_says_that_it_is_a_draft(workshop: Workshop) -> None:
    build(workshop.open(), workshop.request())
    for locale, word in (("tr", "TASLAK"), ("en", "DRAFT")):
        for name in DOCUMENTS:
            pages = _text(workshop.out / LEAFLET / locale / name).split("\f")[:-1]
            # A page on which nothing stands lets the next document begin on a new sheet.
            said = {n: page for n, page in enumerate(pages, 1) if page.strip()}
            unmarked = [n for n, page in said.items() if word not in page.upper()]
            assert (name, unmarked) == (name, [])


def test_the_same_inputs_give_the_same_bytes_wherever_and_however_they_are_built(
    workshop: Workshop, snapshot: Snapshot, tmp_path: Path
) -> None:
    """Other process, other hash seed, other time zone, other working folder, other output folder.

    One prints in workers of its own; this one here, or takes what another test printed here.
    """
    words = ["build", LEAFLET, "--locale", "tr"]
    words += ["--library", str(workshop.folder), "--clinic", str(workshop.clinic)]
    environment = _environment() | {"PYTHONHASHSEED": "1", "TZ": "UTC1"}
    command = [sys.executable, "-m", "build_pack", *words, "--out", "o"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert run_here(*words, "--out", workshop.out).returncode == 0
    assert snapshot(tmp_path / "o") == snapshot(workshop.out)


def test_nothing_but_the_output_is_written(workshop: Workshop, snapshot: Snapshot) -> None:
    before = snapshot(workshop.folder)
    build(workshop.open(), workshop.request("en"))
    after = snapshot(workshop.folder)
    assert {name: content for name, content in after.items() if name in before} == before
    assert {name.split("/")[0] for name in set(after) - set(before)} == {"out"}


@pytest.mark.parametrize("leaflet", Library((ROOT,)).leaflet_ids())
def test_every_segment_of_a_leaflet_is_printed_in_some_document(leaflet: str) -> None:
    """A text that a clinician wrote and no document shows would be lost in silence."""
    from build_pack.documents.compose import compose
    from build_pack.planning.visit import Visit
    from build_pack.rendering.html.template_layout import TemplateLayout
    from build_pack.translation.segments import used_signs
    from build_pack.translation.ui_words import UiWords
    from build_pack.workspace.source_loading import load_sources

    library = Library((ROOT,))
    gathered = load_sources(
        Workspace(library, ROOT / "clinics" / "demo"), leaflet, ("en",), draft=False
    )
    sources = gathered.sources
    silent = sources.clinic.model_copy(update={"fasting": None, "checklist": ()})
    layout = TemplateLayout(library.template_folders(), UiWords(sources.catalogs["en"].ui))
    pages = [
        layout.html(document)
        for region in (None, *Region)
        for kind in sources.leaflet.kinds
        for clinic in (sources.clinic, silent)  # the one answers what the other leaves general
        for document in compose(replace(sources, clinic=clinic), "en", kind, Visit(region=region))
    ]
    materials = gathered.materials
    signs = {one.id for one in used_signs(materials.leaflet, materials.signs)}
    assert signs
    wanted = {*sources.catalogs["en"].leaflet.translations, *signs}
    printed = {name for name in wanted if any(f'data-segment="{name}"' in page for page in pages)}
    for name in wanted - printed - {f"{leaflet}.diary.title"}:  # of pictures, in an attribute
        said = str(sources.catalogs["en"].leaflet.translations[name].words)
        assert any(f'alt="{escape(said)}"' in page for page in pages), name


def _text(pdf: Path, order: str = "-layout") -> str:
    command = ["pdftotext", order, str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _environment() -> dict[str, str]:
    import os

    return dict(os.environ)


# Two languages


def test_a_language_beside_another_is_named_in_records_and_manifest(workshop: Workshop) -> None:
    request = replace(workshop.request("tr"), alongside="en", out=workshop.out)
    result = build(workshop.open(), request)
    kinds = [(record.kind, record.locale) for record in result.records]
    assert kinds == [
        ("leaflet", "tr"), ("leaflet", "en"), ("medicines", "tr"),
        ("consent", "tr"), ("consent", "en"), ("checklist", "tr"),
    ]  # fmt: skip
    manifest = json.loads((workshop.out / "manifest.json").read_text(encoding="utf-8"))
    formats = {entry["kind"]: entry["format"] for entry in manifest["files"]}
    assert formats["consent"] == "a4, alongside en"
    assert formats["checklist"] == "a4"
    assert {entry["locale"] for entry in manifest["files"]} == {"tr"}


def test_a_language_that_is_asked_for_is_printed_though_it_stands_beside_others(
    workshop: Workshop,
) -> None:
    result = build(workshop.open(), replace(workshop.request("tr", "en"), alongside="en"))
    assert {path.parent.name for path in result.files if path.suffix == ".pdf"} == {"tr", "en"}


@pytest.mark.parametrize(
    ("locales", "alongside", "visit", "code"),
    [
        (("tr",), "tr", VisitText(), "locale-unknown"),
        (("tr",), "en", VisitText(paper="a5"), "visit-invalid"),
        (("tr",), "en", VisitText(booklet=True), "visit-invalid"),
    ],
)
def test_what_cannot_stand_side_by_side_is_refused(
    workshop: Workshop, locales: tuple[str, ...], alongside: str, visit: VisitText, code: str
) -> None:
    request = replace(workshop.request(*locales), alongside=alongside, visit=visit)
    with pytest.raises(ProblemsError) as error:
        build(workshop.open(), request)
    assert [(p.code, str(p.place)) for p in error.value.problems] == [(code, "--alongside")]
    assert not workshop.out.exists()


def test_a_pack_of_which_nothing_can_stand_side_by_side_is_refused(workshop: Workshop) -> None:
    request = workshop.request(
        "tr", pack=workshop.pack_of(DocumentKind.MEDICINES, DocumentKind.CHECKLIST)
    )
    with pytest.raises(ProblemsError) as error:
        build(workshop.open(), replace(request, alongside="en"))
    [problem] = error.value.problems
    assert problem.message == "No document of this pack can be printed in two languages."


def test_one_document_alone_is_the_one_of_the_pack_and_leaves_the_pack_as_it_was(
    workshop: Workshop,
) -> None:
    name = f"{LEAFLET}-checklist.pdf"
    request = workshop.request("en", pack=workshop.pack_of(*NO_SHEET))
    whole = {path.name: path.read_bytes() for path in build(workshop.open(), request).files}

    result = build(workshop.open(), replace(request, documents=(DocumentKind.CHECKLIST,)))

    assert [path.name for path in result.files] == [name, "manifest.json"]
    assert result.files[0].read_bytes() == whole[name]
    assert (workshop.out / "short/en/pack.pdf").read_bytes() == whole["pack.pdf"]
    assert result.warnings == ()


def test_a_document_that_is_not_there_is_told_with_those_that_are(workshop: Workshop) -> None:
    pack = workshop.pack_of(*NO_SHEET)
    whole = "leaflet, front-page, medicines, consent, checklist, withdrawal, "
    whole += "prescriber-letter, date-change, team-plan, questions."
    wanted = {"": whole, pack: "consent, checklist."}
    for name, there in wanted.items():
        request = replace(workshop.request("en", pack=name), documents=(DocumentKind.DIARY,))
        with pytest.raises(ProblemsError) as error:
            build(workshop.open(), request)
        [problem] = error.value.problems
        assert problem.place.path == Path("--document")
        assert problem.message == f"“{name or LEAFLET}” has no document “diary”."
        assert problem.hint.startswith(f"Choose from: {there}")


def test_two_leaflets_do_not_share_a_code(workshop: Workshop) -> None:
    other = workshop.path("leaflets/other")
    shutil.copytree(workshop.path(f"leaflets/{LEAFLET}"), other)
    with pytest.raises(ProblemsError) as error:
        build(workshop.open(), workshop.request("en"))
    [problem] = [one for one in error.value.problems if one.code == "id-duplicate"]
    assert (problem.message, problem.place.path.parent.name) == (
        "The id “RFN” is already in use.",
        LEAFLET,
    )
    assert problem.hint == "Give this leaflet another code: “other” already uses it."


def test_numbers_that_mean_different_sources_do_not_share_a_list(workshop: Workshop) -> None:
    keys = ["@cleveland-clinic-rfa", "@aspn-2021"]
    order, other = (f"iletir [{'; '.join(names)}]" for names in (keys, keys[::-1]))
    workshop.replace(TURKISH, order, other)
    with pytest.raises(ProblemsError) as error:
        build(workshop.open(), replace(workshop.request("tr"), alongside="en"))
    assert {problem.code for problem in error.value.problems} == {"citation-mismatch"}


def test_text_that_does_not_fit_stops_a_build_and_is_a_warning_in_a_draft(
    workshop: Workshop,
) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    css = workshop.path("templates/css/components.css")
    with css.open("a", encoding="utf-8") as file:
        file.write(".title h1 { inline-size: 20mm; white-space: nowrap }\n")

    with pytest.raises(ProblemsError) as error:
        build(workshop.open(), workshop.request("tr", pack=pack))
    assert [(p.code, p.severity) for p in error.value.problems] == [("text-overflow", "error")]
    assert not workshop.out.exists()

    result = build(workshop.open(), workshop.request("tr", pack=pack, draft=True))
    assert [(p.code, p.severity) for p in result.warnings] == [("text-overflow", "warning")]
    assert result.files[0].exists()
