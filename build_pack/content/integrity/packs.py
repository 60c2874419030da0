"""What a clinic says of leaflets by their ids: its packs, diaries, checklist and fasting."""

from collections.abc import Iterator

from build_pack.content.clinic import Clinic
from build_pack.content.integrity.ids import duplicate, likely
from build_pack.content.kinds import Kind
from build_pack.content.leaflet import Leaflet
from build_pack.content.loading import Loaded
from build_pack.content.tree import Loc
from build_pack.problems import Problem


def leaflet_id_problems(clinic: Loaded[Clinic], leaflets: tuple[str, ...]) -> Iterator[Problem]:
    """Leaflets that there are not, and packs and diaries that stand twice."""
    for loc, name in _named(clinic.model):
        if name not in leaflets:
            message = f"There is no leaflet “{name}”."
            hint = likely(name, leaflets, f"Choose from: {', '.join(leaflets)}.")
            yield Problem("id-unknown", clinic.place(*loc), message, hint)
    taken = set(leaflets)
    for index, pack in enumerate(clinic.model.packs):
        if pack.id in taken:
            hint = "Give each pack an id of its own, which no leaflet bears."
            yield duplicate(pack.id, clinic.place("packs", index, "id"), hint)
        taken.add(pack.id)
    seen: set[str] = set()
    for index, times in enumerate(clinic.model.diaries):
        if times.leaflet in seen:
            hint = "Keep one of the two."
            yield duplicate(times.leaflet, clinic.place("diaries", index, "leaflet"), hint)
        seen.add(times.leaflet)


def _named(clinic: Clinic) -> Iterator[tuple[Loc, str]]:
    """Each leaflet that is named, and where."""
    for index, item in enumerate(clinic.checklist):
        for number, name in enumerate(item.leaflets or ()):
            yield ("checklist", index, "leaflets", number), name
    for number, name in enumerate((clinic.fasting and clinic.fasting.leaflets) or ()):
        yield ("fasting", "leaflets", number), name
    for index, times in enumerate(clinic.diaries):
        yield ("diaries", index, "leaflet"), times.leaflet
    for index, pack in enumerate(clinic.packs):
        for number, one in enumerate(pack.documents):
            yield ("packs", index, "documents", number, "leaflet"), one.leaflet


def leaflet_use_problems(clinic: Loaded[Clinic], leaflet: Leaflet) -> Iterator[Problem]:
    """Documents that a leaflet has not, and times that are none of its diary."""
    for index, pack in enumerate(clinic.model.packs):
        for number, one in enumerate(pack.documents):
            if one.leaflet == leaflet.id and one.document not in leaflet.kinds:
                place = clinic.place("packs", index, "documents", number, "document")
                message = f"The leaflet “{leaflet.id}” has no document “{one.document}”."
                hint = f"Choose from: {', '.join(leaflet.kinds)}."
                yield Problem("value-invalid", place, message, hint)
    for index, times in enumerate(clinic.model.diaries):
        if times.leaflet != leaflet.id:
            continue
        if leaflet.diary is None:
            message = f"The leaflet “{leaflet.id}” has no {Kind.DIARY}."
            hint = "Take these lines out, or correct the leaflet."
            place = clinic.place("diaries", index, "leaflet")
            yield Problem("value-invalid", place, message, hint)
        elif times.rhythm is not leaflet.diary.type:
            message = f"The diary of “{leaflet.id}” is not written at such times."
            hint = (
                "Give minutes and hours for an hourly diary, and days, weeks and months for one "
                "of the follow-up."
            )
            yield Problem("value-invalid", clinic.place("diaries", index), message, hint)
