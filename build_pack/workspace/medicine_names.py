"""What medicines are called in every language of a library, to find them by."""

from collections.abc import Mapping
from dataclasses import replace

from build_pack.approvals.other_language_names import NamesByLocale
from build_pack.content.library import Library
from build_pack.problems import Severity
from build_pack.translation.catalog import Catalog
from build_pack.translation.segments import Segment, medicine_id
from build_pack.workspace.catalogs import MEDICINES, load_catalogs
from build_pack.workspace.problem_collector import ProblemCollector


def medicine_names_by_locale(
    findings: ProblemCollector,
    library: Library,
    segments: tuple[Segment, ...],
    known: Mapping[str, Mapping[str, Catalog]],
) -> NamesByLocale:
    """Each medicine's name in all languages, to find it by.

    `known` are catalogs that have been read, by locale and domain. Of the others a fault is a
    warning: nothing of them is printed, but they decide what a typed name means.
    """
    names: dict[str, dict[str, str]] = {}
    for locale in library.locales():
        found = known.get(locale) or _read(findings, library, locale, segments)
        for name, translation in found[MEDICINES].translations.items() if found else ():
            medicine = name.removeprefix(medicine_id(""))
            names.setdefault(locale, {})[medicine] = str(translation.words)
    return names


def _read(
    findings: ProblemCollector, library: Library, locale: str, segments: tuple[Segment, ...]
) -> Mapping[str, Catalog]:
    """The names in one language; a medicine without one there is no fault."""
    theirs = ProblemCollector()
    found = load_catalogs(theirs, library, locale, {MEDICINES: segments})
    findings.problems += (
        replace(problem, severity=Severity.WARNING)
        for problem in theirs.problems
        if problem.code != "translation-missing"
    )
    return found


def names_by_medicine(names: NamesByLocale) -> dict[str, tuple[str, ...]]:
    """The names of each medicine in all languages."""
    medicines = dict.fromkeys(medicine for found in names.values() for medicine in found)
    return {
        medicine: tuple(found[medicine] for found in names.values() if medicine in found)
        for medicine in medicines
    }
