"""Small catalogs and segments, for tests to change."""

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from build_pack.problems import Place
from build_pack.translation.po.catalog_file import PoEntry, PoFile, PoText, new_po, read_po
from build_pack.translation.segments import Segment

ROOT = Path("/library")
SOURCE = Place(ROOT / "leaflets" / "nerve" / "leaflet.yaml", 8, 8)

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: build-pack\\n"
"Language: tr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
FIRST_LINE = HEADER.count("\n") + 2
"""The line on which the first entry after the header starts."""


def written(folder: Path, text: str, name: str = "nerve.po") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def read_body(folder: Path, body: str, header: str = HEADER) -> PoFile:
    """A catalog with this body under a header, read."""
    return read_po(written(folder, f"{header}\n{body}"))


def segment(name: str, source: str, plural: str | None = None) -> Segment:
    return Segment(name, source, SOURCE, plural)


def entry(
    name: str,
    source: PoText,
    target: PoText,
    *,
    fuzzy: bool = False,
    previous: PoText | None = None,
) -> PoEntry:
    """An entry on line 12 of the Turkish catalog."""
    return PoEntry(name, source, target, Place(Path("tr.po"), 12), fuzzy, previous)


def catalog_of(*entries: PoEntry, obsolete: tuple[PoEntry, ...] = (), locale: str = "tr") -> PoFile:
    return replace(new_po(Path(f"{locale}.po"), locale), entries=entries, obsolete=obsolete)


# A text as a translator may write it: quotes, backslashes, line ends, signs of any script.
TEXTS = st.text(
    st.one_of(
        st.sampled_from(list('ab%"\\\n\t{}*[]#~ ığ')),
        st.characters(categories=["L", "N", "P", "S", "Zs", "Mn"]),
    ),
    max_size=30,
)
