"""The conditions of cases: ids that the clinic or the library declares."""

from collections.abc import Collection, Iterator, Mapping

from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.regions import Region
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Problem

_DECLARED = {"kidney": "kidney_bands", "indications": "indications", "doses": "doses"}
"""The keys of the file that declare the ids for a key of `when`."""

Vocabulary = Mapping[str, Collection[str]]
"""What each key of `when` can list."""


def vocabulary(rules: ClinicMedicines, leaflets: Collection[str]) -> Vocabulary:
    """What a clinic's cases can depend on."""
    declared = {key: tuple(getattr(rules, name)) for key, name in _DECLARED.items()}
    return {"leaflets": leaflets, "regions": [region.value for region in Region], **declared}


def condition_problems(
    rules: Loaded[ClinicMedicines], index: int, known: Vocabulary
) -> Iterator[Problem]:
    """Ids that nothing declares, and values that appear twice."""
    for number, case in enumerate(rules.model.rules[index].cases):
        for key, listed in case.when or ():
            loc = ("rules", index, "cases", number, "when", key)
            yield from _listed_problems(rules, loc, listed or (), known[key])


def _listed_problems(
    rules: Loaded[ClinicMedicines], loc: Loc, listed: tuple[str, ...], known: Collection[str]
) -> Iterator[Problem]:
    for number, name in enumerate(listed):
        place = rules.place(*loc, number)
        if name in listed[:number]:
            message = f"“{name}” appears twice in this list."
            yield Problem("value-invalid", place, message, "Remove one of the two.")
        elif name not in known:
            key = str(loc[-1])
            message, hint = f"There is no leaflet “{name}”.", "Correct the id."
            if key in _DECLARED:
                message = f"“{_DECLARED[key]}” does not contain “{name}”."
                hint = f"Correct the id, or add it under “{_DECLARED[key]}”."
            yield Problem("id-unknown", place, message, suggestion_hint(name, known, hint))
