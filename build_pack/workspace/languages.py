"""The languages that are asked for: enabled, with catalogs, and with a font."""

from collections.abc import Iterator

from build_pack.content.library import SOURCE_LOCALE, Library
from build_pack.content.models.clinic import Clinic
from build_pack.content.yaml.loading import Loaded
from build_pack.locales import Locale
from build_pack.problems import Problem
from build_pack.rendering.fonts.font_files import missing_family
from build_pack.text.suggestions import nearest


def locale_problems(
    library: Library, clinic: Loaded[Clinic], locales: tuple[str, ...]
) -> Iterator[Problem]:
    """A problem for each language that the clinic has not enabled, or that has no catalogs."""
    enabled, folders = clinic.model.locales, library.locales()
    for locale in locales:
        place = clinic.place("locales")
        if locale not in enabled:
            message = "The clinic has not enabled this language."
            hint = f"Add it to “locales”, or choose from: {', '.join(enabled)}."
            if meant := nearest(locale, enabled, languages_called(enabled)) or _akin(
                locale, enabled
            ):
                hint = f"Did you mean “{meant}”? {hint}"
            yield Problem("locale-unknown", place, message, hint)
        elif locale not in folders:
            message = f"There are no catalogs for the language “{locale}”."
            hint = (
                f"Run `build-pack translate update --locale {locale}`, then translate the catalogs."
            )
            yield Problem("locale-unknown", place, message, hint)


def _akin(locale: str, enabled: tuple[str, ...]) -> str:
    """The same language without that country or script, as `tr` for `tr_TR`; empty if none is."""
    language = Locale(locale).language
    return next((one for one in enabled if Locale(one).language == language), "")


def languages_called(locales: tuple[str, ...]) -> dict[str, str]:
    """What the languages are called in each other, and in English."""
    inside = (SOURCE_LOCALE, *locales)
    return {name: locale for locale in locales for name in Locale(locale).language_names(inside)}


def font_problems(clinic: Loaded[Clinic], locales: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each script that a build needs and that has no font here."""
    enabled = [locale for locale in locales if locale in clinic.model.locales]
    scripts = {locale: Locale(locale).script for locale in enabled}
    for code in dict.fromkeys(scripts.values()):
        if missing := missing_family(code):
            spoken = ", ".join(locale for locale in enabled if scripts[locale] == code)
            message = f"The font for “{spoken}”, {missing.family}, is not installed."
            hint = f'Install it: pip install "build-pack[{missing.extra}]"'
            yield Problem("font-missing", clinic.place("locales"), message, hint)
