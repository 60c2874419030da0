"""Pictures with bytes, stretches and values exchanged: each is read or refused, in words."""

import random
import re
from pathlib import Path

import pytest

from build_pack.content.pictures.logo import Logo, require_printable
from build_pack.content.pictures.svg import SvgError
from build_pack.rendering.html.page_resources import ResourceError, printable_resource
from tests.content.rasters import PHOTOS, RIGHT
from tests.workshop import ROOT

DRAWINGS = [path.read_bytes() for path in sorted((ROOT / "tests/data/logos/right").glob("*.svg"))]
ODD = (
    *(b"calc(1px", b"1e9pt", b"NaN", b"inf", b"-5", b"0", b"1e999", b"", b"url(#x)", b"1 2 3"),
    *(b"#", b"99999999999", b"1e-400", b"matrix(0 0 0 0 0 0)", b"%", b"none", b"0.0001", b"/"),
    "\u202e1".encode(),
)


def mutated(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(content) + 1)
        values = list(re.finditer(rb'="[^"]*"', content))
        match chance.randrange(5):
            case 0:
                content = content[:at]
            case 1:
                content = content[:at] + content[at + chance.randrange(40) :]
            case 2:
                content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
            case 3:
                content = content[: at + 60] + content[at:]
            case _ if values:
                found = chance.choice(values)
                new = b'="' + chance.choice(ODD) + b'"'
                content = content[: found.start()] + new + content[found.end() :]
    return content


def outcome(name: str, content: bytes) -> str:
    """What becomes of a picture; a logo that is right can be loaded as well."""
    try:
        require_printable(Logo(Path(name), content))
        printable_resource(content, "image/svg+xml" if name.endswith("svg") else "image/png")
    except SvgError as error:
        told = all(fault.message.endswith(".") and fault.hint for fault in error.faults)
        return "refused" if told else f"refused without a sentence: {error}"
    except ResourceError as error:
        return f"read and not loaded: {error}"
    return "read"


@pytest.mark.parametrize("seed", range(20))
def test_a_mutated_picture_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same in each run
    kinds = [("a.svg", DRAWINGS), ("a.png", [*RIGHT.values()]), ("b.svg", [*PHOTOS.values()])]
    outcomes = set()
    for _ in range(30):
        name, pictures = chance.choice(kinds)
        outcomes.add(outcome(name, mutated(chance.choice(pictures), chance)))
    assert outcomes <= {"read", "refused"}
    assert "refused" in outcomes
