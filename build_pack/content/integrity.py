"""Faults that one model alone cannot see: between the parts of a file, and between files."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from build_pack.content.clinic import Clinic
from build_pack.content.colour import LEAST_CONTRAST, WHITE, contrast, darker_until
from build_pack.content.leaflet import ItemList, Leaflet, Repeat, Section
from build_pack.content.loading import Loaded
from build_pack.content.markup import PLACEHOLDERS, Citation, MarkupError, Placeholder, parse
from build_pack.content.medicines import ClinicMedicines, Decision, Formulary, Rule
from build_pack.content.model import LocalizedText
from build_pack.content.reading import Loc
from build_pack.content.references import Reference
from build_pack.problems import Place, Problem


def text_problems(text: str, place: Place, references: Iterable[str]) -> Iterator[Problem]:
    """Broken marks, unknown placeholders and unknown citations of one text."""
    try:
        runs = parse(text)
    except MarkupError as error:
        hint = "Write strong text as **text**, citations as [@key], and no other brackets."
        yield Problem("markup-invalid", place, f"{error}.", hint)
        return
    for run in runs:
        if isinstance(run, Placeholder) and run.name not in PLACEHOLDERS:
            known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            message = f"Nothing fills in {{{run.name}}}."
            yield Problem("placeholder-unknown", place, message, f"Use one of {known}.")
        if isinstance(run, Citation):
            for key in sorted(set(run.keys) - set(references)):
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


RESERVED = {"title", "subtitle", "main-message", "disclaimer"} | {
    "summary", "red-flags", "consent", "checklist"
}  # fmt: skip
"""First parts of segment ids that a section of the leaflet cannot take."""


def leaflet_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Ids that stand twice, and repeats of nothing."""
    model = leaflet.model
    yield from _section_ids(leaflet, model.sections, ("sections",), RESERVED)
    reserved = {"introduction", "teach-back", "statements", "refusal"}
    yield from _section_ids(leaflet, model.consent.sections, ("consent", "sections"), reserved)
    blocks = {
        f"{s.id}.{b.id}" for s in model.sections for b in s.blocks if not isinstance(b, Repeat)
    }
    for number, section in enumerate(model.consent.sections):
        for index, block in enumerate(section.blocks):
            if isinstance(block, Repeat) and block.of not in blocks:
                place = leaflet.place("consent", "sections", number, "blocks", index, "of")
                message = f"The leaflet has no block “{block.of}” to repeat."
                yield Problem(
                    "id-unknown", place, message, "Write section.block, as in the leaflet."
                )
    if model.id != leaflet.source.path.parent.name:
        message = f"The id “{model.id}” is not the name of the leaflet's folder."
        yield Problem("value-invalid", leaflet.place("id"), message, "Make the two the same.")


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
            if isinstance(block, Repeat):
                continue
            ids = [block.id, *(block.items if isinstance(block, ItemList) else ())]
            for name in ids:
                if name in inside:
                    yield _duplicate(name, leaflet.place(*loc, number, "blocks", index))
                inside.add(name)


def _duplicate(name: str, place: Place) -> Problem:
    message = f"The id “{name}” is taken already."
    hint = "Ids of blocks and list items must differ within a section, and sections' ids in a file."
    return Problem("id-duplicate", place, message, hint)


def formulary_problems(formulary: Loaded[Formulary]) -> Iterator[Problem]:
    """Medicines that stand twice."""
    seen: set[str] = set()
    for index, medicine in enumerate(formulary.model.medicines):
        if medicine.id in seen:
            yield _duplicate(medicine.id, formulary.place("medicines", index, "id"))
        seen.add(medicine.id)


def clinic_problems(clinic: Loaded[Clinic]) -> Iterator[Problem]:
    """A pale colour, a missing logo, ids that stand twice."""
    brand = clinic.model.brand
    ratio = contrast(brand.colour, WHITE)
    if ratio < LEAST_CONTRAST:
        message = f"{brand.colour} on white has a contrast of only {ratio:.1f}; text needs 4.5."
        shade = darker_until(brand.colour, LEAST_CONTRAST)
        hint = f"Take {shade}, the nearest shade that is dark enough."
        yield Problem("contrast-low", clinic.place("brand", "colour"), message, hint)
    if brand.logo and not (clinic.source.path.parent / brand.logo).is_file():
        message = f"There is no file “{brand.logo}” beside clinic.yaml."
        hint = "Put the logo there, or remove the line."
        yield Problem("file-missing", clinic.place("brand", "logo"), message, hint)
    seen: set[str] = set()
    for index, item in enumerate(clinic.model.checklist):
        if item.id in seen:
            yield _duplicate(item.id, clinic.place("checklist", index, "id"))
        seen.add(item.id)


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
            hint = "Correct the name, or add the medicine to leaflets/formulary.yaml."
            yield Problem("medicine-unknown", place, message, hint)
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
        for message, hint in _contradictions(rule):
            yield Problem("rule-contradiction", place, f"“{rule.medicine}”: {message}", hint)
    yield from uncited(references, (key for rule in rules.model.rules for key in rule.sources))


def _contradictions(rule: Rule) -> Iterator[tuple[str, str]]:
    """Last dose before the procedure, and times only where something is left out."""
    timed = rule.last_dose is not None or rule.restart is not None
    if rule.decision is Decision.WITHHOLD:
        if rule.last_dose is None:
            yield "withheld, but no last dose is given.", "Add last_dose: {day: …, slot: …}."
        elif rule.last_dose.day == 0:
            yield (
                "withheld, yet the last dose is on the day of the procedure.",
                "Give a day before 0.",
            )
        if rule.restart is None:
            yield (
                "withheld, but no restart is given.",
                "Add restart: {day: …}, or {told_by_team: true}.",
            )
    elif rule.decision is not Decision.REDUCE and timed:
        message = f"the decision is “{rule.decision}”, yet there is a last dose or a restart."
        yield message, "Remove these keys, or change the decision to withhold."
    if rule.decision in {Decision.REDUCE, Decision.SWITCH, Decision.ASK} and rule.text is None:
        message = f"the decision is “{rule.decision}”, but no text says how."
        yield message, "Add text: {en: …, tr: …} with a sentence for the patient."
    if rule.decision is not Decision.UNDECIDED:
        for key, given in (("decided", rule.decided), ("sources", rule.sources)):
            if not given:
                yield f"the key “{key}” is missing.", "Say who decided and on what source."


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
            yield from text_problems(words, loaded.place(*loc, locale), ())


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
