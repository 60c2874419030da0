"""Catalog files are read whole, and written so that other tools find nothing changed."""

import re
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pack.problems import Place
from build_pack.translation.po.catalog_file import (
    PoEntry,
    PoFile,
    PoText,
    format_po,
    new_po,
    read_catalog,
    read_po,
)
from tests.content.samples import refusal, told
from tests.translation.catalogs import (
    FIRST_LINE,
    HEADER,
    TEXTS,
    catalog_of,
    entry,
    read_body,
    written,
)
from tests.workshop import ROOT

POEDIT = """\
# Turkish texts of the nerve leaflet.
# Ayşe translates, the clinic reviews.
msgid ""
msgstr ""
"Project-Id-Version: build-pack\\n"
"POT-Creation-Date: 2026-11-02 10:15+0300\\n"
"PO-Revision-Date: 2026-11-22 09:00+0300\\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: tr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.5\\n"
"X-Poedit-Bookmarks: -1,-1,-1,-1,-1,-1,-1,-1,-1,-1\\n"

# Bu metni hemşirelerle konuştuk.
# | is how we mark a question
# msgid "Heat" was better
#
#   - indented
#
#. list item
#: leaflets/nerve/leaflet.yaml
msgctxt "nerve.risks.fever"
msgid "Fever"
msgstr "Ateş"

#. heading
#: leaflets/nerve/leaflet.yaml
#, fuzzy
#| msgid "How it worked"
msgctxt "nerve.how.heading"
msgid "How it works"
msgstr "Nasıl işliyordu?"

#. on two
#. lines
#: build_pack/documents/a.py templates/b.html.jinja
#, fuzzy, python-format
#| msgid "%(days)s day"
#| msgid_plural "%(days)s nights"
msgctxt "days"
msgid "%(days)s day"
msgid_plural "%(days)s days"
msgstr[0] "%(days)s gün"
msgstr[1] "%(days)s gün"

#, no-wrap
#| msgid ""
#| "One\\n"
#| "One\\n"
#| "two"
msgctxt "lines"
msgid ""
"One\\n"
"two\\n"
msgstr ""
"Bir\\n"
"iki\\n"

msgid "No id"
msgstr "Kimliksiz \\"metin\\" \\\\ \\t"

#~ msgctxt "nerve.old"
#~ msgid "Old"
#~ msgstr "Eski"

# why it went
#, fuzzy
#~| msgid "Older"
#~ msgctxt "nerve.older"
#~ msgid "Old one"
#~ msgid_plural "Old ones"
#~ msgstr[0] "Eski"
#~ msgstr[1] "Eskiler"
"""

WEBLATE = """\
# SOME DESCRIPTIVE TITLE.
# This file is distributed under the same license as the package.
#
msgid ""
msgstr ""
"Project-Id-Version: \\n"
"Report-Msgid-Bugs-To: \\n"
"PO-Revision-Date: 2026-11-22 06:01+0000\\n"
"Language: pl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 "
"|| n%100>=20) ? 1 : 2);\\n"
"X-Generator: Weblate 5.8\\n"

#: build_pack/documents/a.py
#, python-format
msgctxt "days"
msgid "%(days)s day"
msgid_plural "%(days)s days"
msgstr[0] "%(days)s dzień"
msgstr[1] "%(days)s dni"
msgstr[2] "%(days)s dni"
"""


def reread(folder: Path, file: PoFile) -> PoFile:
    return read_po(written(folder, format_po(file)))


def msgfmt(path: Path) -> str:
    """What gettext says against a catalog; empty if it takes it."""
    command = ["msgfmt", "-c", "-o", "/dev/null", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr


@pytest.mark.parametrize("text", [POEDIT, WEBLATE], ids=["Poedit", "Weblate"])
def test_a_catalog_of_another_tool_is_written_as_it_was_read(tmp_path: Path, text: str) -> None:
    assert format_po(read_po(written(tmp_path, text))) == text


@pytest.mark.parametrize("text", [POEDIT, WEBLATE], ids=["Poedit", "Weblate"])
def test_gettext_takes_the_catalogs_of_these_tests(tmp_path: Path, text: str) -> None:
    assert msgfmt(written(tmp_path, text)) == ""


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("locales/*/LC_MESSAGES/*.po")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_our_own_catalogs_are_written_as_they_are_and_taken_by_gettext(path: Path) -> None:
    assert format_po(read_po(path)) == path.read_text("utf-8")
    assert msgfmt(path) == ""


def test_each_part_of_an_entry_is_read(tmp_path: Path) -> None:
    file = read_po(written(tmp_path, POEDIT))
    path = tmp_path / "nerve.po"
    fever, heading, days, lines, nameless = file.entries
    assert fever == PoEntry(
        "nerve.risks.fever",
        "Fever",
        "Ateş",
        Place(path, 27),
        note="list item",
        locations=("leaflets/nerve/leaflet.yaml",),
        comments=(
            "Bu metni hemşirelerle konuştuk.",
            "| is how we mark a question",
            'msgid "Heat" was better',
            "",
            "  - indented",
            "",
        ),
    )
    assert (heading.fuzzy, heading.previous) == (True, "How it worked")
    assert days.source == ("%(days)s day", "%(days)s days")
    assert days.target == ("%(days)s gün", "%(days)s gün")
    assert days.previous == ("%(days)s day", "%(days)s nights")
    assert (days.note, days.flags) == ("on two\nlines", frozenset())
    assert (lines.previous, lines.target) == ("One\nOne\ntwo", "Bir\niki\n")
    assert lines.flags == {"no-wrap"}
    assert (nameless.id, nameless.target) == ("", 'Kimliksiz "metin" \\ \t')


def test_obsolete_entries_are_read_with_what_they_translated(tmp_path: Path) -> None:
    old, older = read_po(written(tmp_path, POEDIT)).obsolete
    assert (old.id, old.target, old.fuzzy) == ("nerve.old", "Eski", False)
    assert (older.fuzzy, older.previous, older.comments) == (True, "Older", ("why it went",))


def test_every_entry_is_seen_even_if_its_id_stands_twice(tmp_path: Path) -> None:
    body = 'msgctxt "a"\nmsgid "x"\nmsgstr "1"\n\nmsgctxt "a"\nmsgid "x"\nmsgstr "2"\n'
    file = read_body(tmp_path, f"{body}\n{body.replace('msg', '#~ msg')}")
    assert [entry.target for entry in file.entries] == ["1", "2"]
    assert [entry.target for entry in file.obsolete] == ["1", "2"]


def test_the_line_of_an_entry_is_that_of_its_source(tmp_path: Path) -> None:
    file = read_body(tmp_path, '# note\nmsgctxt "a"\nmsgid ""\n"x"\nmsgstr ""\n')
    assert file.entries[0].place == Place(tmp_path / "nerve.po", 12)


def test_windows_line_ends_and_a_byte_order_mark_are_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeff" + POEDIT.replace("\n", "\r\n"))
    assert format_po(read_po(path)) == POEDIT


def test_a_location_with_a_space_is_written_as_gettext_does(tmp_path: Path) -> None:
    file = catalog_of(replace(entry("a", "x", "y"), locations=("our clinic/a.yaml", "b.py")))
    assert "#: \u2068our clinic/a.yaml\u2069 b.py\n" in format_po(file)
    assert reread(tmp_path, file).entries[0].locations == ("our clinic/a.yaml", "b.py")


def test_line_numbers_of_locations_are_left_out(tmp_path: Path) -> None:
    file = read_body(tmp_path, '#: a.py:12 b.py:3\nmsgctxt "a"\nmsgid "x"\nmsgstr "y"\n')
    assert "#: a.py b.py\n" in format_po(file)


def test_a_long_text_stays_on_one_line() -> None:
    assert f'msgstr "{"uzun " * 500}"\n' in format_po(catalog_of(entry("a", "x", "uzun " * 500)))


@pytest.mark.parametrize(
    ("source", "flagged"),
    [("50% of people", False), ("%(days)s days", True), ("100%", False), ("a %s b", False)],
)
def test_only_named_fields_make_a_python_format(tmp_path: Path, source: str, flagged: bool) -> None:
    file = catalog_of(entry("a", source, source))
    assert ("#, python-format\n" in format_po(file)) is flagged
    assert "python-format" not in reread(tmp_path, file).entries[0].flags


def test_a_per_cent_sign_where_turkish_puts_it_is_taken_by_gettext(tmp_path: Path) -> None:
    file = catalog_of(entry("a", "50% of people", "İnsanların %50'si"))
    assert msgfmt(written(tmp_path, format_po(file))) == ""


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (
            'msgctxt "a"\nmsgid ""\nmsgstr "x"\n',
            11,
            "Not a valid catalog: the msgid is empty.",
        ),
        (
            (
                'msgctxt "a"\nmsgid "x"\nmsgid_plural "xs"\n'
                'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'
            ),
            11,
            "Not a valid catalog: msg has more translations than num_plurals of catalog.",
        ),
        (
            'msgctxt "a"\n# note\nmsgid "x"\n# note\nmsgstr "y"\n',
            12,
            "Not a valid catalog: missing msgstr for msgid 'x'.",
        ),
        (
            '#: \u2068a b\nmsgid "x"\nmsgstr ""\n',
            10,
            (
                "Not a valid catalog: location comment contains more First Strong Isolate "
                "characters, than Pop Directional Isolate characters."
            ),
        ),
    ],
)
def test_an_entry_that_makes_no_sense_is_told(
    tmp_path: Path, body: str, line: int, message: str
) -> None:
    [problem] = refusal(read_body, tmp_path, body)
    assert (problem.code, problem.place.line) == ("catalog-invalid", line)
    assert problem.message == message


@pytest.mark.parametrize(
    ("text", "line", "column", "name"),
    [
        ("Ate\u2028ş", 12, 12, "U+2028 LINE SEPARATOR"),
        ("At\x0beş", 12, 11, "U+000B control character"),
        ("At\x85eş", 12, 11, "U+0085 control character"),
        ("\u202eAteş", 12, 9, "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ],
)
def test_a_hidden_character_is_told_with_its_line_and_column(
    tmp_path: Path, text: str, line: int, column: int, name: str
) -> None:
    [problem] = refusal(read_body, tmp_path, f'msgctxt "a"\nmsgid "Fever"\nmsgstr "{text}"\n')
    assert told(problem) == (
        f"{line}:{column} character-forbidden The line contains the invisible character "
        f"{name}. Type the words again instead of pasting them."
    )


def test_a_hidden_character_may_be_written_as_an_escape(tmp_path: Path) -> None:
    [problem] = refusal(read_body, tmp_path, 'msgctxt "a"\nmsgid "Fever"\nmsgstr "At\\reş"\n')
    assert told(problem) == (
        "11:0 character-forbidden The translation of “a” contains the invisible character "
        "U+000D control character. Type the words again instead of pasting them."
    )


def test_a_plural_form_that_is_missing_is_empty(tmp_path: Path) -> None:
    body = 'msgctxt "a"\nmsgid "x"\nmsgid_plural "xs"\nmsgstr[0] "y"\n'
    [one] = read_body(tmp_path, body).entries
    assert one.target == ("y", "")
    assert (one.translated, one.begun) == (False, True)


@pytest.mark.parametrize(
    ("target", "translated", "begun"),
    [
        ("Ateş", True, True),
        ("", False, False),
        (" \n", False, False),
        (("a", "b"), True, True),
        (("a", " "), False, True),
        (("", ""), False, False),
    ],
)
def test_an_entry_is_translated_only_if_all_its_forms_have_words(
    target: PoText, translated: bool, begun: bool
) -> None:
    one = entry("a", "x", target)
    assert (one.translated, one.begun) == (translated, begun)


@pytest.mark.parametrize("locale", ["tr", "pl", "ru", "ar", "ja", "en"])
def test_gettext_takes_plurals_of_any_language(tmp_path: Path, locale: str) -> None:
    empty = new_po(tmp_path / "x.po", locale)
    forms = tuple(f"%(days)s {form}" for form in range(empty.plurals[0]))
    days = entry("days", ("%(days)s day", "%(days)s days"), forms)
    path = written(tmp_path, format_po(replace(empty, entries=(days,))))
    assert msgfmt(path) == ""
    assert read_po(path).entries[0].target == forms


# Any entry

NAMES = st.from_regex(r"[a-z]{1,4}(\.[a-z]{1,4}){0,2}", fullmatch=True)
COMMENTS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)
FLAGS = st.frozensets(st.sampled_from(["no-wrap", "max-length:80", "no-python-format"]))
SOME_TEXT = TEXTS.filter(bool)
PLURAL_TEXTS = st.tuples(SOME_TEXT, TEXTS)


@st.composite
def entries(draw: st.DrawFn) -> PoEntry:
    source = draw(st.one_of(SOME_TEXT, PLURAL_TEXTS))
    target: PoText = draw(TEXTS) if isinstance(source, str) else draw(st.tuples(TEXTS, TEXTS))
    return PoEntry(
        draw(NAMES),
        source,
        target,
        Place(Path("x.po")),
        draw(st.booleans()),
        draw(st.one_of(st.none(), TEXTS, PLURAL_TEXTS)),
        draw(st.sampled_from(["", "heading", "one\ntwo"])),
        tuple(draw(st.lists(st.sampled_from(["a.py", "b c.yaml"]), max_size=2, unique=True))),
        tuple(draw(st.lists(COMMENTS, max_size=2))),
        draw(FLAGS),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> PoFile:
    live, dead = draw(st.lists(entries(), max_size=4)), draw(st.lists(entries(), max_size=2))
    return replace(new_po(Path("x.po"), "tr"), entries=tuple(live), obsolete=tuple(dead))


def nowhere(file: PoFile) -> PoFile:
    """The catalog without places and notes, which an obsolete entry does not keep."""

    def one(entry: PoEntry, *, dead: bool) -> PoEntry:
        lost = {"note": "", "locations": ()} if dead else {}
        return replace(entry, place=Place(Path("x.po")), **lost)  # type: ignore[arg-type]

    return replace(
        file,
        path=Path("x.po"),
        entries=tuple(one(entry, dead=False) for entry in file.entries),
        obsolete=tuple(one(entry, dead=True) for entry in file.obsolete),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pofile")


@given(catalogs())
def test_any_catalog_is_read_as_it_was_written(folder: Path, file: PoFile) -> None:
    text = unicodedata.normalize("NFC", format_po(file))
    again = read_po(written(folder, text))
    if text == format_po(file):
        assert nowhere(again) == nowhere(file)
    assert format_po(again) == text


@settings(max_examples=25)
@given(st.lists(entries(), max_size=8, unique_by=lambda one: one.id))
def test_gettext_takes_any_catalog_that_we_write(folder: Path, found: list[PoEntry]) -> None:
    """But for line ends, which must be alike there, and flags that contradict each other."""
    tame = [
        replace(
            one,
            source=_tame(one.source),
            target=_tame(one.target),
            flags=one.flags - {"no-python-format"},
        )
        for one in found
    ]
    file = replace(new_po(Path("x.po"), "tr"), entries=tuple(tame))
    assert msgfmt(written(folder, format_po(file))) == ""


def _tame(words: PoText) -> PoText:
    if isinstance(words, str):
        return f"a{words}z".replace("%(", "% (").replace("{", "(")
    return tuple(str(_tame(form)) for form in words)


def test_a_new_catalog_is_empty_and_taken_by_gettext(tmp_path: Path) -> None:
    text = format_po(new_po(tmp_path / "x.po", "tr"))
    assert text == HEADER
    assert msgfmt(written(tmp_path, text)) == ""


@pytest.mark.parametrize("lost", [1, 3])
def test_a_catalog_whose_entries_have_lost_their_ids_is_told_in_one_sentence(
    tmp_path: Path, lost: int
) -> None:
    """As csv2po without a template leaves it: the same words stand in several texts."""
    body = "\n".join(f'msgctxt "{n}"\nmsgid "Fever"\nmsgstr "Ateş"\n' for n in range(3))
    body = re.sub(r'msgctxt "\d"\n', "", body, count=lost)
    [problem] = refusal(read_catalog, read_body(tmp_path, body).path)
    assert (problem.code, problem.place.line) == ("catalog-invalid", FIRST_LINE)
    assert problem.message == (
        f"Not a valid catalog: {lost} of 3 entries have no msgctxt, the line that identifies "
        "the text."
    )
    assert "csv2po -t" in problem.hint
