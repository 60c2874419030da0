"""What a new leaflet may be called: its id, its title and its code."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from build_pack.content.library import Library
from build_pack.content.models.clinic import Clinic
from build_pack.content.validation.leaflet import RESERVED_IDS, leaflet_codes
from build_pack.content.validation.texts import name_problems
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem
from build_pack.text.hidden_characters import HIDDEN_HINT, hidden_character
from build_pack.text.keywords import id_like
from build_pack.text.patterns import ID, IN_WORDS

_LONGEST_ID, _LONGEST_TITLE = 60, 120
_SHORTEST_CODE, _LONGEST_CODE = 2, 8


def id_problems(library: Library, leaflet_id: str, folder: Path) -> Iterator[Problem]:
    """An id that is none, that nobody may take, or that is taken; `folder` is for leaflets."""
    if not re.fullmatch(ID, leaflet_id) or len(leaflet_id) > _LONGEST_ID:
        message = f"“{leaflet_id}” cannot be the id of a leaflet."
        hint = f"{IN_WORDS[ID]} At most {_LONGEST_ID} characters.{_example(leaflet_id)}"
        yield Problem("value-invalid", Place(folder), message, hint)
    elif leaflet_id in RESERVED_IDS:
        message = f"“{leaflet_id}” cannot be the id of a leaflet: it is reserved."
        yield Problem("value-invalid", Place(folder), message, "Choose another id.")
    elif leaflet_id in library.leaflet_ids():
        place = Place(library.leaflet_folder(leaflet_id))
        message = f"The leaflet “{leaflet_id}” already exists."
        yield Problem("id-duplicate", place, message, "Choose another id.")
    elif (path := folder / leaflet_id).exists():
        hint = "Choose another id, or move away what is there."
        yield Problem(
            "file-exists", Place(path), "A file or folder with this name already exists.", hint
        )


def _example(text: str) -> str:
    """A good id that is near to one that is none."""
    near = id_like(text, _LONGEST_ID)
    return f" For example: {near}" if near else ""


def pack_problems(clinic: Loaded[Clinic], leaflet_id: str) -> Iterator[Problem]:
    """A pack of the clinic that has the id: nobody could tell which of the two is meant."""
    for index, pack in enumerate(clinic.model.packs):
        if pack.id == leaflet_id:
            message = f"The clinic already has a pack “{leaflet_id}”."
            place = clinic.place("packs", index, "id")
            yield Problem("id-duplicate", place, message, "Choose another id for the leaflet.")


def title_problems(title: str) -> Iterator[Problem]:
    """A title that is too long, or that cannot be printed as it is."""
    place = Place(Path("--title"))
    if found := hidden_character(title):
        message = f"The title contains the invisible character {found[1]}."
        yield Problem("character-forbidden", place, message, HIDDEN_HINT)
    if len(title) > _LONGEST_TITLE:
        hint = "Write only the name of the procedure; use the subtitle for explanations."
        message = f"The title has more than {_LONGEST_TITLE} characters."
        yield Problem("value-invalid", place, message, hint)
    yield from name_problems(title, place)


def title_of(leaflet_id: str) -> str:
    """The title of a leaflet of which only the id is known."""
    return leaflet_id.replace("-", " ").capitalize()


def free_code(library: Library, leaflet_id: str) -> str:
    """The first code made from the id that no leaflet of the library has."""
    taken = {code for _, code in leaflet_codes(library)}
    return next(code for code in _possible_codes(leaflet_id) if code not in taken)


def _possible_codes(leaflet_id: str) -> Iterator[str]:
    """The initials of an id, then with more letters of its last word, then with a number."""
    words = leaflet_id.upper().split("-")
    initials, rest = "".join(word[0] for word in words), words[-1][1:]
    for more in range(_LONGEST_CODE):
        code = (initials + rest[:more])[:_LONGEST_CODE]
        if len(code) >= _SHORTEST_CODE:
            yield code
    for number in count(2):
        ending = str(number)
        yield initials[: _LONGEST_CODE - len(ending)] + ending
