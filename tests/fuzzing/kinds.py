"""Each kind of file that a person can give to the program, and how the program reads it."""

import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from openpyxl import Workbook

from build_pack.approvals.ledger.ledger_file import (
    FOLDER,
    ledger_path,
    read_ledger,
    texts_name,
    texts_path,
)
from build_pack.approvals.ledger.line import format_line
from build_pack.approvals.signatures.allowed_signers import read_list as read_keys
from build_pack.approvals.signatures.ssh_keygen import verifies
from build_pack.approvals.signatures.verification import (
    allowed_signers_path,
    signer_of,
    with_verified_signatures,
)
from build_pack.content.library import Library
from build_pack.content.loaded_content import LoadedFiles
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.glossary import Glossary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.suppressions import SuppressionList
from build_pack.content.pictures.drawings import load_drawings
from build_pack.content.pictures.logo import Logo, require_printable
from build_pack.content.pictures.svg import SvgError
from build_pack.content.references.reference_file import load_references
from build_pack.content.yaml.loading import load
from build_pack.documents.shared.record import read_record
from build_pack.operations.build import option_place
from build_pack.operations.day.visit_list import read_list
from build_pack.operations.verify import records_in
from build_pack.planning.visit import Visit
from build_pack.printing.layout import LayoutEngine, PrintSetup, PrintTask
from build_pack.printing.missing_glyphs import MissingGlyphFinder
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.pdf.tamper_seal import origin_of
from build_pack.rendering.weasyprint.renderer import Renderer
from build_pack.storage.recovery import only_writer
from build_pack.translation.catalog import catalog
from build_pack.translation.po.catalog_file import format_po, read_catalog
from build_pack.translation.segments import formulary_segments, leaflet_segments
from build_pack.translation.ui_extraction import ui_segments
from build_pack.visits.visit_file import read_visit
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.workspace.missing_catalogs import missing_catalog_problems, updated_catalog_list
from build_pack.workspace.settings import read_settings
from build_pack.workspace.source_files import cross_file_problems
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.approvals.signing import signature, text, write
from tests.content import rasters
from tests.content.samples import CLINIC, FORMULARY, LEAFLET, MEDICINES, REFERENCES
from tests.fuzzing.mutating import OF_BYTES, OF_TEXTS, OF_TREES, Mutator, mutated
from tests.workshop import LEAFLET as REAL
from tests.workshop import ROOT

Read = Callable[["Bench", Path], Iterable[Problem]]
TODAY = date(2026, 11, 22)
_AT = datetime(2026, 11, 22, tzinfo=UTC)


class Bench:
    """A folder with right files, and what the program has made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clinic = folder / "clinic"
        self.leaflet = folder / "leaflets" / "nerve"
        for each in (self.clinic / "approvals" / "texts", self.leaflet / "figures"):
            each.mkdir(parents=True)
        for name, content in (("clinic.yaml", CLINIC), ("medicines.yaml", MEDICINES)):
            (self.clinic / name).write_text(content, "utf-8")
        (self.clinic / "references.json").write_text(REFERENCES, "utf-8")
        (self.leaflet / "references.json").write_text(REFERENCES, "utf-8")
        (self.leaflet / "leaflet.yaml").write_text(LEAFLET, "utf-8")
        (folder / "leaflets" / "formulary.yaml").write_text(FORMULARY, "utf-8")

    @cached_property
    def files(self) -> LoadedFiles[None]:
        """The right files."""
        references = load_references(self.leaflet / "references.json")
        return LoadedFiles(
            load(self.clinic / "clinic.yaml", Clinic),
            load(self.clinic / "medicines.yaml", ClinicMedicines),
            references,
            load(self.folder / "leaflets" / "formulary.yaml", Formulary),
            load(self.leaflet / "leaflet.yaml", Leaflet),
            references,
            None,
            load_drawings(self.leaflet / "figures"),
            None,
            None,
        )

    def between(self, **changed: Any) -> Iterable[Problem]:
        """What is wrong between the right files and one that is not."""
        return cross_file_problems(replace(self.files, **changed), ("nerve", "joint"), (), TODAY)

    @cached_property
    def setting(self) -> PrintSetup:
        """What the real library's documents are made from, with templates of the bench."""
        library, clinic = Library((ROOT,)), ROOT / "clinics" / "demo"
        loaded = load_sources(Workspace(library, clinic), REAL, ("en",), draft=True)
        return PrintSetup({REAL: loaded.sources}, (self.folder / "templates", ROOT / "templates"))

    @cached_property
    def words(self) -> set[tuple[str, str]]:
        """The words of the templates."""
        return {(one.id, one.source) for one in ui_segments(Library((ROOT,)))}

    @cached_property
    def reader(self) -> VisitReader:
        """Reads visits for the sample clinic."""
        return VisitReader(self.setting.common)


@dataclass(frozen=True)
class KindOfFile:
    """What such a file is called, right ones, how they may be changed, and how one is read."""

    path: str
    seeds: Callable[[], Sequence[bytes]]
    mutators: Sequence[Mutator]
    read: Read
    share: int
    """How many of 3,000."""
    make: Callable[[Random, Sequence[bytes], Sequence[Mutator]], bytes] = mutated


def _clinic(bench: Bench, path: Path) -> Iterable[Problem]:
    return bench.between(clinic=load(path, Clinic))


def _medicines(bench: Bench, path: Path) -> Iterable[Problem]:
    return bench.between(rules=load(path, ClinicMedicines))


def _formulary(bench: Bench, path: Path) -> Iterable[Problem]:
    formulary = load(path, Formulary)
    formulary_segments(formulary)
    return bench.between(formulary=formulary)


def _leaflet(bench: Bench, path: Path) -> Iterable[Problem]:
    leaflet = load(path, Leaflet)
    leaflet_segments(leaflet)
    return bench.between(leaflet=leaflet)


def _references(bench: Bench, path: Path) -> Iterable[Problem]:
    found = load_references(path)
    return bench.between(references=found, clinic_references=found)


def _catalog(bench: Bench, path: Path) -> Iterable[Problem]:
    file = read_catalog(path)
    format_po(file)
    assert bench.files.leaflet
    return catalog("tr", leaflet_segments(bench.files.leaflet), [file]).problems


def _glossary(_: Bench, path: Path) -> Iterable[Problem]:
    load(path, Glossary)
    return ()


def _ignores(_: Bench, path: Path) -> Iterable[Problem]:
    load(path, SuppressionList)
    return ()


def _settings(_: Bench, path: Path) -> Iterable[Problem]:
    read_settings(path)
    return ()


def _list(bench: Bench, path: Path) -> Iterable[Problem]:
    lines = read_list(path)
    for line in lines[:3]:
        yield from _visit_text(bench, line.visit)
    yield from (problem for line in lines for problem in line.problems)


def _visit(bench: Bench, path: Path) -> Iterable[Problem]:
    fields = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    start, region, side, kidney, label, paper, *medicines = [*fields, *[""] * 6]
    return _visit_text(bench, VisitText(start, region, side, kidney, (*medicines,), label, paper))


def _visit_file(bench: Bench, path: Path) -> Iterable[Problem]:
    return _visit_text(bench, read_visit(path).text)


def _visit_text(bench: Bench, visit: VisitText) -> Iterable[Problem]:
    return bench.reader.read(visit, option_place)[1]


def _ledger(bench: Bench, path: Path) -> Iterable[Problem]:
    return with_verified_signatures(bench.clinic, read_ledger(path.parents[1])).problems


def _signed(_: Bench, path: Path) -> Iterable[Problem]:
    content, clinic = path.read_bytes().replace(b"\r\n", b"\n"), path.parents[2]
    one = signature(text(), by="A. B.", role="clinician")
    line = one.line.model_copy(update={"digest": texts_name(content)})
    ledger_path(clinic).write_text(f"{format_line(line)}\n", "utf-8")
    path.rename(texts_path(clinic, line.digest))
    return read_ledger(clinic).problems


def _logo(_: Bench, path: Path) -> Iterable[Problem]:
    try:
        require_printable(Logo(path, path.read_bytes()))
    except SvgError as error:
        return [Problem("logo-invalid", Place(path), one.message, one.hint) for one in error.faults]
    return ()


def _drawing(_: Bench, path: Path) -> Iterable[Problem]:
    load_drawings(path.parent)
    return ()


def _template(bench: Bench, path: Path) -> Iterable[Problem]:
    assert list(path.parent.iterdir()) == [path]
    found = {(one.id, one.source) for one in ui_segments(Library((bench.folder, ROOT)))}
    if not found <= bench.words:
        return ()  # words that no catalog of the bench has
    LayoutEngine(bench.setting).html_pages(PrintTask(REAL, "en", DocumentKind.CHECKLIST))
    return ()


def _stylesheet(_: Bench, path: Path) -> Iterable[Problem]:
    Renderer([path], (), (path.parent,))  # a page is only printed in a process of its own
    return ()


def _stray(bench: Bench, path: Path) -> Iterable[Problem]:
    """A file among templates, in which a character is looked for that the fonts lack."""
    glyphs = MissingGlyphFinder(bench.setting.common, ["en"], [path.parents[1]])
    return glyphs.at_texts(Problem("glyph-missing", Place(path), "U+260E", "Hint."), Visit())


def _key_list(_: Bench, path: Path) -> Iterable[Problem]:
    return read_keys(path).problems


def _public_key(_: Bench, path: Path) -> Iterable[Problem]:
    allowed_signers_path(path.parents[1]).write_bytes(_keys()[0])
    signer_of(path.parents[1], path)
    return ()


def _ssh_signature(_: Bench, path: Path) -> Iterable[Problem]:
    verifies("line", path.read_bytes(), "A. B.", _keys()[0].decode(), _AT)
    return ()


def _journal(_: Bench, path: Path) -> Iterable[Problem]:
    (path.parent / "build-pack").write_bytes(b"build-pack keeps files here for a moment.\n")
    with only_writer(path.parents[1], patience=0):
        return ()


def _catalogs(_: Bench, path: Path) -> Iterable[Problem]:
    folder = path.parents[1]
    updated_catalog_list(folder, [])
    return missing_catalog_problems(folder, [folder / "locales/tr/LC_MESSAGES/nerve.po"])


def _pdf(_: Bench, path: Path) -> Iterable[Problem]:
    pdf = path.read_bytes()
    origin_of(pdf)
    for record in records_in(path, pdf):
        read_record(record)
    return ()


def _pdfs() -> Sequence[bytes]:
    record = {"program": "build-pack 1", "clinic": "demo", "released": True, "until": None}
    record |= {"leaflet": "nerve", "kind": "leaflet", "locale": "en", "document": "D-1"}
    record |= {"version": "1.0", "edition": "7K3M-2X9D", "digest": "a" * 64}
    return [json.dumps([record | {"approved_by": {"clinician": ["A. B."]}}]).encode()]


def _with_record(random: Random, seeds: Sequence[bytes], mutators: Sequence[Mutator]) -> bytes:
    """A PDF with a record that was changed, or one that was changed itself."""
    record = mutated(random, seeds, mutators)
    pdf, out = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    pdf.docinfo[pikepdf.Name("/buildpack")] = pikepdf.String(record.decode("utf-8", "replace"))
    pdf.save(out, deterministic_id=True)
    raw = out.getvalue()
    return mutated(random, [raw], OF_BYTES) if random.random() < 0.5 else raw


@cache
def _workbooks() -> Sequence[bytes]:
    book = Workbook()
    for row in (line.split(",") for line in _LIST.split("\n")):
        book.active.append(row)
    book.active.merge_cells("A9:B9")
    out = BytesIO()
    book.save(out)
    return [out.getvalue()]


def _packed(random: Random, seeds: Sequence[bytes], mutators: Sequence[Mutator]) -> bytes:
    """A workbook with a part that was changed, or one that was changed itself."""
    raw = random.choice(seeds)
    if random.random() < 0.2:
        return mutated(random, [raw], OF_BYTES)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        names = [name for name in old.namelist() if "theme" not in name]
        changed = random.choice([name for name in names if "sheet" in name or "styles" in name])
        for name in names:
            part = old.read(name)
            overlay = zipfile.ZipInfo(name)  # without the time of day, which would be another
            new.writestr(overlay, mutated(random, [part], mutators) if name == changed else part)
    return out.getvalue()


def _ledgers() -> Sequence[bytes]:
    return [_ledger_files()[0]]


@cache
def _ledger_files() -> tuple[bytes, bytes]:
    with TemporaryDirectory() as folder:
        write(
            Path(folder),
            signature(text(), by="A. B.", role="translation-reviewer"),
            signature(text(), by="C. D.", role="clinician", until=date(2027, 1, 1)),
        )
        [texts, *_] = (Path(folder) / FOLDER / "texts").iterdir()
        return ledger_path(Path(folder)).read_bytes(), texts.read_bytes()


def _texts(*contents: str) -> Callable[[], Sequence[bytes]]:
    return lambda: [content.encode() for content in contents]


_LIST = """date,time,locale,leaflet,region,side,kidney,label,medicines,format
2026-12-10,09:00,en,radiofrequency-neurotomy,lumbar,left,60,A. B.,warfarin 5 mg; metformin,standard
10.12.2026,9.30,tr,radiofrequency-neurotomy,,,,C. D.,"aspirin 100 mg, Xarelto 20 mg",large-print"""
_PO = """msgid ""
msgstr ""
"Language: tr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. A note
#: leaflets/nerve/leaflet.yaml
#, python-brace-format
msgctxt "nerve.how.heat"
msgid "It takes {number} minutes."
msgstr "{number} dakika sürer."

#| msgid "Old"
#, fuzzy
msgctxt "nerve.title"
msgid "New"
msgid_plural "News"
msgstr[0] "Yeni"
msgstr[1] "Yeniler"

#~ msgctxt "gone"
#~ msgid "Gone"
#~ msgstr "Gitti"
"""
_GLOSSARY = """terms:
  - id: numb
    source: [numb, numbness]
    use: [uyuşuk, uyuşma]
    avoid: [hissiz]
    note: For translators.
keep: [RF, TENS]
"""
_IGNORES = f"""ignores:
  - check: text-hard
    text: nerve.how
    reason: It has to be said so.
    by: A. B.
    digest: {"a" * 16}
"""
_SETTINGS = 'clinic = "clinic"\nlocales = ["tr", "en"]\nout = "out"\n'
_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/></linearGradient></defs>
<g transform="rotate(10 5 5)"><path d="M0 0 L10,10 C 1 2 3 4 5 6 z" fill="url(#g)"/>
</g>
<rect x="1" y="2" width="30%" height="4" style="fill: red; opacity: .5"/>
<line id="label-nerve" x1="0" y1="0" x2="50" y2="50" stroke="#000"/></svg>"""
_CSS = """@page { size: A4; margin: 20mm 1cm; @top-center { content: counter(page) } }
:root { --a: 3pt } .a { font-size: 12pt; margin: calc(1pt + 2mm) auto; color: #123 }
p::before { content: "x" attr(class); width: 50%; } @media print { b { letter-spacing: .1em } }
h1 { break-before: page; transform: rotate(3deg); background: linear-gradient(red, blue 50%) }"""
_VISIT = """2026-12-10T09:00
lumbar
left
30-59
A. B.
a4
warfarin 5 mg (indication: stent)
kleksan 0,4"""


_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII2W9KdCC//M9Z7X06rF+KkFMTKYayFTVjlhuglSBGL9"
_SSH_SIGNATURE = """-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgjZb0p0IL/8z1ntfTqsX4qQUxMp
hrIVNWOWG6CVIEYv0AAAAKYnVpbGQtcGFjawAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gt
ZWQyNTUxOQAAAEDa/RwIGFxTn9dHsVXQnKcdgudNtsb5NuAKMg8qTpjsZvMbrLGqKMIgHx
7LqG5WjyDuJSLMdj4p4JmS8QYif4cC
-----END SSH SIGNATURE-----
"""
"""Of the text “line”, by that key."""
_CATALOGS = """# The catalogs that there are.
locales/tr/LC_MESSAGES/nerve.po
locales/en/LC_MESSAGES/nerve.po
"""
_JOURNAL = (
    '{"files": ["tr/a.pdf", "b.json"], "gone": ["c.pdf"], "old": ["c.pdf"], "folders": ["tr"]}'
)
_VISIT_FILE = """date: 2026-12-10T09:00
region: lumbar
side: left
kidney: 30-59
label: A. B.
medicines:
  - warfarin 5 mg (indication: stent)
  - kleksan 0,4
"""


def _keys() -> Sequence[bytes]:
    """A list with a key, and the file of the public key."""
    return [f'"A. B." {_KEY}\n"C. D." ssh-ed25519 AAAA\n'.encode(), f"{_KEY} key\n".encode()]


@cache
def _rasters() -> Sequence[bytes]:
    return [
        rasters.saved(rasters.plain()),
        rasters.saved(rasters.clear()),
        rasters.saved(rasters.plain(), "JPEG"),
        rasters.saved(rasters.plain().convert("P"), "GIF"),
    ]


def _checklist() -> Sequence[bytes]:
    return [(ROOT / "templates" / "checklist.html.jinja").read_bytes()]


KINDS: dict[str, KindOfFile] = {
    "clinic": KindOfFile("clinic/clinic.yaml", _texts(CLINIC), OF_TREES, _clinic, 150),
    "medicines": KindOfFile("clinic/medicines.yaml", _texts(MEDICINES), OF_TREES, _medicines, 150),
    "formulary": KindOfFile("formulary.yaml", _texts(FORMULARY), OF_TREES, _formulary, 150),
    "leaflet": KindOfFile("nerve/leaflet.yaml", _texts(LEAFLET), OF_TREES, _leaflet, 150),
    "references": KindOfFile("references.json", _texts(REFERENCES), OF_TREES, _references, 200),
    "glossary": KindOfFile("glossary.yaml", _texts(_GLOSSARY), OF_TREES, _glossary, 250),
    "ignores": KindOfFile("ignores.yaml", _texts(_IGNORES), OF_TREES, _ignores, 200),
    "catalog": KindOfFile("tr/LC_MESSAGES/nerve.po", _texts(_PO), OF_TEXTS, _catalog, 250),
    "settings": KindOfFile("build-pack.toml", _texts(_SETTINGS), OF_TEXTS, _settings, 200),
    "list": KindOfFile("day.csv", _texts(_LIST), OF_TEXTS, _list, 250),
    "workbook": KindOfFile("day.xlsx", _workbooks, OF_TEXTS, _list, 60, _packed),
    "visit": KindOfFile("visit.txt", _texts(_VISIT), OF_TEXTS, _visit, 120),
    "visit-file": KindOfFile("visit.yaml", _texts(_VISIT_FILE), OF_TREES, _visit_file, 80),
    "ledger": KindOfFile("c/approvals/ledger.jsonl", _ledgers, OF_TREES, _ledger, 60),
    "texts": KindOfFile(
        "c/approvals/texts/a.json", lambda: [_ledger_files()[1]], OF_TREES, _signed, 50
    ),
    "logo": KindOfFile("logo.svg", _texts(_SVG), OF_TEXTS, _logo, 150),
    "picture": KindOfFile("logo.png", _rasters, OF_BYTES, _logo, 100),
    "drawing": KindOfFile("figures/a.svg", _texts(_SVG), OF_TEXTS, _drawing, 80),
    "template": KindOfFile("templates/checklist.html.jinja", _checklist, OF_TEXTS, _template, 20),
    "stylesheet": KindOfFile("css/page.css", _texts(_CSS), OF_TEXTS, _stylesheet, 80),
    "stray": KindOfFile("strays/css/notes.css", _texts(_CSS), OF_TEXTS, _stray, 40),
    "keys": KindOfFile("k/approvals/allowed_signers", _keys, OF_TEXTS, _key_list, 150),
    "key": KindOfFile("k/approvals/mine.pub", _keys, OF_TEXTS, _public_key, 100),
    "signature": KindOfFile("k/line.sig", _texts(_SSH_SIGNATURE), OF_TEXTS, _ssh_signature, 20),
    "journal": KindOfFile(
        f"j/.partial-build-pack-{'0' * 16}/journal.json", _texts(_JOURNAL), OF_TREES, _journal, 100
    ),
    "catalogs": KindOfFile("v/locales/catalogs.txt", _texts(_CATALOGS), OF_TEXTS, _catalogs, 40),
    "pdf": KindOfFile("page.pdf", _pdfs, OF_TREES, _pdf, 150, _with_record),
}


def read(bench: Bench, kind: KindOfFile, content: bytes) -> list[Problem]:
    """Let the program read a file, and give all that it says of it."""
    path = bench.folder / kind.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    try:
        return list(kind.read(bench, path))
    except ProblemsError as error:
        return list(error.problems)
