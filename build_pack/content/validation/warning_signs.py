"""Signs that a leaflet names, and its library of warning signs."""

from collections.abc import Iterator

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.warning_signs import ANSWERS, WarningSigns
from build_pack.content.validation.ids import IN_LEAFLETS, duplicate_id_problem, suggestion_hint
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem


def sign_problems(
    leaflet: Loaded[Leaflet], signs: Loaded[WarningSigns] | None
) -> Iterator[Problem]:
    """Ids of no sign, or of one that is named twice; a sign whose id is taken."""
    known = signs.model.signs if signs else {}
    for key, names in leaflet.model.named_signs():
        for number, name in enumerate(names):
            place = leaflet.place(key, "signs", number)
            if name in names[:number]:
                yield duplicate_id_problem(name, place, IN_LEAFLETS)
            elif name not in known:
                message = f"The library of warning signs has no sign “{name}”."
                hint = suggestion_hint(name, known, "Add it to leaflets/warning-signs.yaml.")
                yield Problem("id-unknown", place, message, hint)
    if signs and ANSWERS in known:
        yield duplicate_id_problem(ANSWERS, signs.key_place("signs", ANSWERS), IN_LEAFLETS)
