"""What a clinic's file still has from the starter: numbers at which nobody answers."""

from collections.abc import Iterator
from functools import cache

from build_pack.content.clinic import Clinic
from build_pack.content.library import shipped_library
from build_pack.content.loading import Loaded, load
from build_pack.content.model import LocalizedText
from build_pack.content.parts import parts
from build_pack.problems import Problem, Severity

_TO_FILL_IN = {"name", "address", "phones"}


def sample_problems(clinic: Loaded[Clinic], severity: Severity) -> Iterator[Problem]:
    """One problem for each name, line of the address and number that the starter has as well."""
    for loc, name, value in parts(clinic.model):
        if name[0] in _TO_FILL_IN and name[-1] != "purpose" and _starters() & {*_words(value)}:
            said = next(iter(_words(value)))
            message = f"“{said}” stands here as in a new clinic's file."
            hint = "Write your clinic's own."
            yield Problem("sample-left", clinic.place(*loc), message, hint, severity)


@cache
def _starters() -> frozenset[str]:
    starter = load(shipped_library() / "clinics" / "starter" / "clinic.yaml", Clinic)
    found = (value for _, name, value in parts(starter.model) if name[0] in _TO_FILL_IN)
    return frozenset(words for value in found for words in _words(value))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, LocalizedText):
        yield from value.root.values()
    else:
        yield str(value)
