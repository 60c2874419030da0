"""What decides on the bytes of a PDF, as one digest: the same digest, the same pack.

Only the ledger's last line does not count: whatever is signed meanwhile, a pack that was released
under an earlier line stays as it is, for as long as the ledger has that line (`living`).
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from build_pack.content.pictures.raster import MOST_BYTES
from build_pack.documents.shared.record import read_record
from build_pack.printing.layout import HtmlPage, PrintSetup
from build_pack.printing.missing_glyphs import extra_scripts
from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.html.template_layout import BUILT_IN
from build_pack.rendering.pdf.metadata import records_of
from build_pack.rendering.pdf.tamper_seal import DIGITS
from build_pack.storage.program_files import source_digests
from build_pack.storage.snapshot import Snapshot
from build_pack.text.digests import digest

_PRINTERS = (
    "weasyprint",
    "pydyf",
    "tinycss2",
    "cssselect2",
    "tinyhtml5",
    "fonttools",
    "pillow",
    "pikepdf",
)
"""The libraries between HTML and the finished PDF."""


class CacheKeys:
    """Gives the origin of each PDF of one setting."""

    def __init__(self, setting: PrintSetup) -> None:
        self._roots = (*setting.templates, *BUILT_IN)
        self._setting = setting
        self._tips = {
            edition.ledger
            for sources in setting.leaflets.values()
            for of_locale in sources.editions.values()
            for edition in of_locale.values()
        } - {""}
        self._fonts = cache(_fonts)
        self._base = digest(*_program(), *_files(self._roots, setting.snapshot))

    def of(self, html_pages: Iterable[HtmlPage], title: str) -> str:
        """The origin of a PDF that is printed from these pages, in this order."""
        html_pages = tuple(html_pages)
        scripts = frozenset[str]().union(*(extra_scripts(g, self._setting) for g in html_pages))
        pages = map(self._html, html_pages)
        return digest(self._base, self._fonts(scripts), title, *pages)[:DIGITS]

    def _html(self, html_page: HtmlPage) -> str:
        """A page without the folders of this machine, which decide on nothing."""
        overlay = html_page.overlay
        html = f"{html_page.html}\0{html_page.own}\0{overlay.html}\0{overlay.record}"
        for number, root in enumerate(self._roots):
            html = html.replace(root.resolve().as_uri(), f"root:{number}")
        for tip in self._tips:
            html = html.replace(tip, "")
        return html


def packs_with_ledger_line(places: Mapping[str, Path], lines: Container[str]) -> dict[str, Path]:
    """The packs that were released under a line which is still among those of the ledger."""
    return {name: path for name, path in places.items() if _is_under(path, lines)}


def _is_under(path: Path, lines: Container[str]) -> bool:
    records = (read_record(one) for one in records_of(path.read_bytes()))
    return all(not one.ledger or one.ledger in lines for one in records if one)


@cache
def _program() -> tuple[str, ...]:
    """This program, byte for byte, and the versions of the libraries that it prints with."""
    return (*(f"{name} {version(name)}" for name in _PRINTERS), *source_digests())


def _fonts(scripts: frozenset[str]) -> str:
    return " ".join(sha256(face.content).hexdigest() for face in faces(scripts=scripts))


def _files(roots: Iterable[Path], snapshot: Snapshot) -> Iterator[str]:
    """All that a page may load from some folders beside its own HTML, by name and content."""
    for number, root in enumerate(roots):
        for path in snapshot.below(root):
            if snapshot.is_file(path):
                content = sha256(snapshot.read(path, MOST_BYTES)).hexdigest()
                yield f"{number} {path.relative_to(root).as_posix()} {content}"
