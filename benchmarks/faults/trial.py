"""One fault put where a person would make it, and what a build and a check say of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from benchmarks.faults.kind import Change
from benchmarks.faults.texts import LOCALES, CatalogText, ClinicText, Stock, Text
from build_pack.checks.check_types import TextPair
from build_pack.checks.findings import Finding, catalog_findings, text_findings
from build_pack.checks.text_pairs import catalog_pairs, clinic_pairs
from build_pack.content.models.base import LocalizedName, LocalizedText, Model
from build_pack.content.validation.texts import clinic_text_problems
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Problem, ProblemsError, Severity
from build_pack.translation.catalog import Catalog, catalog
from build_pack.translation.po.catalog_file import (
    PoEntry,
    PoText,
    format_po,
    forms,
    new_po,
    read_po,
)
from build_pack.translation.update import source_words

Found = dict[str, Severity]
"""The codes of what was found, each with its worst severity."""
_Seen = set[tuple[str, str, Severity]]
"""Code, the id of what it is about, and severity."""

_OPTIONAL = frozenset(("language-doubtful",))
"""What is found only where the extra `language` is installed, and so is not counted."""


_OF_PAIRS = frozenset(("text-exchanged",))
"""What only two faults at once could bring about; it would take long to look for after each."""


class _OneText(Model):
    """A clinic's file with a single text in it."""

    text: LocalizedText | None = None
    label: LocalizedName | None = None
    name: LocalizedName | None = None
    """The clinic's own, which may be in any language."""


class Trials:
    """Tries changes out in a folder of its own, and counts only what they bring about.

    Checks of whole leaflets, such as that of readability, are not run.
    """

    def __init__(self, stock: Stock, folder: Path) -> None:
        self._stock = stock
        self._folder = folder
        self._clean: dict[Text, _Seen] = {}
        self._pairs: dict[tuple[str, str], dict[str, tuple[TextPair, ...]]] = {}
        self._found: dict[tuple[str, str], tuple[Finding, ...]] = {}

    def found(self, text: Text, change: Change) -> Found:
        """What is found in a changed text and not in the text as it is."""
        if text not in self._clean:
            self._clean[text] = self._seen(text, Change(text.words))
        new = self._seen(text, change) - self._clean[text]
        worst_last = sorted(new, key=lambda one: (one[2] is Severity.ERROR, one))
        return {code: severity for code, _, severity in worst_last if code not in _OPTIONAL}

    def _seen(self, text: Text, change: Change) -> _Seen:
        try:
            if isinstance(text.home, CatalogText):
                found = [*self._in_catalog(text, text.home, change)]
            else:
                found = [*self._in_clinic(text, text.home, change)]
        except ProblemsError as error:
            found = [*error.problems]
        return {
            (one.problem.code, one.about, one.problem.severity)
            if isinstance(one, Finding)
            else (one.code, text.id, one.severity)
            for one in found
        }

    def _in_catalog(
        self, text: Text, home: CatalogText, change: Change
    ) -> Iterator[Problem | Finding]:
        file = new_po(self._folder / "spoilt.po", text.locale)
        spoilt = format_po(replace(file, entries=(_entry(home, change),)))
        _write(file.path, spoilt)
        one = catalog(text.locale, (home.translation.segment,), (read_po(file.path),))
        yield from one.problems
        yield from text_findings(catalog_pairs(one), self._stock.context)
        if change == Change(text.words):
            yield from self._as_it_is(text.locale, home.domain)
        else:
            yield from self._between(self._whole(text.locale, home.domain) | _by_id(one))

    def _as_it_is(self, locale: str, domain: str) -> tuple[Finding, ...]:
        """What is found between the texts of a catalog while none is spoilt."""
        if (locale, domain) not in self._found:
            self._found[locale, domain] = (*self._between(self._whole(locale, domain)),)
        return self._found[locale, domain]

    def _between(self, pairs: Mapping[str, tuple[TextPair, ...]]) -> Iterator[Finding]:
        every = [pair for each in pairs.values() for pair in each]
        yield from catalog_findings(every, self._stock.context, without=_OF_PAIRS)

    def _whole(self, locale: str, domain: str) -> dict[str, tuple[TextPair, ...]]:
        """All texts of a catalog as they are, by id."""
        if (locale, domain) not in self._pairs:
            self._pairs[locale, domain] = _by_id(self._stock.catalogs[locale][domain])
        return self._pairs[locale, domain]

    def _in_clinic(
        self, text: Text, home: ClinicText, change: Change
    ) -> Iterator[Problem | Finding]:
        path = self._folder / home.file
        words = {**home.value.root, text.locale: change.words}
        written = {_key(text, home): {locale: each for locale, each in words.items() if each}}
        _write(path, json.dumps(written, ensure_ascii=False))
        loaded: Loaded[Any] = load(path, _OneText)
        yield from clinic_text_problems(loaded, LOCALES)
        for locale in LOCALES:
            yield from text_findings(clinic_pairs(loaded, locale), self._stock.context)


def _write(path: Path, text: str) -> None:
    """Write a file anew: to cut one off and fill it again makes some file systems wait."""
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")


def _by_id(whole: Catalog) -> dict[str, tuple[TextPair, ...]]:
    pairs = [*catalog_pairs(whole)]
    return {name: tuple(one) for name, one in groupby(pairs, key=attrgetter("id"))}


def _key(text: Text, home: ClinicText) -> str:
    if text.id == "clinic.yaml:name":
        return "name"
    return "label" if isinstance(home.value, LocalizedName) else "text"


def _entry(home: CatalogText, change: Change) -> PoEntry:
    segment = home.translation.segment
    source = source_words(segment)
    return PoEntry(
        id=segment.id,
        source=source if change.source is None else _with(source, 0, change.source),
        target=_with(home.translation.words, home.form, change.words),
        place=home.translation.place,
        fuzzy=change.fuzzy,
    )


def _with(words: PoText, form: int, changed: str) -> PoText:
    """A text, or one of its forms, replaced."""
    if isinstance(words, str):
        return changed
    return tuple(changed if at == form else one for at, one in enumerate(forms(words)))
