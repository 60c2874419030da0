"""A copy of the real library that a test may change."""

import json
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import BuildRequest
from build_pack.visits.visit_reader import VisitText
from build_pack.workspace.workspace import Workspace

ROOT = Path(__file__).parents[1]
LEAFLET = "radiofrequency-neurotomy"
DRIVE = ('"Biz izin verene kadar araç kullanmayın."', '"Biz izin verene kadar araç kullanın."')
"""What a line of the Turkish checklist says, and the same without its “not”."""
FOLDERS = ("leaflets", "locales", "templates", "clinics")


def copy_library(folder: Path) -> None:
    """Copy the real library with its first leaflet alone: nothing tests one thing three times."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    for path in folder.glob("leaflets/*/leaflet.yaml"):
        if path.parent.name not in {LEAFLET, "_starter"}:
            shutil.rmtree(path.parent)
            for catalog in folder.glob(f"locales/*/LC_MESSAGES/{path.parent.name}.po"):
                catalog.unlink()
    for path in folder.glob(f"leaflets/{LEAFLET}/references.json"):
        path.write_text(_as_if_read(path.read_text("utf-8")), "utf-8")
    for path in (folder / "clinics" / "demo").glob("*.yaml"):
        path.write_text(_of_first_leaflet(path.read_text("utf-8")), "utf-8")
    _cite_only_what_is_used(folder / "clinics" / "demo")


def _as_if_read(references: str) -> str:
    """References as if someone had opened each, and as if none was old: nothing is told of them."""
    verified = '"verified": {"on": "2026-11-20", "by_role": "clinician"}, "id": '
    return references.replace("[[2014", "[[2020").replace('"id": ', verified)


def _of_first_leaflet(text: str) -> str:
    """A clinic's file without what it says of other leaflets."""
    lines = re.split(r"\n(?=# When patients write in their diaries)", text)[0].split("\n")
    others = re.compile(r"leaflets: \[(?:diagnostic-nerve-block|after-radiofrequency)")
    while found := next((at for at, line in enumerate(lines) if others.search(line)), None):
        first = next(at for at in range(found, -1, -1) if lines[at].lstrip().startswith("- "))
        after = (at for at in range(first + 1, len(lines)) if lines[at].strip())
        last = next((at for at in after if _indent(lines[at]) <= _indent(lines[first])), len(lines))
        del lines[first:last]
    return _without_unused_texts("\n".join(lines) + "\n")


def _without_unused_texts(text: str) -> str:
    """A clinic's rules without the shared texts that none of them names any more."""
    shared = re.search(r"\ntexts:\n((?:  .*\n)+)", text)
    for entry in re.findall(r"  [a-z-]+:\n(?:    .*\n)+", shared[1]) if shared else ():
        name = entry.strip().partition(":")[0]
        if not re.search(rf": {name}$", text, re.MULTILINE):
            text = text.replace(entry, "")
    return text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _cite_only_what_is_used(clinic: Path) -> None:
    rules = (clinic / "medicines.yaml").read_text("utf-8")
    path = clinic / "references.json"
    references = [one for one in json.loads(path.read_text("utf-8")) if one["id"] in rules]
    path.write_text(json.dumps(references, ensure_ascii=False, indent=2), "utf-8")


def opened(clinic: Path, today: date | None = None) -> Workspace:
    """A clinic over the real library, as it is now."""
    return Workspace(Library((ROOT,)), clinic, today)


@dataclass(frozen=True)
class Workshop:
    """The folder of the copy, and short ways to what is in it."""

    folder: Path

    @property
    def clinic(self) -> Path:
        """The sample clinic's folder."""
        return self.folder / "clinics" / "demo"

    @property
    def library(self) -> Library:
        """The copy as a library."""
        return Library((self.folder,))

    def open(self, today: date | None = None) -> Workspace:
        """The copy and the sample clinic, as they are now."""
        return Workspace(self.library, self.clinic, today)

    @property
    def out(self) -> Path:
        """Where packs are built."""
        return self.folder / "out"

    def path(self, name: str) -> Path:
        """A file of the library by its relative name."""
        return self.folder / name

    def catalog(self, locale: str, domain: str = LEAFLET) -> Path:
        """A catalog file."""
        return self.folder / "locales" / locale / "LC_MESSAGES" / f"{domain}.po"

    def request(self, *locales: str, draft: bool = False, pack: str = "") -> BuildRequest:
        """A request for the sample clinic's packs, for someone who takes no medicines.

        A sheet of all medicines has 19 pages, which would be made in each test for nothing.
        """
        visit = VisitText(medicines=("none",))
        leaflet = "" if pack else LEAFLET
        return BuildRequest(leaflet, self.out, locales, visit, draft=draft, pack=pack)

    def pack_of(self, *kinds: DocumentKind) -> str:
        """Give the clinic a pack of these documents alone, for tests that need no others."""
        documents = [f"      - {{ leaflet: {LEAFLET}, document: {kind} }}" for kind in kinds]
        name = "    name: { en: A short pack, tr: Kısa bir paket }"
        path = self.clinic / "clinic.yaml"
        lines = ["packs:", "  - id: short", name, "    documents:", *documents]
        path.write_text("\n".join([path.read_text("utf-8"), *lines, ""]), "utf-8")
        return "short"

    def blemish(self) -> None:
        """Make two warnings: a Turkish section that is hard to read, and an old reference."""
        easy = "Rehabilitasyon, egzersiz yaptığınız bir tedavidir."
        hard = (
            "Rehabilitasyon, egzersizle hareketsizleştirilmişliklerin değerlendirilebilirliğidir."
        )
        self.replace(f"locales/tr/LC_MESSAGES/{LEAFLET}.po", easy, hard)
        path = self.path(f"leaflets/{LEAFLET}/references.json")
        references = json.loads(path.read_text("utf-8"))
        [old] = [one for one in references if one["id"] == "aspn-2021"]
        old["issued"] = {"date-parts": [[2014]]}
        path.write_text(json.dumps(references, ensure_ascii=False, indent=2), "utf-8")

    def replace(self, name: str, old: str, new: str) -> int:
        """Change the first `old` in a file to `new`; give the line on which it stood."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1
