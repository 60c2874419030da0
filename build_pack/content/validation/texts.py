"""Texts and names: their marks, citations and languages."""

from collections.abc import Iterable, Iterator

from build_pack.content.inline_markup import (
    MARKS_HINT,
    PLACEHOLDERS,
    Citation,
    MarkupError,
    Placeholder,
    marks,
    parse,
)
from build_pack.content.models.base import LocalizedName, LocalizedText
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.walk_values import own_texts
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem


def text_problems(text: str, place: Place, references: Iterable[str] | None) -> Iterator[Problem]:
    """Broken marks, unknown placeholders and unknown citations of one text.

    `references` are the keys that it may cite; None is for a clinic's own text, which cites none.
    """
    try:
        runs = parse(text)
    except MarkupError as error:
        yield Problem("markup-invalid", place, f"{error}.", MARKS_HINT)
        return
    for run in runs:
        if isinstance(run, Placeholder) and run.name not in PLACEHOLDERS:
            known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            message = f"Unknown placeholder {{{run.name}}}."
            yield Problem("placeholder-unknown", place, message, f"Use one of {known}.")
        if isinstance(run, Citation) and references is None:
            hint = "Remove it; references of a medicine rule go under “sources”."
            message = "The clinic's own texts cannot cite references."
            yield Problem("citation-unknown", place, message, hint)
        elif isinstance(run, Citation):
            yield from _unknown_keys(run, place, set(references or ()))


def _unknown_keys(citation: Citation, place: Place, known: set[str]) -> Iterator[Problem]:
    for key in sorted(set(citation.keys) - known):
        hint = "Correct the key, or add the reference to references.json."
        message = f"No reference has the key “{key}”."
        yield Problem("citation-unknown", place, message, hint)


def uncited(references: Iterable[SourceReference], cited: Iterable[str]) -> Iterator[Problem]:
    """A reference that nothing cites: the reader cannot tell what it supports."""
    keys = set(cited)
    for reference in references:
        if reference.key not in keys:
            message = f"The reference “{reference.key}” is not cited by any text."
            hint = f"Cite it where it belongs as [@{reference.key}], or remove it."
            yield Problem("reference-uncited", reference.place, message, hint)


def name_problems(name: str, place: Place) -> Iterator[Problem]:
    """Marks in a name, which is printed as it is."""
    if set(name) & set("[]{}*"):
        hint = "Write the name without brackets and asterisks."
        message = f"The name “{name}” contains markup."
        yield Problem("markup-invalid", place, message, hint)


def clinic_text_problems(
    loaded: Loaded[Clinic] | Loaded[ClinicMedicines], locales: tuple[str, ...]
) -> Iterator[Problem]:
    """Clinic texts with broken marks, or not in each of the clinic's languages."""
    for loc, _, text in own_texts(loaded):
        place = loaded.place(*loc)
        for locale in locales:
            if locale not in text.root:
                message = f"The text is missing in “{locale}”, which the clinic has enabled."
                hint = f"Add a line “{locale}: …” next to the other languages."
                yield Problem("text-missing", place, message, hint)
        for locale, words in text.root.items():
            here = loaded.place(*loc, locale)
            if isinstance(text, LocalizedName):
                yield from name_problems(words, here)
            else:
                yield from text_problems(words, here, None)
        if not isinstance(text, LocalizedName):
            yield from _unlike(text, place)


def _unlike(text: LocalizedText, place: Place) -> Iterator[Problem]:
    """A text whose languages do not have the same placeholders and as much strong text."""
    try:
        found = {locale: marks(words) for locale, words in text.root.items()}
    except MarkupError:
        return  # told already
    if len({(frozenset(one.placeholders.items()), one.strong) for one in found.values()}) > 1:
        message = "The strong text or the placeholders differ between the languages."
        hint = "Mark the same words with ** in each language, and use the same {placeholders}."
        yield Problem("markup-mismatch", place, message, hint)
