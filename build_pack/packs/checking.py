"""All problems of a library and a clinic, without building anything."""

from pathlib import Path

from build_pack.content.library import Library
from build_pack.packs.gathering import gather
from build_pack.problems import Place, Problem, ProblemsError, in_order


def check(library: Library, clinic: Path, locales: tuple[str, ...]) -> tuple[Problem, ...]:
    """Every problem of every leaflet with this clinic, in the order of files and lines."""
    found: set[Problem] = set()
    ids = library.with_clinic(clinic).leaflet_ids()
    if not ids:
        place = Place(library.folders[-1] / "leaflets")
        hint = "Correct the folder that is given with --library."
        found.add(Problem("file-missing", place, "There is no leaflet here.", hint))
    for leaflet_id in ids:
        try:
            found |= set(gather(library, clinic, leaflet_id, locales, draft=False).warnings)
        except ProblemsError as error:
            found |= set(error.problems)
    return in_order(found)
