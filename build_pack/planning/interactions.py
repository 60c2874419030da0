"""What the medicines of one patient are to each other, of which no rule of one medicine speaks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_pack.content.models.formulary import BLOOD_THINNERS, AnyMedicine, Medicines
from build_pack.content.models.medicine_rules import Case
from build_pack.planning.visit import TakenMedicine
from build_pack.text.folding import fold_name

_NSAIDS = ("M01A", "M01B", "N02BA")
"""Where the ATC lists anti-inflammatory medicines that are no steroids, and salicylates."""
_SUBSTANCE = len("B01AA03")
"""Signs of a code that stands for one substance."""
_NO_NSAIDS = frozenset({"M01AX05", "M01AX12", "M01AX21", "M01AX25", "M01AX26"})
"""What it lists among them and that does not make bleeding likelier, such as glucosamine."""


@dataclass(frozen=True, slots=True)
class Interactions:
    """What is to be said of medicines that are taken together; each part empty if nothing is."""

    thinners: tuple[TakenMedicine, ...]
    """Two or more that thin the blood, of which the rules do not name each other."""
    several: tuple[TakenMedicine, ...]
    """Two or more that thin the blood, whether rules name each other or not."""
    agreed: tuple[TakenMedicine, ...]
    """These, or a combination of several: whoever prescribed them has to agree."""
    twice: tuple[tuple[TakenMedicine, ...], ...]
    """Entries that are the same medicine, or hold it."""
    with_nsaid: tuple[TakenMedicine, ...]
    """What thins the blood, and the anti-inflammatory painkillers beside it."""


def together(
    taken: Sequence[TakenMedicine],
    medicines: Medicines,
    ruled: frozenset[str],
    choices: Sequence[Iterable[object]] = (),
) -> Interactions:
    """Look at all that one patient takes; `ruled` are the medicines with a rule of their own.

    `choices` are what the rules may say of each, as long as not all is known; only if every case of
    them is for the blood thinners together are they planned.
    """
    thinning = [one for one in taken if thinners(one, medicines, ruled)]
    kinds = frozenset().union(*(thinners(one, medicines, ruled) for one in taken))
    nsaids = [one for one in taken if one not in thinning and is_nsaid(one, medicines)]
    several = thinning if len(kinds) > 1 else []
    mixed = [one for one in taken if sum(thins(medicines[part]) for part in component_ids(one)) > 1]
    possible = {id(one): tuple(some) for one, some in zip(taken, choices, strict=False)}
    of_each = {id(one): thinners(one, medicines, ruled) for one in several}
    agreed = all(
        _speaks_of_all(possible.get(id(one), ()), of_each, id(one), medicines) for one in several
    )
    return Interactions(
        () if agreed else tuple(several),
        tuple(several),
        (*several, *(one for one in mixed if one not in several)),
        tuple(twice(taken, medicines)),
        (*thinning, *nsaids) if thinning and nsaids else (),
    )


def _speaks_of_all(
    choices: Sequence[object],
    of_each: Mapping[int, frozenset[str]],
    at: int,
    medicines: Medicines,
) -> bool:
    """Whether each case that may hold was written for one medicine beside all others that thin.

    Of one that several entries hold, or that is several itself, no case of it speaks.
    """
    others = [kinds for key, kinds in of_each.items() if key != at]
    if any(len(kinds) != 1 or kinds & of_each[at] for kinds in others) or len(of_each[at]) != 1:
        return False
    names = [next(iter(kinds)) for kinds in others]
    if any(name not in medicines for name in names):  # one that is on no list
        return False
    return bool(choices) and all(
        _names_each(choice, [medicines[name] for name in names], medicines) for choice in choices
    )


def _names_each(choice: object, others: Sequence[AnyMedicine], medicines: Medicines) -> bool:
    """Whether a case names each of some blood thinners, or each part of it that thins the blood.

    A name stands for one of them: a class of which two are names neither.
    """
    when = choice.when if isinstance(choice, Case) else None
    named = frozenset(when.with_ or ()) if when else frozenset()
    parts = {other.id: _thinning_parts(other, medicines) for other in others}
    every = [part for some in parts.values() for part in some]
    sure = {name for name in named if sum(name in medicines.named_by(part) for part in every) == 1}
    return all(
        other.id in named or all(sure & medicines.named_by(part) for part in parts[other.id])
        for other in others
    )


def _thinning_parts(medicine: AnyMedicine, medicines: Medicines) -> tuple[AnyMedicine, ...]:
    found = [medicines[part] for part in medicine.components or () if thins(medicines[part])]
    return tuple(found) or (medicine,)


def thinners(
    one: TakenMedicine, medicines: Medicines, ruled: frozenset[str] = frozenset()
) -> frozenset[str]:
    """The blood thinners in what is taken, or what may be one; the same one twice is one.

    A combination for which the clinic has a rule of its own is one: that rule speaks of its parts
    together. This is the one place that says what counts as a blood thinner.
    """
    if one.medicine is None:
        return frozenset({fold_name(one.given)} if one.may_thin else ())
    found = {part for part in component_ids(one) if thins(medicines[part])}
    if (found or thins(one.medicine)) and (not found or one.medicine.id in ruled):
        found = {one.medicine.id}
    return frozenset(found)


def thins(medicine: AnyMedicine) -> bool:
    """Whether a medicine is of a class that thins the blood."""
    return medicine.group in BLOOD_THINNERS


def component_ids(taken: TakenMedicine) -> tuple[str, ...]:
    """The id of a medicine, or those of the parts of a combination."""
    return (taken.medicine.components or (taken.medicine.id,)) if taken.medicine else ()


def is_nsaid(taken: TakenMedicine, medicines: Medicines) -> bool:
    """Whether it is an anti-inflammatory painkiller, or contains one."""
    own = [taken.medicine] if taken.medicine else []
    codes = [
        code
        for one in (*own, *(medicines[part] for part in component_ids(taken)))
        for code in one.atc
    ]
    return any(code.startswith(_NSAIDS) and code not in _NO_NSAIDS for code in codes)


def twice(
    taken: Sequence[TakenMedicine], medicines: Medicines
) -> Iterator[tuple[TakenMedicine, ...]]:
    """Entries that belong together because each shares a medicine with another of them."""
    groups: list[list[TakenMedicine]] = []
    for one in taken:
        shared = [group for group in groups if any(_same(one, other, medicines) for other in group)]
        groups = [group for group in groups if group not in shared]
        groups.append([*(each for group in shared for each in group), one])
    return (tuple(group) for group in groups if len(group) > 1)


def _same(one: TakenMedicine, other: TakenMedicine, medicines: Medicines) -> bool:
    """Whether two entries share a medicine; of one that is not known, whether the name is one."""
    if one.medicine is None or other.medicine is None:
        return one.medicine is other.medicine and fold_name(one.given) == fold_name(other.given)
    differ = bool(one.brand and other.brand) and fold_name(one.brand) != fold_name(other.brand)
    shared = {*component_ids(one)} & {*component_ids(other)}
    return any(not (differ and _is_group(medicines[part])) for part in shared)


def _is_group(medicine: AnyMedicine) -> bool:
    """Whether it stands for several substances, as insulin does: then two brands are two."""
    return not any(len(code) == _SUBSTANCE for code in medicine.atc)
