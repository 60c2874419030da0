"""What a clinic's files say, as texts that are signed: value by value, for one leaflet."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from build_pack.approvals.approval_text import ApprovalPart, ApprovalText, same
from build_pack.approvals.document_usage import NONE, Name, Prints
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.models.base import LocalizedText
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.document_kinds import Kinds
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.walk_values import file_values
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place
from build_pack.translation.catalog import TranslationState

_ONE_BY_ONE = frozenset({"rules", "checklist", "blanks", "medicines", "diaries"})
"""Lists of which each item is signed by itself; of the other keys, each as a whole."""

_LISTS = frozenset({"others", "other_blood_thinners"})
"""Lists of names, without a key to each."""

_UNSAID = frozenset({"id", "locales", "packs"})
"""Keys at the top of a file that say nothing to a patient."""


def _never(_loc: Loc) -> bool:
    return False


@dataclass(frozen=True)
class ValueScope:
    """What of a file is said for one leaflet, and what reads differently for another."""

    leaflet: str = ""
    is_others: Callable[[Loc], bool] = _never
    """Whether a value is for other leaflets alone."""
    differs: Callable[[Loc], bool] = _never
    """Whether a thing holds values for other leaflets: then its text is this leaflet's own."""

    def name(self, name: str, loc: Loc) -> str:
        """The id of a text: two leaflets never sign different words under one id."""
        return f"{self.leaflet}/{name}" if self.differs(loc) else name


def clinic_scope(clinic: Clinic, leaflet: str) -> ValueScope:
    """What `clinic.yaml` says for a leaflet; its outline is each leaflet's own."""

    def is_others(loc: Loc) -> bool:
        match loc:
            case ("checklist", int(index), *_):
                return not clinic.checklist[index].is_for(leaflet)
            case ("blanks", int(index), *_):
                return clinic.blanks[index].leaflet != leaflet
            case ("diaries", int(index), *_):
                return clinic.diaries[index].leaflet != leaflet
            case ("fasting", *_):
                return clinic.fasting is not None and not clinic.fasting.is_for(leaflet)
        return False

    return ValueScope(leaflet, is_others, lambda loc: loc == ())


def rules_scope(rules: ClinicMedicines, leaflet: str) -> ValueScope:
    """What `medicines.yaml` says for a leaflet: of a rule, the cases that can be for it."""

    def leaflets(index: int, case: int) -> tuple[str, ...] | None:
        when = rules.rules[index].cases[case].when
        return when.leaflets if when else None

    def is_others(loc: Loc) -> bool:
        match loc:
            case ("rules", int(index), "cases", int(case), *_):
                return leaflet not in (leaflets(index, case) or (leaflet,))
        return False

    def differs(loc: Loc) -> bool:
        match loc:
            case ("rules", int(index)):
                cases = range(len(rules.rules[index].cases))
                return any(leaflets(index, case) for case in cases)
        return False

    return ValueScope(leaflet, is_others, differs)


def value_texts(
    loaded: Loaded[Any],
    file: str,
    locale: str,
    part: ApprovalPart,
    prints: Prints,
    scope: ValueScope | None = None,
) -> Iterator[ApprovalText]:
    """What a person wrote into a file, as lines of “key: value”, a text for each thing in it.

    First outlines: which keys the file has, and what is in each of its lists, in which order.
    Without them a rule could go unseen.
    """
    scope = scope or ValueScope()
    groups: dict[Name, list[_ValueLine]] = {}
    places: dict[Name, Loc] = {}
    for loc, name, value in file_values(loaded):
        if name[0] in _UNSAID or scope.is_others(loc):
            continue
        depth = 2 if name[0] in _ONE_BY_ONE else 1
        key, place = _key(name, depth), loaded.place(*loc[:depth])
        groups.setdefault(name[:depth], []).append(_ValueLine(key, value, place, prints(name)))
        places[name[:depth]] = loc[:depth]
    outline = scope.name(f"{file}:outline", ())
    keys = list(dict.fromkeys(name[0] for name in groups))
    yield same(outline, locale, part, "\n".join(keys), loaded.place(), NONE)
    for key in (key for key in keys if key in _ONE_BY_ONE):
        of_key = {name: lines for name, lines in groups.items() if name[0] == key}
        kinds = frozenset().union(*map(_kinds, of_key.values()))
        items = "\n".join(map(".".join, of_key))
        yield same(f"{outline}:{key}", locale, part, items, loaded.place(key), kinds)
    for name, found in groups.items():
        named = scope.name(f"{file}:{'.'.join(name)}", places[name])
        yield _text(named, locale, part, found)


def _key(name: Name, depth: int) -> str:
    """What is before a value: of a list of names nothing, or a new one would change all."""
    return "" if name[0] in _LISTS else ".".join(name[depth:])


def _text(name: str, locale: str, part: ApprovalPart, lines: "list[_ValueLine]") -> ApprovalText:
    """Some values as one text; a document that prints only some of them has its own share."""
    kinds = _kinds(lines)
    shares = {kind: [line for line in lines if kind in line.kinds] for kind in kinds}
    partly = ((kind, own) for kind, own in sorted(shares.items()) if len(own) < len(lines))
    there = all(line.is_in(locale) for line in lines)
    return ApprovalText(
        name, locale, part, _joined(lines, SOURCE_LOCALE), _joined(lines, locale),
        TranslationState.TRANSLATED if there else TranslationState.MISSING, lines[0].place, kinds,
        tuple((kind, _joined(own, locale)) for kind, own in partly),
    )  # fmt: skip


def _kinds(lines: "list[_ValueLine]") -> Kinds:
    return frozenset().union(*(line.kinds for line in lines))


def _joined(lines: "list[_ValueLine]", locale: str) -> str:
    return "\n".join(line.words(locale) for line in lines)


@dataclass(frozen=True, slots=True)
class _ValueLine:
    """One value with its key."""

    key: str
    value: object
    place: Place
    kinds: Kinds

    def is_in(self, locale: str) -> bool:
        return not isinstance(self.value, LocalizedText) or locale in self.value.root

    def words(self, locale: str) -> str:
        value = self.value.words(locale) if isinstance(self.value, LocalizedText) else self.value
        # Only a text of one line stands as it is: nothing else can be taken for it.
        plain = isinstance(value, str) and "\n" not in value
        said = value if plain else json.dumps(value, ensure_ascii=False, default=str)
        return f"{self.key}: {said}" if self.key else str(said)
