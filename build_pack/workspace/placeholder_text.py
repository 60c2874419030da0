"""What still stands as in a starter: numbers at which nobody answers, texts to be written."""

from collections.abc import Iterator
from functools import cache
from textwrap import shorten

from build_pack.content.library import shipped_library
from build_pack.content.loaded_content import LoadedContent
from build_pack.content.models.base import LocalizedText
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.walk_values import file_values, walk_values
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Problem, Severity

SAMPLE_LEFT = "sample-left"
_TO_FILL_IN = {"name", "address", "phones"}
TO_WRITE = "Write here"
"""With what each text of a new leaflet begins that only its author can write."""
_SHOWN = 60


def placeholder_problems(materials: LoadedContent, severity: Severity) -> Iterator[Problem]:
    """One problem for each such value of a clinic and of a leaflet."""
    yield from _of_clinic(materials.clinic, severity)
    yield from _of_leaflet(materials.leaflet, severity)


def _of_clinic(clinic: Loaded[Clinic], severity: Severity) -> Iterator[Problem]:
    """One problem for each name, line of the address and number that the starter has as well."""
    for loc, name, value in file_values(clinic):
        if name[0] in _TO_FILL_IN and name[-1] != "purpose" and _starters() & {*_words(value)}:
            said = next(iter(_words(value)))
            message = f"“{said}” is still the sample value."
            hint = "Replace it with your clinic's own."
            yield Problem(SAMPLE_LEFT, clinic.place(*loc), message, hint, severity)


def _of_leaflet(leaflet: Loaded[Leaflet], severity: Severity) -> Iterator[Problem]:
    """One problem for each text that says what to write instead of saying it."""
    for loc, _, value in file_values(leaflet):
        if isinstance(value, str) and value.startswith(TO_WRITE):
            message = f"“{_beginning(value)}” is still the starter text of a new leaflet."
            hint = "Write the text for your patients, or remove it."
            yield Problem(SAMPLE_LEFT, leaflet.place(*loc), message, hint, severity)


def _beginning(text: str) -> str:
    return shorten(text, _SHOWN, placeholder=" …")


@cache
def _starters() -> frozenset[str]:
    starter = load(shipped_library() / "clinics" / "starter" / "clinic.yaml", Clinic)
    found = (value for _, name, value in walk_values(starter.model) if name[0] in _TO_FILL_IN)
    return frozenset(words for value in found for words in _words(value))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, LocalizedText):
        yield from value.root.values()
    else:
        yield str(value)
