"""YAML and JSON become plain data with the place of each part; what is no form is refused."""

import json
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from build_pack.content.yaml.source_file import SourceFile, read
from build_pack.problems import Loc, Place, ProblemsError
from tests.content.samples import REFERENCES, SAMPLES, refusal, told

QUOTE = "Put the whole value in double quotes."
HIDDEN = "Type the words again instead of pasting them."
INDENT = "Indent it exactly like the lines that it belongs to."
LOST = "The text from this # on would be left out as a comment."
INSIDE = (
    "Put the whole text inside the quotes, or below the | or >. If it is a comment, put a space "
    "after the #."
)
PRINTED = "This line would be printed: # does not start a comment here."
MOVE = "Move the comment above the key. If it is text, start the line with another word."
NOTE = f"{QUOTE} If it is a comment, put a space after the #."
KEY = "A key must be a word that starts with a letter."
KEY_HINT = "Write “key: value”; put a text that starts with a bracket in double quotes."


def read_raw(folder: Path, text: str, name: str = "file.yaml") -> SourceFile:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return read(path)


def at(places: Mapping[Loc, Place]) -> dict[Loc, tuple[int, int]]:
    return {loc: (place.line, place.column) for loc, place in places.items()}


PLACED = """\
# note
name: North
address:
  - First Street
  -   Second
phones:
  - purpose: questions
    number: "112"
brand: {colour: red, logo: x.svg}
text: >-
  Long
  text
empty:
last: 1
"""


def test_each_value_has_the_line_and_column_where_it_starts(tmp_path: Path) -> None:
    source = read_raw(tmp_path, PLACED)
    assert at(source.places) == {
        (): (1, 1),
        ("name",): (2, 7),
        ("address",): (4, 3),
        ("address", 0): (4, 5),
        ("address", 1): (5, 7),
        ("phones",): (7, 3),
        ("phones", 0): (7, 5),
        ("phones", 0, "purpose"): (7, 14),
        ("phones", 0, "number"): (8, 13),
        ("brand",): (9, 8),
        ("brand", "colour"): (9, 17),
        ("brand", "logo"): (9, 28),
        ("text",): (10, 7),
        ("empty",): (13, 1),
        ("last",): (14, 7),
    }


def test_each_key_has_the_line_and_column_where_it_starts(tmp_path: Path) -> None:
    source = read_raw(tmp_path, PLACED)
    assert at(source.key_places) == {
        ("name",): (2, 1),
        ("address",): (3, 1),
        ("phones",): (6, 1),
        ("phones", 0, "purpose"): (7, 5),
        ("phones", 0, "number"): (8, 5),
        ("brand",): (9, 1),
        ("brand", "colour"): (9, 9),
        ("brand", "logo"): (9, 22),
        ("text",): (10, 1),
        ("empty",): (13, 1),
        ("last",): (14, 1),
    }


def test_what_is_not_there_stands_where_its_nearest_parent_stands(tmp_path: Path) -> None:
    source = read_raw(tmp_path, PLACED)
    assert str(source.place(("phones", 0, "extra", 3))) == f"{source.path}:7:5"
    assert str(source.place(("nothing",))) == f"{source.path}:1:1"


def test_a_list_item_has_no_key_and_gives_its_own_place(tmp_path: Path) -> None:
    source = read_raw(tmp_path, PLACED)
    assert source.key_place(("address", 1)) == source.place(("address", 1))


def test_a_value_on_the_line_of_its_key_stands_after_it(tmp_path: Path) -> None:
    source = read_raw(tmp_path, PLACED)
    assert str(source.key_place(("brand", "logo"))) == f"{source.path}:9:22"
    assert str(source.place(("brand", "logo"))) == f"{source.path}:9:28"


def test_places_hold_after_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    source = read_raw(tmp_path, "\ufeffa: 1\r\nb:\r\n  - c\r\n")
    assert at(source.places) == {(): (1, 1), ("a",): (1, 4), ("b",): (3, 3), ("b", 0): (3, 5)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("off", "off"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.50", 1.5),
        ("-2.5e3", -2500.0),
        ("08:30", "08:30"),
        ("2026-11-22", "2026-11-22"),
        ("2026-13-45", "2026-13-45"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        (".inf", ".inf"),
        ("+5", "+5"),
        ("9" * 5000, "9" * 5000),
        ('"12"', "12"),
        ("'no'", "no"),
        ("Çarşamba", "Çarşamba"),
        ("a # note", "a"),
        ("a#b", "a#b"),
        (">-\n  Take # no note\n  and\n# note\n", "Take # no note and"),
        (">- # note\n  Take", "Take"),
        ('"Take #2 daily"', "Take #2 daily"),
        ('"#2 daily"', "#2 daily"),
        ('"112" # emergency', "112"),
        ('"112" ## emergency', "112"),
        ("'C:\\Users # \\U99999999'", "C:\\Users # \\U99999999"),
        (r'"\\U99999999"', r"\U99999999"),
        (r'"\U0001F600"', "\U0001f600"),
        (r"1 # \U99999999", 1),
        ("|\n  a\n  b\n", "a\nb\n"),
        ("!!str 12", "12"),
    ],
)
def test_a_value_is_what_yaml_1_2_says(tmp_path: Path, text: str, value: Any) -> None:
    found = read_raw(tmp_path, f"key: {text}\n").data["key"]
    assert (type(found), found) == (type(value), value)


def test_a_number_that_readers_disagree_about_keeps_its_spelling(tmp_path: Path) -> None:
    assert read_raw(tmp_path, "phone: 0312\n").data == {"phone": "0312"}


def test_json_is_read_as_zotero_writes_it_with_its_places(tmp_path: Path) -> None:
    source = read_raw(tmp_path, REFERENCES, "references.json")
    assert source.data == [
        {
            "id": "who-2020",
            "type": "report",
            "title": "A report: what it says # and why",
            "issued": {"date-parts": [[2020]]},
        }
    ]
    assert str(source.place((0, "title"))) == f"{source.path}:5:12"


def test_json_without_any_space_is_read(tmp_path: Path) -> None:
    text = r'{"a":[1,2.5,"x\/y"],"b":{"c":null,"d":true},"e":"x: y # z","f":-1,"g":"\u0131"}'
    assert read_raw(tmp_path, text, "x.json").data == {
        "a": [1, 2.5, "x/y"],
        "b": {"c": None, "d": True},
        "e": "x: y # z",
        "f": -1,
        "g": "ı",
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n# notes\n", "---\n", "---\n...\n"])
def test_a_file_with_nothing_in_it_is_none(tmp_path: Path, text: str) -> None:
    assert read_raw(tmp_path, text).data is None


def test_a_list_and_a_single_text_can_stand_at_the_top(tmp_path: Path) -> None:
    assert read_raw(tmp_path, "- a\n- b\n").data == ["a", "b"]
    assert read_raw(tmp_path, "a:b\n").data == "a:b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Notes that swallow text
        ("a: Take #2 daily\n", [f"1:9 yaml-invalid {LOST} {NOTE}"]),
        ("a: 1\ncolour: #0a4f5c\n", [f"2:9 yaml-invalid {LOST} {NOTE}"]),
        (
            "a:\n  - x #y\n  - #z\n  - ~ #q\n  -\n",
            [f"2:7 yaml-invalid {LOST} {NOTE}", f"3:5 yaml-invalid {LOST} {NOTE}",
             f"4:7 yaml-invalid {LOST} {NOTE}"],
        ),
        ("a: null #2\n", [f"1:9 yaml-invalid {LOST} {NOTE}"]),
        ('a: "Take one" #2 daily\n', [f"1:15 yaml-invalid {LOST} {INSIDE}"]),
        ("a:\n  - 'Take one'  #2 daily\n", [f"2:17 yaml-invalid {LOST} {INSIDE}"]),
        ("a: >- #2 daily\n  one\n", [f"1:7 yaml-invalid {LOST} {INSIDE}"]),
        ("a: |2 #2 daily\n  one\n", [f"1:7 yaml-invalid {LOST} {INSIDE}"]),
        # Notes that would be printed
        (
            "a: >-\n  One.\n  # ask Dr A\n\n  #2 daily\nb: 1\n",
            [f"3:3 yaml-invalid {PRINTED} {MOVE}", f"5:3 yaml-invalid {PRINTED} {MOVE}"],
        ),
        ("a: |\n  # ask Dr A\n  One.", [f"2:3 yaml-invalid {PRINTED} {MOVE}"]),
        ("a: |\n  One.\n  # ask Dr A", [f"3:3 yaml-invalid {PRINTED} {MOVE}"]),
        (
            'a: "One\n  # ask Dr A\n  two"\n',
            [f"2:3 yaml-invalid {PRINTED} {MOVE}"],
        ),
        ("a:\n  - 'One\n    # last'\n", [f"3:5 yaml-invalid {PRINTED} {MOVE}"]),
        ("a: [x #y\n  ]\n", [f"1:7 yaml-invalid {LOST} {NOTE}"]),
        ("a: one\n  two #3\n", [f"2:7 yaml-invalid {LOST} {NOTE}"]),
        # Characters that hide
        (
            "a: 1\nb: x\0y\n",
            [(
                "2:5 character-forbidden The line contains the invisible character U+0000 "
                f"control character. {HIDDEN}"
            )],
        ),
        (
            "a: >-\n  one\n  t\u202ewo\n",
            [(
                "3:4 character-forbidden The line contains the invisible character U+202E "
                f"RIGHT-TO-LEFT OVERRIDE. {HIDDEN}"
            )],
        ),
        (
            "a: x\u2028y\nb\u200b: 1\n",
            [(
                "1:5 character-forbidden The line contains the invisible character U+2028 "
                f"LINE SEPARATOR. {HIDDEN}"
            ),
             (
                 "2:2 character-forbidden The line contains the invisible character U+200B "
                 f"ZERO WIDTH SPACE. {HIDDEN}"
             )],
        ),
        (
            'a: 1\nb: "x\\u202ey"\n',
            [(
                "2:4 character-forbidden The text contains the invisible character U+202E "
                f"RIGHT-TO-LEFT OVERRIDE. {HIDDEN}"
            )],
        ),
        (
            '"a\\0": 1\n',
            [(
                "1:1 yaml-invalid The key contains the invisible character U+0000 control "
                f"character. {HIDDEN}"
            )],
        ),
        # Keys
        (
            "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n",
            [(
                "4:3 yaml-invalid The key “c” appears a second time. Keep one of the two, or "
                "rename the second."
            ),
             (
                 "5:1 yaml-invalid The key “a” appears a second time. Keep one of the two, or "
                 "rename the second."
             )],
        ),
        ("1: text\n", [f"1:1 yaml-invalid {KEY} {KEY_HINT}"]),
        ("a:\n  true: text\n", [f"2:3 yaml-invalid {KEY} {KEY_HINT}"]),
        ("~: text\n", [f"1:1 yaml-invalid {KEY} {KEY_HINT}"]),
        ("1.5: text\n", [f"1:1 yaml-invalid {KEY} {KEY_HINT}"]),
        ("[a, b]: text\n", [f"1:1 yaml-invalid {KEY} {KEY_HINT}"]),
        ("{a: b}: text\n", [f"1:1 yaml-invalid {KEY} {KEY_HINT}"]),
        ("text: {{a}}\n", [f"1:8 yaml-invalid {KEY} {KEY_HINT}"]),
        (
            "a:\n  <<: {b: 1}\n",
            [("2:3 yaml-invalid Anchors (<<) are not supported. "
             "Repeat the keys and their texts.")],
        ),
        (
            "a: { people: 1,4 }\n",
            [(
                "1:16 yaml-invalid A comma starts another key, but this looks like a decimal "
                "number. Use a point, as in 1.4, or put the value in double quotes."
            )],
        ),
        (
            "a: 1\ncountry:TR\nb: 2\n",
            [("2:1 yaml-invalid The space after the colon is missing. Write “country: TR”.")],
        ),
        (
            "a: 1\ncountry:TR\n",
            [("2:1 yaml-invalid The space after the colon is missing. Write “country: TR”.")],
        ),
        # YAML's arts
        (
            "a: &x 1\nb: *x\n",
            [(
                "1:4 yaml-invalid Anchors (&) are not supported. Repeat the text. If the value "
                "itself begins with &, put all of it in double quotes."
            )],
        ),
        ("a: **Do not stop** it\n", [f"1:4 yaml-invalid A value cannot start with *. {QUOTE}"]),
        ("a: !x {b: 1}\n", [f"1:4 yaml-invalid A value cannot start with !. {QUOTE}"]),
        ("a: !!set {x, y}\n", [f"1:4 yaml-invalid A value cannot start with !. {QUOTE}"]),
        ("a: !!binary aGk=\n", [f"1:4 yaml-invalid A value cannot start with !. {QUOTE}"]),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            [f"1:4 yaml-invalid A value cannot start with !. {QUOTE}"],
        ),
        (
            "# note\n%YAML 1.1\n---\na: no\n",
            [("2:1 yaml-invalid A line cannot start with %. "
             "Indent it, or remove it: every file is read as YAML 1.2.")],
        ),
        (
            'a: 1\nb: "x\\U99999999"\n',
            [(
                "2:6 yaml-invalid There is no character with the number after this \\U. Type "
                "the character itself."
            )],
        ),
        (
            "# \\U99999999\na: '\\U99999999'\nb: \"\\U0001F600 x\\UFFFFFFFF\"\n",
            [(
                "3:17 yaml-invalid There is no character with the number after this \\U. Type "
                "the character itself."
            )],
        ),
        (
            "a: 1\n---\nb: 2\n",
            ["2:1 yaml-invalid A second document starts here. Remove the line of dashes or dots."],
        ),
        (
            f"a: {'[' * 100}{']' * 100}\n",
            [(
                "1:33 yaml-invalid More than 30 levels are nested here, which is "
                "the maximum. Check the brackets and the indentation of this line."
            )],
        ),
        # Slips of the hand
        ("a:\n\tb: 1\n", [(
            "2:1 yaml-invalid A tab is not allowed here. Indent with spaces; YAML does not "
            "allow tabs."
        )]),
        ("a: @home\n", [f"1:4 yaml-invalid A value cannot start with @. {QUOTE}"]),
        ("a: `x`\n", [f"1:4 yaml-invalid A value cannot start with `. {QUOTE}"]),
        ("a: %50\n", [f"1:4 yaml-invalid A value cannot start with %. {QUOTE}"]),
        (
            'a: 1\nb: "open\nc: 1\n',
            [(
                "2:4 yaml-invalid A quotation mark is opened here but not closed. Close it. "
                'Inside double quotes write \\" for a quotation mark.'
            )],
        ),
        (
            "a: 'open\n",
            [(
                "1:4 yaml-invalid A quotation mark is opened here but not closed. Close it. "
                'Inside double quotes write \\" for a quotation mark.'
            )],
        ),
        (
            'a: "C:\\qx"\n',
            [(
                "1:8 yaml-invalid Inside double quotes, a backslash can only be followed by "
                "certain letters. Write \\\\ for a backslash."
            )],
        ),
        (
            "a: Note: call us\n",
            [(
                "1:8 yaml-invalid A colon is not allowed here. Put a text that contains “: ” in "
                "double quotes, or indent the line like those around it."
            )],
        ),
        (
            "a: 1\nb c\nd: 1\n",
            [(
                "2:1 yaml-invalid This line has no colon after its key. Write “key: value”. If "
                "the line continues the text above, indent it further."
            )],
        ),
        (
            "a: - b\n",
            [("1:4 yaml-invalid A list cannot start here. Write each item on a line of its own, "
             "after “- ”; put other texts in double quotes.")],
        ),
        (
            "a: [1, 2\nb: 3\n",
            [(
                "1:4 yaml-invalid A bracket is opened here but not closed. Close it, or put a "
                "text that starts with a bracket in double quotes."
            )],
        ),
        (
            'a: "He said "no" twice"\n',
            [(
                "1:14 yaml-invalid There is more text after the end of a value. Put the whole "
                'value in double quotes, and write \\" for quotation marks inside.'
            )],
        ),
        (
            "a: {emergency_number} helps\n",
            [(
                "1:23 yaml-invalid There is more text after the end of a value. Put the whole "
                'value in double quotes, and write \\" for quotation marks inside.'
            )],
        ),
        (
            "a:\n    b: 1\n  c: 2\n",
            [(
                "3:3 yaml-invalid This line does not match the indentation of the lines "
                f"above it. {INDENT}"
            )],
        ),
        (
            "a:\n  - b\n  c: 1\n",
            [(
                "3:3 yaml-invalid This line does not match the indentation of the lines "
                f"above it. {INDENT}"
            )],
        ),
        (
            "a: > 5 mg\n",
            [(
                "1:6 yaml-invalid Nothing can follow | or > on the same line. Start the text on "
                "the next line, or put it in double quotes."
            )],
        ),
        (
            "a: >x\n",
            [(
                "1:5 yaml-invalid Nothing can follow | or > on the same line. Start the text on "
                "the next line, or put it in double quotes."
            )],
        ),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_in_words_where_it_breaks(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert [told(problem) for problem in refusal(read_raw, tmp_path, text)] == expected


def test_a_complaint_that_we_have_no_words_for_is_passed_on_with_its_place(tmp_path: Path) -> None:
    [problem] = refusal(read_raw, tmp_path, 'a: 1\nb: "\\xZZ"\n')
    assert told(problem).startswith(
        "2:7 yaml-invalid Not valid here: expected escape sequence of 2"
    )
    assert problem.hint == (
        "Check the indentation, and put texts with “: ”, “#” or quotes in double quotes."
    )


def test_a_thousand_million_laughs_are_refused_at_once(tmp_path: Path) -> None:
    lines = ["a0: &a0 [lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    problems = refusal(read_raw, tmp_path, "\n".join(lines))
    assert [problem.place.line for problem in problems] == list(range(1, 11))


def test_hidden_characters_in_notes_are_found_as_well(tmp_path: Path) -> None:
    [problem] = refusal(read_raw, tmp_path, "a: 1 # \u202e note\n")
    assert problem.code == "character-forbidden"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_are_those_that_the_yaml_library_reads(tmp_path: Path, name: str) -> None:
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(child) for key, child in value.items()}
        if isinstance(value, list):
            return [plain(child) for child in value]
        return str(value) if hasattr(value, "isoformat") else value

    text = SAMPLES[name][1]
    assert read_raw(tmp_path, text).data == plain(YAML(typ="safe", pure=True).load(text))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9)
    | st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20),
    lambda child: st.lists(child, max_size=4)
    | st.dictionaries(st.text("abcdefgh", min_size=1, max_size=6), child, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reading")


@given(JSON)
def test_what_json_writes_is_read_again(folder: Path, value: Any) -> None:
    text = unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False, indent="\t"))
    assert read_raw(folder, text, "any.json").data == json.loads(text)


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(list("ab:-#&*!|>%@`'\"[]{},? \n\t\\\r")), max_size=40).map("".join)
)
@example("%")
@example("? ")
@example("a: !")
@example("- - - - ?")
@example("'")
@example("\ufeff\ufeff")
@example("a: |9\n b")
def test_any_text_is_read_or_refused_with_problems(folder: Path, text: str) -> None:
    with suppress(ProblemsError):
        read_raw(folder, text)
