"""The real texts: every one of the catalogs and of the sample clinic, in each language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from build_pack.checks.check_types import CheckContext, CheckedMedicine
from build_pack.content.glossary_files import glossary
from build_pack.content.library import SOURCE_LOCALE, Library, shipped_library
from build_pack.content.models.base import LocalizedText
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.walk_values import own_texts
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Problem, ProblemsError
from build_pack.translation.catalog import Catalog, Translation
from build_pack.translation.po.catalog_file import forms
from build_pack.translation.update import source_words
from build_pack.workspace.catalogs import SIGNS
from build_pack.workspace.leaflet_checks import named_medicines
from build_pack.workspace.source_loading import LoadedSources, load_and_check_sources
from build_pack.workspace.workspace import Workspace

TRANSLATED = "tr"
LOCALES = (TRANSLATED, SOURCE_LOCALE)
LEAFLET = "radiofrequency-neurotomy"


@dataclass(frozen=True, slots=True)
class CatalogText:
    """Where a text stands in a catalog: its entry, and which of its plural forms."""

    domain: str
    translation: Translation
    form: int


@dataclass(frozen=True, slots=True)
class ClinicText:
    """Where a text stands in the sample clinic: the file, and the text in all languages."""

    file: str
    value: LocalizedText


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A real text in one language; compared by identity."""

    id: str
    locale: str
    words: str
    source: str
    """The text that it translates; of an English one itself."""
    other: str
    """The same text in the other language."""
    home: CatalogText | ClinicText


@dataclass(frozen=True, eq=False)
class Stock:
    """All real texts, and what is needed to check one of them."""

    texts: Mapping[str, tuple[Text, ...]]
    """By locale, in the order of their files."""
    catalogs: Mapping[str, Mapping[str, Catalog]]
    """By locale and domain."""
    context: CheckContext
    references: tuple[str, ...]
    """The keys that the leaflet may cite."""
    clean: tuple[Problem, ...]
    """What is found while nothing is spoilt."""


@cache
def stock() -> Stock:
    """Read the library and the sample clinic, as of the day on which the clinic's rules began."""
    library = Library((shipped_library(),))
    clinic = shipped_library() / "clinics" / "demo"
    today: date = load(clinic / "medicines.yaml", ClinicMedicines).model.issued
    try:
        loaded = load_and_check_sources(Workspace(library, clinic, today), LEAFLET, LOCALES)
    except ProblemsError as error:
        raise SystemExit("\n".join(str(problem) for problem in error.problems)) from error
    catalogs = {locale: _domains(loaded, locale) for locale in LOCALES}
    medicines: tuple[CheckedMedicine, ...] = tuple(
        named_medicines(
            loaded.materials.formulary.model,
            loaded.materials.rules.model,
            {locale: found["medicines"] for locale, found in catalogs.items()},
        )
    )
    return Stock(
        texts={locale: tuple(_texts(loaded, catalogs, locale)) for locale in LOCALES},
        catalogs=catalogs,
        context=CheckContext(medicines, {one: glossary(library, one) for one in LOCALES}),
        references=tuple(one.key for one in loaded.materials.references),
        clean=loaded.problems,
    )


def _domains(loaded: LoadedSources, locale: str) -> dict[str, Catalog]:
    found = loaded.sources.catalogs[locale]
    beside = {"medicines": found.medicines, "ui": found.ui}
    return {LEAFLET: found.leaflet, **beside, **({SIGNS: found.signs} if found.signs else {})}


def _texts(
    loaded: LoadedSources, catalogs: Mapping[str, Mapping[str, Catalog]], locale: str
) -> Iterator[Text]:
    for domain, catalog in catalogs[locale].items():
        for translation in catalog.translations.values():
            if translation.ready:
                yield from _forms(catalogs, domain, translation, locale)
    yield from _clinic((loaded.materials.clinic, loaded.materials.rules), locale)


def _forms(
    catalogs: Mapping[str, Mapping[str, Catalog]],
    domain: str,
    translation: Translation,
    locale: str,
) -> Iterator[Text]:
    name = translation.segment.id
    sources = forms(source_words(translation.segment))
    others = forms(catalogs[_other(locale)][domain][name].words)
    for form, words in enumerate(forms(translation.words)):
        source, other = (each[min(form, len(each) - 1)] for each in (sources, others))
        yield Text(name, locale, words, source, other, CatalogText(domain, translation, form))


def _clinic(files: Iterable[Loaded[Any]], locale: str) -> Iterator[Text]:
    """Each text of the clinic once: many rules say the same."""
    seen: set[str] = set()
    for file in files:
        for loc, _, value in own_texts(file):
            words = value.root[locale]
            if words not in seen:
                seen.add(words)
                name = f"{file.source.path.name}:{'.'.join(map(str, loc))}"
                home = ClinicText(file.source.path.name, value)
                source, other = value.root[SOURCE_LOCALE], value.root[_other(locale)]
                yield Text(name, locale, words, source, other, home)


def _other(locale: str) -> str:
    return next(one for one in LOCALES if one != locale)
