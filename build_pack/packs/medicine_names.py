"""What medicines are called in every language of a library, to find them by."""

from build_pack.approvals.other_languages import NamesByLocale
from build_pack.content.library import Library
from build_pack.packs.catalogs import MEDICINES, load_catalogs
from build_pack.packs.findings import Findings
from build_pack.translation.segments import Segment, medicine_id


def names_of(library: Library, segments: tuple[Segment, ...]) -> NamesByLocale:
    """Each medicine's name in all languages, to find it by; faults are told where they matter."""
    names: dict[str, dict[str, str]] = {}
    for locale in library.locales():
        found = load_catalogs(Findings(), library, locale, {MEDICINES: segments})
        for name, translation in found[MEDICINES].translations.items() if found else ():
            medicine = name.removeprefix(medicine_id(""))
            names.setdefault(locale, {})[medicine] = str(translation.words)
    return names


def by_medicine(names: NamesByLocale) -> dict[str, tuple[str, ...]]:
    """The names of each medicine in all languages."""
    medicines = dict.fromkeys(medicine for found in names.values() for medicine in found)
    return {
        medicine: tuple(found[medicine] for found in names.values() if medicine in found)
        for medicine in medicines
    }
