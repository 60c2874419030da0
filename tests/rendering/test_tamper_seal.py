"""A sealed PDF says what it was made from, as long as nobody has changed it."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import ObjectStreamMode, Pdf

from build_pack.rendering.pdf.tamper_seal import DIGITS, origin_of, seal

ORIGIN = "0123456789abcdef" * 2


def small_pdf() -> bytes:
    """A PDF written as packs are."""
    written = BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        mode = ObjectStreamMode.generate
        pdf.save(written, deterministic_id=True, object_stream_mode=mode)
    return written.getvalue()


SEALED = seal(small_pdf(), ORIGIN)


def test_the_origin_can_be_read_from_a_sealed_pdf() -> None:
    assert origin_of(SEALED) == ORIGIN


def test_a_sealed_pdf_is_still_one_and_bears_the_origin_as_its_first_identifier() -> None:
    with Pdf.open(BytesIO(SEALED)) as pdf:
        assert bytes(pdf.trailer["/ID"][0]).hex() == ORIGIN
        assert len(pdf.pages) == 1
        assert not pdf.check_pdf_syntax()


def test_another_pdf_has_no_origin() -> None:
    assert origin_of(small_pdf()) is None


@given(st.binary(max_size=200))
def test_nothing_else_has_an_origin(content: bytes) -> None:
    assert origin_of(content) is None


@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_no_byte_can_change_without_breaking_the_seal(index: int, change: int) -> None:
    changed = bytearray(SEALED)
    changed[index] ^= change
    assert origin_of(bytes(changed)) is None


@given(st.integers(0, len(SEALED) - 1))
def test_a_part_of_a_pdf_has_no_origin(length: int) -> None:
    assert origin_of(SEALED[:length]) is None


@pytest.mark.parametrize(("pdf", "origin"), [(b"%PDF-1.7", ORIGIN), (SEALED, "0" * (DIGITS - 1))])
def test_what_cannot_be_sealed_is_refused(pdf: bytes, origin: str) -> None:
    with pytest.raises(ValueError, match="identifier"):
        seal(pdf, origin)
