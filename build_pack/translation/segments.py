"""Segments: the translatable texts of a leaflet or the formulary, in the order of the document."""

from collections import defaultdict
from dataclasses import dataclass, replace

from build_pack.content.models.document_kinds import DocumentKind, Kinds, kinds_printing
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.warning_signs import ANSWERS, WarningSigns
from build_pack.content.walk import walk
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place
from build_pack.storage.memoization import memoized_by_content


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable text with its stable id, which is the msgctxt of its catalog entry."""

    id: str
    source: str
    place: Place
    plural: str | None = None
    """The English plural, for texts that depend on a number."""
    note: str = ""
    """What the translator should know."""
    kinds: frozenset[DocumentKind] = frozenset()
    """The documents that may print it; of a medicine's name it is not said."""

    @property
    def filled(self) -> bool:
        """Whether Python's % fills the text: all of templates, and others with `%(name)s`."""
        return self.place.path.suffix == ".jinja" or "%(" in self.source


@memoized_by_content
def leaflet_segments(leaflet: Loaded[Leaflet]) -> tuple[Segment, ...]:
    """All segments of a leaflet, in document order."""
    return tuple(
        Segment(
            segment_id(leaflet.model.id, *node.id),
            node.text,
            leaflet.place(*node.loc),
            note=node.role.note,
            kinds=node.kinds,
        )
        for node in walk(leaflet.model).nodes
    )


@memoized_by_content
def sign_segments(signs: Loaded[WarningSigns]) -> tuple[Segment, ...]:
    """What is said before the warning signs, and each of them; which leaflet prints it is its."""
    return tuple(
        Segment(sign_id(*node.id), node.text, signs.place(*node.loc), note=node.role.note)
        for node in signs.model.texts()
    )


def used_signs(leaflet: Loaded[Leaflet], signs: Loaded[WarningSigns] | None) -> tuple[Segment, ...]:
    """The warning signs that a leaflet names, and what is said before them, with its documents."""
    if signs is None:
        return ()
    kinds: defaultdict[str, Kinds] = defaultdict(frozenset)
    for part, names in sign_ids(leaflet.model, signs.model).items():
        for name in names:
            kinds[name] |= kinds_printing(part)
    found = (one for one in sign_segments(signs) if one.id in kinds)
    return tuple(replace(one, kinds=kinds[one.id]) for one in found)


def sign_ids(leaflet: Leaflet, signs: WarningSigns) -> dict[str, tuple[str, ...]]:
    """What each part of a leaflet prints of the library, such as `red-flags`, in print order."""
    return {
        key.replace("_", "-"): tuple(
            name
            for answer, chosen in signs.by_answer(names)
            for name in (sign_id(ANSWERS, answer), *map(sign_id, chosen))
        )
        for key, names in leaflet.named_signs()
    }


def sign_id(*parts: str) -> str:
    """The segment id of a warning sign, or of what is said before the signs of an answer."""
    return segment_id("warning-signs", *parts)


def segment_id(*parts: str) -> str:
    """Join the parts of a segment id: leaflet, section, block or item."""
    return ".".join(parts)


def medicine_id(medicine: str) -> str:
    """The segment id of a medicine's name."""
    return segment_id("medicine", medicine)


def class_id(name: str) -> str:
    """The segment id of the name of a class of medicines."""
    return segment_id("class", name)


@memoized_by_content
def formulary_segments(formulary: Loaded[Formulary]) -> tuple[Segment, ...]:
    """The names of all classes and medicines, in the order of the file."""
    classes = (
        Segment(
            class_id(name),
            one.name,
            formulary.place("classes", name, "name"),
            note=", ".join(one.atc),
        )
        for name, one in formulary.model.classes.items()
    )
    medicines = (
        Segment(
            medicine_id(medicine.id),
            medicine.name,
            formulary.place("medicines", index, "name"),
            note=", ".join(medicine.atc),
        )
        for index, medicine in enumerate(formulary.model.medicines)
    )
    return (*classes, *medicines)
