"""A copy of the real library that a test may change."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from build_pack.content.library import Library
from build_pack.packs.building import Request

ROOT = Path(__file__).parents[1]
LEAFLET = "radiofrequency-neurotomy"
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
    for path in (folder / "clinics" / "demo").glob("*.yaml"):
        path.write_text(_of_first_leaflet(path.read_text("utf-8")), "utf-8")


def _of_first_leaflet(text: str) -> str:
    """A clinic's file without what it says of other leaflets."""
    text = re.split(r"\n(?=# When patients write in their diaries)", text)[0]
    others = r"(?:diagnostic-nerve-block|after-radiofrequency)"
    item = r"(?m)^( *)- (?:(?!^\1- |^(?!\1)\S)[\s\S])*?leaflets: \[" + others
    return re.sub(item + r"[\s\S]*?(?=^\1- |^(?! )|\Z)", "", text)


@dataclass(frozen=True)
class Workshop:
    """The folder of the copy, and short ways to what is in it."""

    folder: Path

    @property
    def clinic(self) -> Path:
        """The sample clinic's folder."""
        return self.folder / "clinics" / "demo"

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

    def request(self, *locales: str, draft: bool = False) -> Request:
        """A request for the sample clinic's packs."""
        library = Library((self.folder,))
        return Request(library, self.clinic, LEAFLET, self.out, locales, draft=draft)

    def replace(self, name: str, old: str, new: str) -> int:
        """Change the first `old` in a file to `new`; give the line on which it stood."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1
