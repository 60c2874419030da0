"""The exact texts that are signed: all that the packs of one leaflet print in one locale."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from build_pack.content.blocks import Repeat
from build_pack.content.kinds import Kind
from build_pack.content.leaflet import Leaflet
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.loading import Loaded
from build_pack.content.materials import Materials
from build_pack.content.model import LocalizedText
from build_pack.content.parts import parts
from build_pack.content.references import Reference
from build_pack.content.tree import Loc
from build_pack.documents.figures import shown_in
from build_pack.documents.sources import Catalogs
from build_pack.problems import Place
from build_pack.translation.catalog import Catalog, State
from build_pack.translation.digests import digest
from build_pack.translation.passages import consent_passages
from build_pack.translation.pofile import Words, forms

ALL = frozenset(Kind)
_MEDICINES = frozenset({Kind.MEDICINES, Kind.CHECKLIST})
Kinds = frozenset[Kind]


class Part(StrEnum):
    """What a signed text belongs to."""

    LEAFLET = "leaflet"
    WORDS = "words"
    """The words of the templates and of composed sentences."""
    NAMES = "names"
    """The formulary: names of medicines, and what is in them."""
    CLINIC = "clinic"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it would be signed."""

    id: str
    locale: str
    part: Part
    source: str
    target: str
    state: State
    """Only a translated text can be signed."""
    place: Place
    kinds: Kinds
    """The documents that print it."""

    @property
    def digest(self) -> str:
        """What a signature holds: the same digest, the same words in both languages."""
        return text_digest(self.id, self.locale, self.source, self.target)


def text_digest(name: str, locale: str, source: str, target: str) -> str:
    """The digest of one text in one locale."""
    return digest(name, locale, source, target)


def texts_of(materials: Materials, catalogs: Catalogs, locale: str) -> tuple[Text, ...]:
    """Everything that decides on what the packs of a leaflet say in a locale, in print order.

    Beside the segments: the order of the leaflet, its references, the clinic's details, texts and
    medicine rules, value by value. Each id stands once.
    """
    leaflet = materials.leaflet
    prints = _Printing(leaflet.model)
    lines = "\n".join(_outline(leaflet.model))
    return (
        _same(f"{leaflet.model.id}.outline", locale, Part.LEAFLET, lines, leaflet.place()),
        *_segments(catalogs.leaflet, Part.LEAFLET, prints),
        *_drawings(materials, locale),
        *_references(materials.references, f"{leaflet.model.id}/", locale, Part.LEAFLET, ALL),
        *_segments(catalogs.ui, Part.WORDS, lambda _: ALL),
        _same("ui.po:plural-forms", locale, Part.WORDS, catalogs.ui.plural_expr, leaflet.place()),
        *_segments(catalogs.medicines, Part.NAMES, lambda _: _MEDICINES),
        *_values(materials.formulary, "formulary.yaml", locale, Part.NAMES, _MEDICINES),
        *_values(
            materials.clinic, "clinic.yaml", locale, Part.CLINIC, ALL, _Others(materials)
        ),
        *_values(materials.rules, "medicines.yaml", locale, Part.RULES, _MEDICINES),
        *_references(materials.clinic_references, "", locale, Part.RULES, _MEDICINES),
    )  # fmt: skip


def _same(name: str, locale: str, part: Part, words: str, place: Place, kinds: Kinds = ALL) -> Text:
    """A text that is the same in every language."""
    return Text(name, locale, part, words, words, State.TRANSLATED, place, kinds)


_PRINTING = {
    "title": ALL,
    "consent": frozenset({Kind.CONSENT}),
    "checklist": frozenset({Kind.CHECKLIST}),
    "diary": frozenset({Kind.DIARY}),
    "medicine-signs": frozenset({Kind.MEDICINES}),
    "red-flags": frozenset({Kind.LEAFLET, Kind.CHECKLIST}),
}
"""The documents that print a part of a leaflet, by the first word of its segments."""


class _Printing:
    """Which documents print a segment of a leaflet."""

    def __init__(self, leaflet: Leaflet) -> None:
        self._leaflet = leaflet
        sections = consent_passages(leaflet).values()
        self._in_consent = {name for section in sections for name in section.texts}
        repeating = leaflet.consent.sections if leaflet.consent else ()
        blocks = (block for section in repeating for block in section.blocks)
        again = [block.of for block in blocks if isinstance(block, Repeat)]
        self._parts_in_consent = tuple(f"{leaflet.id}.{block}." for block in again)

    def __call__(self, name: str) -> Kinds:
        inside = name.removeprefix(f"{self._leaflet.id}.")
        part = inside.partition(".")[0]
        if part in _PRINTING:
            return _PRINTING[part]
        again = name in self._in_consent or name.startswith(self._parts_in_consent)
        return frozenset({Kind.LEAFLET, Kind.CONSENT} if again else {Kind.LEAFLET})


def _outline(leaflet: Leaflet) -> Iterator[str]:
    """What is printed in which order, and how: without it a text could go and nobody would see."""
    yield f"code {leaflet.code}, version {leaflet.version}"
    yield f"issued {leaflet.issued}, review by {leaflet.review_by}"
    for _loc, name, value in parts(leaflet):
        if name[0] in _OUTLINED and not _FOR_STAFF.intersection(name):
            kept = f" {value}" if name[-1] in _KEPT or "regions" in name[-2:] else ""
            yield ".".join(name) + kept


_OUTLINED = frozenset(
    {
        "regions",
        "summary",
        "sections",
        "red_flags",
        "medicine_signs",
        "consent",
        "checklist",
        "diary",
    }
)


_KEPT = frozenset(
    {"type", "id", "style", "tone", "of", "drawing", "people", "answer", "at_baseline"}
)
"""Keys of which the value says how something is printed, and not what."""

_FOR_STAFF = frozenset({"covers", "not_covered"})
"""Keys of what is never printed."""


def _drawings(materials: Materials, locale: str) -> Iterator[Text]:
    """Each drawing by the digest of its file: one that is changed has not been seen by anyone."""
    leaflet = materials.leaflet.model
    shown = shown_in(leaflet)
    for drawing in (one for one in materials.drawings if one.name in shown):
        name = f"{leaflet.id}/figures/{drawing.path.name}"
        place, kinds = Place(drawing.path), frozenset(shown[drawing.name])
        yield _same(name, locale, Part.LEAFLET, f"SHA-256 {drawing.digest}", place, kinds)


def _segments(catalog: Catalog, part: Part, prints: Callable[[str], Kinds]) -> Iterator[Text]:
    for name, one in catalog.translations.items():
        plural = one.segment.plural
        source = (one.segment.source, plural) if plural else one.segment.source
        yield Text(
            name, catalog.locale, part, _joined(source), _joined(one.words),
            one.state, one.place, prints(name),
        )  # fmt: skip


def _joined(words: Words) -> str:
    """One text, or all plural forms in a way that no other forms could have."""
    return words if isinstance(words, str) else json.dumps(forms(words), ensure_ascii=False)


def _references(
    references: tuple[Reference, ...], folder: str, locale: str, part: Part, kinds: Kinds
) -> Iterator[Text]:
    for reference in references:
        words = json.dumps(reference.csl, ensure_ascii=False, sort_keys=True)
        name = f"{folder}references.json:{reference.key}"
        yield _same(name, locale, part, words, reference.place, kinds)


_ONE_BY_ONE = frozenset({"rules", "checklist", "medicines", "diaries"})
"""Lists of which each item is signed by itself; of the other keys, each as a whole."""

_UNSAID = frozenset({"id", "brand", "locales", "packs"})
"""Keys at the top of a file that say nothing to a patient."""

_ONLY = {"diaries": frozenset({Kind.DIARY})}
"""Keys at the top of a file that not all of its documents print."""


class _Others:
    """What a clinic says for other leaflets than the one at hand."""

    def __init__(self, materials: Materials) -> None:
        self._clinic = materials.clinic.model
        self._leaflet = materials.leaflet.model.id

    def __call__(self, loc: Loc) -> bool:
        match loc:
            case ("checklist", int(index), *_):
                return not self._clinic.checklist[index].is_for(self._leaflet)
            case ("diaries", int(index), *_):
                return self._clinic.diaries[index].leaflet != self._leaflet
            case ("fasting", *_):
                fasting = self._clinic.fasting
                return fasting is not None and not fasting.is_for(self._leaflet)
        return False


def _nobodys(_loc: Loc) -> bool:
    return False


def _values(
    loaded: Loaded[Any],
    file: str,
    locale: str,
    part: Part,
    kinds: Kinds,
    is_others: Callable[[Loc], bool] = _nobodys,
) -> Iterator[Text]:
    """What a person wrote into a file, as lines of “key: value”, a text for each thing in it.

    First an outline: what is in the file, in which order. Without it a rule could go unseen.
    """
    groups: dict[tuple[str, ...], list[_Line]] = {}
    written = (part for part in parts(loaded.model) if part[1][0] not in _UNSAID)
    for loc, name, value in written:
        if is_others(loc):
            continue
        depth = 2 if name[0] in _ONE_BY_ONE else 1
        line = _Line(".".join(name[depth:]), value, loaded.place(*loc[:depth]))
        groups.setdefault(name[:depth], []).append(line)
    outline = "\n".join(map(".".join, groups))
    yield _same(f"{file}:outline", locale, part, outline, loaded.place(), kinds)
    for name, lines in groups.items():
        there = all(line.is_in(locale) for line in lines)
        yield Text(
            f"{file}:{'.'.join(name)}", locale, part,
            "\n".join(line.words(SOURCE_LOCALE) for line in lines),
            "\n".join(line.words(locale) for line in lines),
            State.TRANSLATED if there else State.MISSING, lines[0].place,
            _ONLY.get(name[0], kinds),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """One value with its key."""

    key: str
    value: object
    place: Place

    def is_in(self, locale: str) -> bool:
        return not isinstance(self.value, LocalizedText) or locale in self.value.root

    def words(self, locale: str) -> str:
        value = self.value.words(locale) if isinstance(self.value, LocalizedText) else self.value
        # Only a text of one line stands as it is: nothing else can be taken for it.
        plain = isinstance(value, str) and "\n" not in value
        said = value if plain else json.dumps(value, ensure_ascii=False, default=str)
        return f"{self.key}: {said}" if self.key else str(said)
