"""The codes of leaflets: each leaflet has one of its own, since documents are known by it."""

import re
from collections.abc import Iterator
from contextlib import suppress

from build_pack.content.library import Library
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.validation.ids import duplicate_id_problem
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem, ProblemsError
from build_pack.storage.text_files import read_bytes

_CODE = re.compile(r"^code: *[\"']?([A-Z0-9]+)", re.MULTILINE)


def leaflet_codes(library: Library) -> Iterator[tuple[str, str]]:
    """The id and the code of each leaflet, of those too that have faults."""
    for name in library.leaflet_ids():
        path = library.leaflet_folder(name) / "leaflet.yaml"
        with suppress(ProblemsError):  # told where this leaflet is read
            if found := _CODE.search(read_bytes(path).decode(errors="replace")):
                yield name, found[1]


def leaflet_code_problems(leaflet: Loaded[Leaflet], library: Library) -> Iterator[Problem]:
    """A code that another leaflet has as well."""
    model = leaflet.model
    for name, code in leaflet_codes(library):
        if code == model.code and name != model.id:
            hint = f"Give this leaflet another code: “{name}” already uses it."
            yield duplicate_id_problem(code, leaflet.place("code"), hint)
