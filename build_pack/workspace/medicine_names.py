"""What medicines are called in every language of a library, to find them by."""

from build_pack.approvals.other_language_names import NamesByLocale
from build_pack.content.library import Library
from build_pack.translation.segments import Segment, medicine_id
from build_pack.workspace.catalogs import MEDICINES, load_catalogs
from build_pack.workspace.problem_collector import ProblemCollector


def medicine_names_by_locale(library: Library, segments: tuple[Segment, ...]) -> NamesByLocale:
    """Each medicine's name in all languages, to find it by; faults are told where they matter."""
    names: dict[str, dict[str, str]] = {}
    for locale in library.locales():
        found = load_catalogs(ProblemCollector(), library, locale, {MEDICINES: segments})
        for name, translation in found[MEDICINES].translations.items() if found else ():
            medicine = name.removeprefix(medicine_id(""))
            names.setdefault(locale, {})[medicine] = str(translation.words)
    return names


def names_by_medicine(names: NamesByLocale) -> dict[str, tuple[str, ...]]:
    """The names of each medicine in all languages."""
    medicines = dict.fromkeys(medicine for found in names.values() for medicine in found)
    return {
        medicine: tuple(found[medicine] for found in names.values() if medicine in found)
        for medicine in medicines
    }
