"""A catalog that gettext's own tools would refuse is refused here, line by line."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.problems import ProblemsError
from build_pack.translation.po.catalog_file import format_po, read_po
from tests.content.samples import refusal, told
from tests.translation.catalogs import HEADER, read_body, written

HINT = "Open the file in Poedit, or run msgfmt -c on it, and fix the entry at this line."
ENTRY = 'msgctxt "a"\nmsgid "Fever"\nmsgstr "Ateş"\n'
QUOTES = 'inside the quotation marks, write \\" for a quotation mark and \\\\ for a backslash'


def msgfmt_takes(path: Path) -> bool:
    command = ["msgfmt", "-c", "-o", "/dev/null", str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('msgstr "Ateş"', "msgstr Ateş", 12, "the text in this line has no quotation marks"),
        ('msgstr "Ateş"', "Ateş", 12, "the text in this line has no quotation marks"),
        ('msgid "Fever"', "msgid", 11, "the text in this line has no quotation marks"),
        (
            'msgstr "Ateş"',
            'msgstr "Ateş',
            12,
            "the quotation mark at the end of the line is missing",
        ),
        (
            'msgstr "Ateş"',
            'msgstr "Ateş\\"',
            12,
            "the quotation mark at the end of the line is missing",
        ),
        ('msgstr "Ateş"', 'msgstr "A "te" ş"', 12, QUOTES),
        ('msgstr "Ateş"', 'msgstr "At\\eş"', 12, QUOTES),
        (
            'msgstr "Ateş"',
            'msgstr "Ateş" x',
            12,
            "the quotation mark at the end of the line is missing",
        ),
        ('msgid "Fever"', 'msgId "Fever"', 11, "“msgId” is not a keyword of catalogs"),
        ('msgstr "Ateş"', 'msgstr[x] "Ateş"', 12, "“msgstr[x]” is not a keyword of catalogs"),
        ('msgid "Fever"\n', "", 11, "msgstr is not allowed after msgctxt"),
        ('msgctxt "a"\n', 'msgctxt "a"\nmsgctxt "b"\n', 11, "msgctxt is not allowed after msgctxt"),
        (
            'msgstr "Ateş"\n',
            'msgstr "Ateş"\nmsgstr "x"\n',
            13,
            ("msgstr is not allowed after msgstr"),
        ),
        ('msgstr "Ateş"', 'msgstr[0] "Ateş"', 12, "msgstr[0] is not allowed after msgid"),
        (
            'msgstr "Ateş"',
            'msgid_plural "Fevers"\nmsgstr "Ateş"',
            13,
            "msgstr is not allowed after msgid_plural",
        ),
        (
            'msgstr "Ateş"',
            'msgid_plural "Fevers"\nmsgstr[0] "a"\nmsgstr[2] "b"',
            14,
            "msgstr[2] is not allowed after msgstr[0]",
        ),
        ('msgstr "Ateş"\n', "", 11, "the last entry ends with msgid, but msgstr is missing"),
        (
            'msgid "Fever"\nmsgstr "Ateş"\n',
            "",
            10,
            "the last entry ends with msgctxt, but msgstr is missing",
        ),
        ('msgid "Fever"', "#~ msgid Fever", 11, "the text in this line has no quotation marks"),
    ],
)
def test_a_line_that_breaks_the_grammar_is_told(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    assert old in ENTRY
    [problem] = refusal(read_body, tmp_path, ENTRY.replace(old, new))
    assert told(problem) == f"{line}:0 catalog-invalid Not a valid catalog: {message}. {HINT}"


def test_a_text_before_the_first_keyword_is_told(tmp_path: Path) -> None:
    [problem] = refusal(read_po, written(tmp_path, f'"text"\n{HEADER}'))
    assert told(problem) == (
        "1:0 catalog-invalid Not a valid catalog: a text without a keyword such as msgstr "
        f"before it. {HINT}"
    )


def test_a_catalog_that_starts_in_the_middle_of_an_entry_is_told(tmp_path: Path) -> None:
    [problem] = refusal(read_po, written(tmp_path, f'msgstr "text"\n\n{HEADER}'))
    assert "msgstr is not allowed at the start" in problem.message


def test_all_broken_lines_are_told_at_once(tmp_path: Path) -> None:
    body = ENTRY.replace('"Fever"', "Fever") + "\n" + ENTRY.replace('"Ateş"', '"Ateş')
    problems = refusal(read_body, tmp_path, body)
    assert [problem.place.line for problem in problems] == [11, 16]


@pytest.mark.parametrize(
    "body",
    [
        ENTRY,
        ENTRY.replace('"Ateş"', '""\n"At"\n  "eş\\n"').replace('"Fever"', '"Fever\\n"'),
        ENTRY.replace('"Ateş"', '"\\"At\\\\eş\\" \\t"'),
        ENTRY.replace('msgstr "Ateş"', 'msgid_plural "Fevers"\nmsgstr[0] "a"\nmsgstr[1] "b"'),
        '# note\n#. what\n#: a.yaml\n#, fuzzy\n#| msgid "Hot"\n' + ENTRY,
        '#~ msgctxt "a"\n#~ msgid "Fever"\n#~ msgstr "Ateş"\n',
        '#, fuzzy\n#~| msgid "Hot"\n#~ msgctxt "a"\n#~ msgid "Fever"\n#~ msgstr "Ateş"\n',
    ],
)
def test_what_gettext_writes_is_taken(tmp_path: Path, body: str) -> None:
    assert msgfmt_takes(read_body(tmp_path, body).path)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('msgid "', 'msgid\t"').replace('msgstr "', 'msgstr \t "'),
        lambda text: text.replace('msgctxt "', 'msgctxt   "').replace("msgstr[1] ", "msgstr[1]\t"),
        lambda text: text.replace('msgid "', 'msgid"').replace('msgstr "', 'msgstr"'),
        lambda text: text.replace("msg", "\t msg").replace('"\n', '" \n'),
        lambda text: text.replace("#~ msgid ", "#~  msgid\t").replace("#~ msgstr ", "#~msgstr  "),
        lambda text: text.replace("#| msgid ", "#|msgid\t"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
    ],
)
def test_blanks_that_gettext_takes_change_nothing(
    tmp_path: Path, change: Callable[[str], str]
) -> None:
    body = (
        f'# note\n#, fuzzy\n#| msgid "Hot"\n{ENTRY}\nmsgctxt "b"\nmsgid "day"\n'
        'msgid_plural "days"\nmsgstr[0] "gün"\nmsgstr[1] "gün"\n\n'
        '#~ msgctxt "c"\n#~ msgid "Fever"\n#~ msgstr "Ateş"\n\n# The last words\n'
    )
    plain = f"{HEADER}\n{body}"
    path = written(tmp_path, change(plain))
    assert format_po(read_po(path)) == plain
    assert "\ufeff" in change(plain) or msgfmt_takes(path)


PIECES = [
    *("msgctxt", "msgid", "msgstr", "msgid_plural", "msgstr[0]", "msgstr[1]", '"a"', '"', "\\"),
    *("\n", "\n", " ", "#", "#~ ", "#|", "#~|", "#, fuzzy", "#: \u2068", "x", "%(a)s", HEADER),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("syntax")


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_any_text_is_read_or_refused_with_problems(folder: Path, pieces: list[str]) -> None:
    try:
        read_body(folder, "".join(pieces))
    except ProblemsError:
        return
    assert (folder / "nerve.po").is_file()
