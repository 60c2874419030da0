"""A leaflet's diary: questions that are there once, and no citations, for which it has no list."""

from collections.abc import Iterator

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.validation.ids import duplicate_id_problem
from build_pack.content.walk import walk
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem


def diary_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Questions that have one id, and citations."""
    diary = leaflet.model.diary
    if diary is None:
        return
    seen: set[str] = set()
    for index, question in enumerate(diary.questions):
        if question.id in seen:
            hint = "Give each question of the diary an id of its own."
            yield duplicate_id_problem(
                question.id, leaflet.place("diary", "questions", index, "id"), hint
            )
        seen.add(question.id)
    for node in walk(leaflet.model).nodes:
        if node.id[0] == "diary" and "[@" in node.text:
            message = "A diary has no list of references, so its texts cannot cite any."
            hint = "Remove the citation, and cite the source in a section of the leaflet."
            yield Problem("value-invalid", leaflet.place(*node.loc), message, hint)
