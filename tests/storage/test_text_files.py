"""A text file is UTF-8, is brought into normal form, and hides nothing."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.storage.text_files import read_text
from build_pack.text.hidden_characters import hidden_character, hidden_problems
from build_pack.text.limits import BYTES
from tests.content.samples import refusal, told


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "file.yaml"
    path.write_bytes(raw)
    return path


def test_a_byte_order_mark_is_left_out(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"\xef\xbb\xbfa: b")) == "a: b"


@pytest.mark.parametrize("end", [b"\r\n", b"\r", b"\n"])
def test_lines_end_in_one_way_however_they_were_written(tmp_path: Path, end: bytes) -> None:
    assert read_text(written(tmp_path, b"a" + end + b"b" + end)) == "a\nb\n"


def test_a_letter_and_its_accent_become_one_character(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", "Kuzey Kliniği, öğüt, İzmir")
    assert read_text(written(tmp_path, text.encode())) == "Kuzey Kliniği, öğüt, İzmir"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    [problem] = refusal(read_text, tmp_path / "none.yaml")
    assert problem.place.path == tmp_path / "none.yaml"
    assert told(problem) == (
        "0:0 file-missing The file does not exist. Create the file, or correct its name."
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert [problem.code for problem in refusal(read_text, tmp_path)] == ["file-missing"]


@pytest.mark.parametrize(
    ("raw", "line"),
    [(b"\xff\xfea", 1), (b"a: b\nc: K\xfcche\n", 2), ("ş".encode("iso8859-9"), 1)],
)
def test_the_first_line_that_is_not_utf_8_is_named(tmp_path: Path, raw: bytes, line: int) -> None:
    [problem] = refusal(read_text, written(tmp_path, raw))
    assert told(problem) == (
        f"{line}:0 file-unreadable From here on, the file is not valid UTF-8. Save the file "
        "as UTF-8; in most editors under “Save with encoding”."
    )


def test_a_file_of_the_greatest_size_is_read(tmp_path: Path) -> None:
    assert len(read_text(written(tmp_path, b"a" * BYTES))) == BYTES


def test_a_larger_file_is_refused(tmp_path: Path) -> None:
    [problem] = refusal(read_text, written(tmp_path, b"a" * (BYTES + 1)))
    assert told(problem) == (
        "0:0 file-unreadable The file is larger than 2,000,000 bytes, which is the maximum. "
        "Check that this is the right file."
    )


def test_a_file_that_the_system_does_not_let_us_read_is_a_problem() -> None:
    [problem] = refusal(read_text, Path("/proc/self/mem"))
    assert told(problem) == (
        "0:0 file-unreadable The file cannot be read: Input/output error. Check its "
        "permissions, and that its disk is connected."
    )


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "U+0000 control character"),
        ("\x07", "U+0007 control character"),
        ("\x7f", "U+007F control character"),
        ("\x85", "U+0085 control character"),
        ("\xad", "U+00AD SOFT HYPHEN"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u200e", "U+200E LEFT-TO-RIGHT MARK"),
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\u2060", "U+2060 WORD JOINER"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\ue000", "U+E000 private-use character"),
        ("\udc80", "U+DC80 half of a character"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_a_hidden_character_is_found_and_named(character: str, name: str) -> None:
    assert hidden_character(f"ab{character}c{character}") == (2, name)


@pytest.mark.parametrize(
    "text",
    [
        "İçindekiler – “ağrı” ½ °C µg",
        "5\u00a0mg",
        "می\u200cخواهم",
        "क्\u200dष",
        "٣ أيام",
        "疼痛",
        "👍",
    ],
)
def test_the_letters_of_any_script_are_not_hidden(text: str) -> None:
    assert hidden_character(text) is None


def test_each_line_with_a_hidden_character_is_named_with_its_column() -> None:
    lines = enumerate(["plain", "b\u202ead", "x\u200b\u200b"], 7)
    assert [told(problem) for problem in hidden_problems(Path("a"), lines)] == [
        (
            "8:2 character-forbidden The line contains the invisible character U+202E "
            "RIGHT-TO-LEFT OVERRIDE. Type the words again instead of pasting them."
        ),
        (
            "9:2 character-forbidden The line contains the invisible character U+200B ZERO "
            "WIDTH SPACE. Type the words again instead of pasting them."
        ),
    ]


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_what_can_be_seen_is_never_taken_for_hidden(text: str) -> None:
    assert hidden_character(text) is None
