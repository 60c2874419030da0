"""What a clinic says of leaflets by their ids: packs, diaries, blanks, checklist and fasting."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from build_pack.content.models.clinic import Clinic
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.validation.ids import duplicate_id_problem, suggestion_hint
from build_pack.content.walk import walk
from build_pack.content.yaml.loading import Loaded
from build_pack.content.yaml.source_file import SourceFile, read
from build_pack.problems import Loc, Problem, ProblemsError
from build_pack.text.patterns import ID


def leaflet_id_problems(clinic: Loaded[Clinic], leaflets: tuple[str, ...]) -> Iterator[Problem]:
    """Leaflets that there are not, and packs, diaries and blanks that appear twice."""
    yield from _unknown(clinic.source, leaflets)
    taken = set(leaflets)
    for index, pack in enumerate(clinic.model.packs):
        if pack.id in taken:
            hint = "Give each pack an id of its own that no leaflet has."
            yield duplicate_id_problem(pack.id, clinic.place("packs", index, "id"), hint)
        taken.add(pack.id)
    seen: set[str] = set()
    for index, times in enumerate(clinic.model.diaries):
        if times.leaflet in seen:
            hint = "Keep one of the two."
            yield duplicate_id_problem(
                times.leaflet, clinic.place("diaries", index, "leaflet"), hint
            )
        seen.add(times.leaflet)
    answered: set[tuple[str, str]] = set()
    for index, one in enumerate(clinic.model.blanks):
        if (one.leaflet, one.id) in answered:
            yield duplicate_id_problem(
                one.id, clinic.place("blanks", index, "id"), "Keep one of the two."
            )
        answered.add((one.leaflet, one.id))


def unread_leaflet_problems(path: Path, leaflets: tuple[str, ...]) -> Iterator[Problem]:
    """Leaflets that there are not, named in a file whose other faults keep it from being used."""
    with suppress(ProblemsError):  # it is told already
        yield from _unknown(read(path), leaflets)


def _unknown(source: SourceFile, leaflets: tuple[str, ...]) -> Iterator[Problem]:
    for loc, name in _named(source.data, ()):
        if name not in leaflets:
            message = f"There is no leaflet “{name}”."
            hint = suggestion_hint(name, leaflets, f"Choose from: {', '.join(leaflets)}.")
            yield Problem("id-unknown", source.place(loc), message, hint)


def _named(data: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Each id of a leaflet under “leaflet” and “leaflets”, and where."""
    match data:
        case dict():
            parts = list(data.items())
        case list():
            parts = list(enumerate(data))
        case str() if {*loc[-1:]} & {"leaflet"} or {*loc[-2:-1]} & {"leaflets"}:
            if re.fullmatch(ID, data):
                yield loc, data
            return
        case _:
            return
    for key, value in parts:
        yield from _named(value, (*loc, key))


def leaflet_use_problems(clinic: Loaded[Clinic], leaflet: Leaflet) -> Iterator[Problem]:
    """Documents and blanks that a leaflet has not, and times that are none of its diary."""
    yield from _blank_problems(clinic, leaflet)
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
            message = f"The leaflet “{leaflet.id}” has no diary."
            hint = "Remove these lines, or correct the leaflet."
            place = clinic.place("diaries", index, "leaflet")
            yield Problem("value-invalid", place, message, hint)
        elif times.rhythm is not leaflet.diary.type:
            message = f"The diary of “{leaflet.id}” does not use such times."
            hint = (
                "Use minutes and hours for an hourly diary, and days, weeks and months for a "
                "follow-up diary."
            )
            yield Problem("value-invalid", clinic.place("diaries", index), message, hint)


def _blank_problems(clinic: Loaded[Clinic], leaflet: Leaflet) -> Iterator[Problem]:
    """Answers to blanks that the consent form of a leaflet has not."""
    blanks = tuple(walk(leaflet).consent_blanks())
    for index, one in enumerate(clinic.model.blanks):
        if one.leaflet == leaflet.id and one.id not in blanks:
            message = f"The consent form of “{leaflet.id}” has no blank “{one.id}”."
            choose = f"Choose from: {', '.join(blanks)}." if blanks else "Remove these lines."
            hint = suggestion_hint(one.id, blanks, choose)
            yield Problem("id-unknown", clinic.place("blanks", index, "id"), message, hint)
