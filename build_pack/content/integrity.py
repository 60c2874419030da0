"""Faults that one model alone cannot see: between the parts of a file, and between files."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from math import floor
from pathlib import Path

from pydantic import BaseModel

from build_pack.content import logo
from build_pack.content.clinic import Clinic
from build_pack.content.colour import LEAST_CONTRAST, WHITE, contrast, darker_until
from build_pack.content.contradictions import contradictions
from build_pack.content.leaflet import Block, ItemList, Leaflet, Repeat, Section
from build_pack.content.loading import Loaded
from build_pack.content.markup import (
    MARKS_HINT,
    PLACEHOLDERS,
    Citation,
    MarkupError,
    Placeholder,
    marks,
    parse,
)
from build_pack.content.medicines import ClinicMedicines, Formulary
from build_pack.content.model import LocalizedName, LocalizedText
from build_pack.content.references import Reference
from build_pack.content.tree import Loc
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
            message = f"Nothing fills in {{{run.name}}}."
            yield Problem("placeholder-unknown", place, message, f"Use one of {known}.")
        if isinstance(run, Citation) and references is None:
            hint = "Take it out; a medicine rule names its references under “sources”."
            message = "A clinic's own text cannot cite."
            yield Problem("citation-unknown", place, message, hint)
        elif isinstance(run, Citation):
            yield from _unknown_keys(run, place, set(references or ()))


def _unknown_keys(citation: Citation, place: Place, known: set[str]) -> Iterator[Problem]:
    for key in sorted(set(citation.keys) - known):
        hint = "Correct the key, or add the reference to references.json."
        message = f"No reference bears the key “{key}”."
        yield Problem("citation-unknown", place, message, hint)


def uncited(references: Iterable[Reference], cited: Iterable[str]) -> Iterator[Problem]:
    """A reference that nothing cites: the reader cannot tell what it supports."""
    keys = set(cited)
    for reference in references:
        if reference.key not in keys:
            message = f"No text cites the reference “{reference.key}”."
            hint = f"Cite it where it belongs as [@{reference.key}], or take it out."
            yield Problem("reference-uncited", reference.place, message, hint)


CATALOGS_BESIDE = ("ui", "medicines")
"""Catalogs that are not a leaflet's: the words of the templates, and the names of medicines."""

RESERVED = {"title", "subtitle", "main-message", "disclaimer"} | {
    "summary", "red-flags", "consent", "checklist"
}  # fmt: skip
"""First parts of segment ids that a section of the leaflet cannot take."""


def leaflet_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Ids that stand twice, and repeats of nothing."""
    model = leaflet.model
    yield from _section_ids(leaflet, model.sections, ("sections",), RESERVED)
    consent = ("consent", "sections")
    reserved = {"introduction", "teach-back", "statements", "refusal"}
    yield from _section_ids(leaflet, model.consent.sections, consent, reserved)
    for name in sorted({"heading", "lead"} & set(model.red_flags.items)):
        yield _duplicate(name, leaflet.key_place("red_flags", "items", name))
    blocks = {
        f"{s.id}.{b.id}" for s in model.sections for b in s.blocks if not isinstance(b, Repeat)
    }
    yield from _repeats_of_nothing(leaflet, model.sections, ("sections",), blocks)
    yield from _repeats_of_nothing(leaflet, model.consent.sections, consent, blocks)
    if model.id in CATALOGS_BESIDE:
        message = f"“{model.id}” cannot be a leaflet's id: its catalog would be another's."
        yield Problem("value-invalid", leaflet.place("id"), message, "Choose another id.")
    if model.id != leaflet.source.path.parent.name:
        message = f"The id “{model.id}” is not the name of the leaflet's folder."
        yield Problem("value-invalid", leaflet.place("id"), message, "Make the two the same.")


def _repeats_of_nothing(
    leaflet: Loaded[Leaflet], sections: tuple[Section, ...], loc: Loc, known: set[str]
) -> Iterator[Problem]:
    for number, section in enumerate(sections):
        for index, block in enumerate(section.blocks):
            if isinstance(block, Repeat) and block.of not in known:
                place = leaflet.place(*loc, number, "blocks", index, "of")
                message = f"The leaflet has no block “{block.of}” to repeat."
                hint = "Write section.block, as in the leaflet."
                yield Problem("id-unknown", place, message, hint)


def _section_ids(
    leaflet: Loaded[Leaflet], sections: tuple[Section, ...], loc: Loc, reserved: set[str]
) -> Iterator[Problem]:
    seen = set(reserved)
    for number, section in enumerate(sections):
        if section.id in seen:
            yield _duplicate(section.id, leaflet.place(*loc, number, "id"))
        seen.add(section.id)
        inside = {"heading"}
        for index, block in enumerate(section.blocks):
            for name, at in _block_ids(block):
                if name in inside:
                    here = (*loc, number, "blocks", index, *at)
                    place = leaflet.place(*here) if at == ("id",) else leaflet.key_place(*here)
                    yield _duplicate(name, place)
                inside.add(name)


def _block_ids(block: Block) -> Iterator[tuple[str, Loc]]:
    """The ids of a block and of its list items, with their locations in it."""
    if isinstance(block, Repeat):
        return
    yield block.id, ("id",)
    if isinstance(block, ItemList):
        yield from ((name, ("items", name)) for name in block.items)


def _duplicate(name: str, place: Place) -> Problem:
    message = f"The id “{name}” is taken already."
    hint = "Ids of blocks and list items must differ within a section, and sections' ids in a file."
    return Problem("id-duplicate", place, message, hint)


def _name_problems(name: str, place: Place) -> Iterator[Problem]:
    """Marks in a name, which is printed as it is."""
    if set(name) & set("[]{}*"):
        hint = "Write the name without brackets and stars."
        message = f"“{name}” is a name and holds a mark."
        yield Problem("markup-invalid", place, message, hint)


def formulary_problems(formulary: Loaded[Formulary]) -> Iterator[Problem]:
    """Medicines that stand twice, and names with marks, which are printed as they are."""
    seen: set[str] = set()
    for index, medicine in enumerate(formulary.model.medicines):
        yield from _name_problems(medicine.name, formulary.place("medicines", index, "name"))
        if medicine.id in seen:
            yield _duplicate(medicine.id, formulary.place("medicines", index, "id"))
        seen.add(medicine.id)


def clinic_problems(clinic: Loaded[Clinic]) -> Iterator[Problem]:
    """A pale colour, a missing logo, ids that stand twice."""
    brand = clinic.model.brand
    ratio = contrast(brand.colour, WHITE)
    if ratio < LEAST_CONTRAST:
        least = floor(ratio * 10) / 10  # 4.46 must not be told as the 4.5 that it misses
        message = f"{brand.colour} on white has a contrast of only {least}; text needs 4.5."
        shade = darker_until(brand.colour, LEAST_CONTRAST)
        hint = f"Take {shade}, the nearest shade that is dark enough."
        yield Problem("contrast-low", clinic.place("brand", "colour"), message, hint)
    if brand.logo:
        yield from _logo_problems(
            clinic.source.path.parent / brand.logo, clinic.place("brand", "logo")
        )
    seen: set[str] = set()
    for index, item in enumerate(clinic.model.checklist):
        if item.id in seen:
            yield _duplicate(item.id, clinic.place("checklist", index, "id"))
        seen.add(item.id)


def _logo_problems(path: Path, place: Place) -> Iterator[Problem]:
    if not path.is_file():
        message = f"There is no file “{path.name}” beside clinic.yaml."
        hint = "Put the logo there, or remove the line."
        yield Problem("file-missing", place, message, hint)
    elif found := logo.fault(path):
        yield Problem("logo-invalid", place, *found)


def rule_problems(
    rules: Loaded[ClinicMedicines], formulary: Formulary, references: tuple[Reference, ...]
) -> Iterator[Problem]:
    """Rules of unknown medicines or sources, two rules for one, and rules against themselves."""
    medicines = {medicine.id for medicine in formulary.medicines}
    keys = {reference.key for reference in references}
    seen: set[str] = set()
    for index, rule in enumerate(rules.model.rules):
        place = rules.place("rules", index, "medicine")
        if rule.medicine not in medicines:
            message = f"The formulary has no medicine “{rule.medicine}”."
            yield Problem("medicine-unknown", place, message, _meant(rule.medicine, formulary))
        if rule.medicine in seen:
            message = f"A second rule for “{rule.medicine}”."
            yield Problem("rule-contradiction", place, message, "Keep one of the two.")
        seen.add(rule.medicine)
        for number, key in enumerate(rule.sources):
            if key not in keys:
                source = rules.place("rules", index, "sources", number)
                hint = "Correct the key, or add the reference to the clinic's references.json."
                yield Problem(
                    "citation-unknown", source, f"No reference bears the key “{key}”.", hint
                )
        for message, hint in contradictions(rule):
            yield Problem("rule-contradiction", place, f"“{rule.medicine}”: {message}", hint)
    named = {key for rule in rules.model.rules for key in rule.sources}
    for reference in references:
        if reference.key not in named:
            message = f"No medicine rule names the reference “{reference.key}”."
            hint = (
                f"Put {reference.key} under “sources” of a rule in medicines.yaml, or take it out."
            )
            yield Problem("reference-uncited", reference.place, message, hint)


def _meant(name: str, formulary: Formulary) -> str:
    """A hint with the medicine that was probably meant, by its brand, its name or its spelling."""
    for medicine in formulary.medicines:
        brands = [brand.casefold() for found in medicine.brands.values() for brand in found]
        if name.casefold() in brands:
            return f"{name} is a brand of {medicine.name}: write {medicine.id}."
    ids = {medicine.name.casefold(): medicine.id for medicine in formulary.medicines}
    ids |= {medicine.id: medicine.id for medicine in formulary.medicines}
    close = get_close_matches(name.casefold(), ids, 1, 0.75)
    if close:
        return f"Did you mean “{ids[close[0]]}”?"
    return "Correct the name, or add the medicine to leaflets/formulary.yaml."


def clinic_text_problems(
    loaded: Loaded[Clinic] | Loaded[ClinicMedicines], locales: tuple[str, ...]
) -> Iterator[Problem]:
    """Clinic texts with broken marks, or not in each of the clinic's languages."""
    for loc, text in localized_texts(loaded.model):
        place = loaded.place(*loc)
        for locale in locales:
            if locale not in text.root:
                message = f"The text is not given in “{locale}”, which the clinic has enabled."
                hint = f"Add a line “{locale}: …” beside the other languages."
                yield Problem("text-missing", place, message, hint)
        for locale, words in text.root.items():
            here = loaded.place(*loc, locale)
            if isinstance(text, LocalizedName):
                yield from _name_problems(words, here)
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
        message = "The languages of this text do not have the same strong words and placeholders."
        hint = "Mark the same words with ** in each language, and use the same {placeholders}."
        yield Problem("markup-mismatch", place, message, hint)


def localized_texts(node: object, loc: Loc = ()) -> Iterator[tuple[Loc, LocalizedText]]:
    """Every text in several languages inside a model, with its location in the file."""
    if isinstance(node, LocalizedText):
        yield loc, node
    elif isinstance(node, BaseModel):
        for name, value in node:
            yield from localized_texts(value, (*loc, name))
    elif isinstance(node, tuple):
        for index, value in enumerate(node):
            yield from localized_texts(value, (*loc, index))
