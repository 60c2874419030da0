"""The short code of a text: eight letters and digits that are hard to misread."""

import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.documents.shared.edition import edition_code, parse_edition_code


def test_a_code_is_the_beginning_of_the_digest_in_base_32() -> None:
    assert edition_code("0" * 64) == "0000-0000"
    assert edition_code("f" * 64) == "ZZZZ-ZZZZ"
    assert edition_code("0000000001" + "f" * 54) == "0000-0001"


@given(st.text())
def test_a_code_is_read_as_it_was_written(text: str) -> None:
    code = edition_code(sha256(text.encode()).hexdigest())
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", code)
    assert parse_edition_code(code) == code


@pytest.mark.parametrize(
    "typed",
    [
        "0A1B-2C3D",
        "0a1b2c3d",
        " oalb-2c3d ",
        "OAIB-2C3D",
        "oaıb-2c3d",
        "DEMO-RFN-CON-TR 1.0 0A1B-2C3D",
    ],
)
def test_letters_that_look_alike_are_taken_for_each_other(typed: str) -> None:
    assert parse_edition_code(typed) == "0A1B-2C3D"


@pytest.mark.parametrize("typed", ["", "0A1B", "0A1B-2C3D-4", "UUUU-2C3D", "ÇÇÇÇ-2C3D"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert parse_edition_code(typed) is None
