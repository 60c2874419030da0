"""What medicines are called in every language of a library, to find them by."""

from collections.abc import Collection
from dataclasses import replace

from build_pack.approvals.texts_to_sign import NamesByLocale
from build_pack.content.library import Library
from build_pack.problems import Severity
from build_pack.storage.memoization import memoized
from build_pack.translation.catalog import Catalog
from build_pack.translation.segments import medicine_id
from build_pack.workspace.catalogs import MEDICINES, load_catalogs, locale_catalog, segments_of
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.workspace import Workspace


def medicine_names_by_locale(
    findings: ProblemCollector, workspace: Workspace, known: Collection[str]
) -> NamesByLocale:
    """Each medicine's name in all languages, to find it by.

    `known` are the locales of which catalogs have been asked for. Of the others a fault is a
    warning: nothing of them is printed, but they decide what a typed name means. A medicine without
    a name there is no fault.
    """
    names: dict[str, dict[str, str]] = {}
    for locale in workspace.folders.locales():
        found = locale_catalog(workspace, locale, MEDICINES)
        if locale not in known:
            findings.problems += (
                replace(problem, severity=Severity.WARNING)
                for problem in found.problems
                if problem.code != "translation-missing"
            )
        if found.catalog and found.catalog.translations:
            names[locale] = _names(found.catalog)
    return names


@memoized
def program_medicine_names(workspace: Workspace) -> NamesByLocale:
    """The same of the program's own names, which its version covers."""
    program = Library((workspace.library.program,), workspace.library.program)
    segments = {MEDICINES: segments_of(workspace, MEDICINES)}
    found = {
        locale: load_catalogs(ProblemCollector(), program, locale, segments)
        for locale in program.locales()
    }
    return {locale: _names(one[MEDICINES]) for locale, one in found.items() if one}


def _names(catalog: Catalog) -> dict[str, str]:
    return {
        name.removeprefix(medicine_id("")): str(translation.words)
        for name, translation in catalog.translations.items()
        if name.startswith(medicine_id(""))
    }


def names_by_medicine(names: NamesByLocale) -> dict[str, tuple[str, ...]]:
    """The names of each medicine in all languages."""
    medicines = dict.fromkeys(medicine for found in names.values() for medicine in found)
    return {
        medicine: tuple(found[medicine] for found in names.values() if medicine in found)
        for medicine in medicines
    }
