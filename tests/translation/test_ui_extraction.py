"""The words of templates and of the program are found in the sources, each with an id."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import build_pack
from build_pack.content.clinic_layout import load_layout
from build_pack.content.inline_markup import MARKS_HINT
from build_pack.content.library import Library, program_templates, shipped_library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.problems import Place, Problem
from build_pack.translation.segments import Segment
from build_pack.translation.ui_extraction import ui_segments
from tests.content.samples import refusal, told

SHIPPED = Library((shipped_library(),))
TEMPLATES = sorted(path for f in SHIPPED.template_folders() for path in f.rglob("*.jinja"))
PROGRAM = Path(build_pack.__file__).parent
CALLS = {"pgettext", "npgettext"}
WORDS = {"pgettext": 2, "npgettext": 3}
"""How many texts each function takes before anything else: the id and its English."""


def put(folder: Path, text: str, name: str = "leaflet.html.jinja") -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def of_templates(*folders: Path) -> list[Segment]:
    """The words of templates beside those of the program's own, which are always there."""
    found = [one for one in ui_segments(Library(folders)) if one.place.path.suffix == ".jinja"]
    return [one for one in found if not one.place.path.is_relative_to(program_templates())]


def test_words_are_those_of_the_templates_that_were_read(tmp_path: Path) -> None:
    template = put(tmp_path, '{{ pgettext("ours.first", "First") }}')
    library = Library((tmp_path, *SHIPPED.folders))
    snapshot = load_layout(library, tmp_path, None).snapshot
    template.write_text("no words")
    put(tmp_path, '{{ pgettext("ours.later", "Later") }}', "later.html.jinja")

    found = {one.id: one.kinds for one in ui_segments(library, snapshot)}

    assert found["ours.first"] == {DocumentKind.LEAFLET}
    assert "ours.later" not in found


def test_words_of_what_no_clinic_replaces_are_those_of_every_document(tmp_path: Path) -> None:
    """Page numbers, and a web page's words, where a clinic has templates without any of them."""
    for kind in DocumentKind:
        put(tmp_path, "<p></p>", f"{kind}.html.jinja")

    found = {one.id: one.kinds for one in ui_segments(Library((tmp_path, *SHIPPED.folders)))}

    assert found["page.label"] == found["control.code"] == set(DocumentKind)
    assert found["glance.heading"] == {DocumentKind.LEAFLET}


def test_a_text_that_differs_from_that_of_the_programs_own_template_is_told(tmp_path: Path) -> None:
    put(tmp_path, '{{ pgettext("page.label", "Sheet") }}')

    assert [one.code for one in refused(tmp_path)] == ["id-duplicate"]


def refused(folder: Path) -> list[Problem]:
    return refusal(ui_segments, Library((folder,)))


def test_a_text_of_a_template_is_a_segment_with_its_line(tmp_path: Path) -> None:
    path = put(tmp_path, '<p>\n{{ pgettext("leaflet.title", "Patient leaflet") }}\n</p>')
    assert of_templates(tmp_path) == [
        Segment(
            "leaflet.title",
            "Patient leaflet",
            Place(path, 2),
            kinds=frozenset({DocumentKind.LEAFLET}),
        )
    ]


def test_a_word_is_of_the_documents_that_reach_it_through_macros_and_parts(tmp_path: Path) -> None:
    put(tmp_path, '{% extends base %}{% include "box.html.jinja" %}', "leaflet.html.jinja")
    put(tmp_path, '{% from "box.html.jinja" import one as mine %}{{ mine() }}', "diary.html.jinja")
    put(tmp_path, '{{ pgettext("a.frame", "Frame") }}', "base.html.jinja")
    put(tmp_path, '{% import "whole.html.jinja" as all %}{{ all.few() }}', "consent.html.jinja")
    whole = '{% macro few() %}{{ pgettext("a.few", "Few") }}{% endmacro %}'
    put(tmp_path, whole, "whole.html.jinja")
    macro = '{% macro one() %}{{ two() }}{{ pgettext("a.one", "One") }}{% endmacro %}'
    macro += '{% macro two() %}{{ npgettext("a.two", "Two", "Twos", 2) }}{% endmacro %}'
    macro += '{% macro unused() %}{{ pgettext("a.none", "None") }}{% endmacro %}'
    macro += '{% trans "a.box" name=x %}Box {{ name }}{% endtrans %}'
    put(tmp_path, macro, "box.html.jinja")
    assert {one.id: one.kinds for one in of_templates(tmp_path)} == {
        "a.frame": {DocumentKind.LEAFLET},
        "a.one": {DocumentKind.DIARY},
        "a.two": {DocumentKind.DIARY},
        "a.none": set(),
        "a.box": {DocumentKind.LEAFLET},
        "a.few": {DocumentKind.CONSENT},
    }


def test_a_text_with_a_plural_has_both(tmp_path: Path) -> None:
    put(tmp_path, '{{ npgettext("days", "%(n)s day", "%(n)s days", n, n=n) }}')
    [found] = of_templates(tmp_path)
    assert (found.id, found.source, found.plural) == ("days", "%(n)s day", "%(n)s days")


def test_a_block_of_words_is_taken_without_its_line_ends(tmp_path: Path) -> None:
    put(tmp_path, '{% trans "a.b" name=x %}\n  Call\n  {{ name }}\n{% endtrans %}')
    [found] = of_templates(tmp_path)
    assert (found.id, found.source) == ("a.b", "Call %(name)s")


def test_a_note_for_translators_comes_along(tmp_path: Path) -> None:
    put(tmp_path, '{# Translators: on the label #}\n{{ pgettext("a.b", "File") }}')
    [found] = of_templates(tmp_path)
    assert found.note == "on the label"


def test_a_text_that_is_used_twice_is_one_segment_where_it_stands_first(tmp_path: Path) -> None:
    text = '{{ pgettext("a.b", "File") }}\n'
    put(tmp_path, text, "b.html.jinja")
    first = put(tmp_path, f"\n{text}", "a.html.jinja")
    assert of_templates(tmp_path) == [Segment("a.b", "File", Place(first, 2))]


def test_components_are_looked_through_and_other_files_are_not(tmp_path: Path) -> None:
    put(tmp_path, '{{ pgettext("a.b", "File") }}', "components/x.html.jinja")
    put(tmp_path, '{{ pgettext("c.d", "Other") }}', "css/x.css")
    assert [one.id for one in of_templates(tmp_path)] == ["a.b"]


def test_a_clinics_template_goes_before_the_librarys_of_the_same_name(tmp_path: Path) -> None:
    clinic, shipped = tmp_path / "clinic", tmp_path / "shipped"
    put(clinic, '{{ pgettext("a.b", "Our words") }}')
    put(shipped, '{{ pgettext("a.b", "The words") }}')
    put(shipped, '{{ pgettext("c.d", "More") }}', "other.html.jinja")
    found = [(one.id, one.source) for one in of_templates(clinic, shipped)]
    assert found == [("a.b", "Our words"), ("c.d", "More")]


def test_the_texts_of_the_programs_sentences_are_found_too(tmp_path: Path) -> None:
    found = ui_segments(Library((tmp_path,)))
    python = {
        one.place.path.relative_to(PROGRAM).parts[0]
        for one in found
        if one.place.path.suffix == ".py"
    }
    assert python == {"documents"}
    assert "checklist.title" in {one.id for one in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<p>\n{{ x \n</p>",
            ("3:0 template-invalid unexpected '/'. Fix the template; Jinja stopped at this line."),
        ),
        (
            "<p>\n{% if x %}\n</p>",
            (
                "2:0 template-invalid Unexpected end of template. Jinja was looking for the "
                "following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to "
                "be closed is 'if'. Fix the template; Jinja stopped at this line."
            ),
        ),
        (
            '{{ gettext("File") }}',
            (
                "1:0 template-invalid The text “File” has no id such as “leaflet.title”. "
                'Write pgettext("part.name", "File").'
            ),
        ),
        (
            '\n{{ _("File") }}',
            (
                "2:0 template-invalid The text “File” has no id such as “leaflet.title”. "
                'Write pgettext("part.name", "File").'
            ),
        ),
        (
            '{{ ngettext("day", "days", n) }}',
            (
                "1:0 template-invalid The text “day” has no id such as “leaflet.title”. "
                'Write pgettext("part.name", "day").'
            ),
        ),
        (
            "{% trans %}File{% endtrans %}",
            (
                "1:0 template-invalid The text “File” has no id such as “leaflet.title”. "
                'Write pgettext("part.name", "File").'
            ),
        ),
        (
            '{{ pgettext("The Title", "File") }}',
            (
                "1:0 template-invalid The text “File” has no id such as “leaflet.title”. "
                'Write pgettext("part.name", "File").'
            ),
        ),
        (
            '{{ pgettext("a.b", "50% off") }}',
            (
                "1:0 template-invalid The text “a.b” has a single %. Write %% for a per cent "
                "sign, because values are filled into this text."
            ),
        ),
        (
            '{{ npgettext("a.b", "one", "50% off", n) }}',
            (
                "1:0 template-invalid The text “a.b” has a single %. Write %% for a per cent "
                "sign, because values are filled into this text."
            ),
        ),
        (
            '{{ pgettext("a.b", "%(n)s days [from now") }}',
            (
                "1:0 markup-invalid The text “a.b”: The character [ is not part of a known mark. "
                f"{MARKS_HINT}"
            ),
        ),
        (
            '\n{{ npgettext("a.b", "one", "**many", n) }}',
            (
                "2:0 markup-invalid The text “a.b”: Strong text begins with ** but is not "
                f"closed. {MARKS_HINT}"
            ),
        ),
        (
            "<p>\n  zero\u200bwidth</p>",
            (
                "2:7 character-forbidden The line contains the invisible character U+200B ZERO "
                "WIDTH SPACE. Type the words again instead of pasting them."
            ),
        ),
    ],
)
def test_a_template_that_cannot_be_used_is_told_with_its_line(
    tmp_path: Path, text: str, expected: str
) -> None:
    path = put(tmp_path, text)
    [problem] = refused(tmp_path)
    assert problem.place.path == path
    assert told(problem) == expected


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("<p>Call us</p>", 1, "Call us"),
        ("<p>\n\n  Call\n  us {{ x }}</p>", 3, "Call us"),
        ("{% if x %}<p>{% else %}\n{#- a\nnote -#}\n<p>Ara\u0131n</p>{% endif %}", 4, "Ara\u0131n"),
        ("{% macro a() -%}\n  or\n{%- endmacro %}", 2, "or"),
        ("<p>{{ n }}&nbsp;mg</p>", 1, "mg"),
        ("<style>p { x: y }</style>\nmg", 2, "mg"),
        ('<img src="x.png" alt="Our logo">', 1, "Our logo"),
        ('{% trans "a.b" %}\nFile{% endtrans %}\n<b>and</b>', 3, "and"),
        ("{% raw %}Files{% endraw %}", 1, "Files"),
    ],
)
def test_words_that_are_written_into_a_template_are_told(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    """They would be printed as they stand in every language."""
    put(tmp_path, text)
    [problem] = refused(tmp_path)
    assert told(problem) == (
        f"{line}:0 template-invalid The template itself contains the words “{words}”. Give "
        f'them an id: {{{{ pgettext("part.name", "{words}") }}}}.'
    )


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html lang='{{ x }}'><style>p { color: red }</style></html>",
        '{% macro traced(text) -%}\n {%- if x %} data-segment="{{ x }}"{% endif -%}{% endmacro %}',
        '<p class="a{{ " b" if x }}"{{ traced(x) }} title="{{ x }}">[{{ 1 }}, 2]&nbsp;\u260e</p>',
        "{# A note #}<!-- another -->",
        '{% trans "a.b" n=n %}One{% pluralize %}More{% endtrans %}',
    ],
)
def test_what_is_no_word_is_taken(tmp_path: Path, text: str) -> None:
    put(tmp_path, text)
    of_templates(tmp_path)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ('pgettext("a." ~ x, "File")', "pgettext"),
        ('pgettext("a.b", x)', "pgettext"),
        ('pgettext("a.b")', "pgettext"),
        ('pgettext("a.b", 5)', "pgettext"),
        ('npgettext("a.b", "day", days, n)', "npgettext"),
    ],
)
def test_a_text_that_is_put_together_at_run_time_is_told(
    tmp_path: Path, call: str, name: str
) -> None:
    """Nothing would extract it, so no catalog could hold it."""
    put(tmp_path, f"<p>\n{{{{ {call} }}}}</p>")
    assert (
        f"2:0 template-invalid The arguments of {name} are not literal texts, so they cannot "
        'be translated. Use literal texts, as in pgettext("part.name", "Text"), and fill '
        "in values by name."
    ) in [told(problem) for problem in refused(tmp_path)]


def test_a_template_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    put(tmp_path, "").write_bytes(b"<p>\n\xff</p>")
    assert [(p.code, p.place.line) for p in refused(tmp_path)] == [("file-unreadable", 2)]


def test_an_id_with_two_texts_is_told_where_the_second_stands(tmp_path: Path) -> None:
    path = put(tmp_path, '{{ pgettext("a.b", "File") }}\n{{ pgettext("a.b", "Folder") }}')
    [problem] = refused(tmp_path)
    assert told(problem) == (
        f"2:0 id-duplicate The id “a.b” is used for a different text at {path}:1. Give one of "
        "the two texts another id."
    )


def test_an_id_with_and_without_a_plural_has_two_texts(tmp_path: Path) -> None:
    put(tmp_path, '{{ pgettext("a.b", "day") }}\n{{ npgettext("a.b", "day", "days", n) }}')
    assert [problem.code for problem in refused(tmp_path)] == ["id-duplicate"]


def test_the_faults_of_all_templates_are_told_at_once(tmp_path: Path) -> None:
    put(tmp_path, "{% if %}", "a.html.jinja")
    put(tmp_path, '{{ _("x") }}', "b.html.jinja")
    put(tmp_path, "{{", "c.html.jinja")
    assert [problem.place.path.name for problem in refused(tmp_path)] == [
        "a.html.jinja",
        "b.html.jinja",
        "c.html.jinja",
    ]


# What is shipped


def template_calls(path: Path) -> Iterator[tuple[str, list[object]]]:
    """Each call of gettext in a template, with its arguments as they are written."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for call in environment.parse(path.read_text("utf-8")).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and "gettext" in call.node.name:
            yield call.node.name, [getattr(one, "value", None) for one in call.args]


def program_calls(path: Path) -> Iterator[tuple[str, list[object]]]:
    """Each call of gettext in a module, likewise."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            if name.endswith("gettext"):
                yield name, [getattr(one, "value", None) for one in node.args]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_text_of_a_template_is_written_out_with_an_id_of_two_words(path: Path) -> None:
    for name, arguments in template_calls(path):
        assert name in CALLS
        texts = arguments[: WORDS[name]]
        assert [text for text in texts if not isinstance(text, str)] == []
        assert re.fullmatch(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+", str(texts[0]))


@pytest.mark.parametrize("path", sorted((PROGRAM / "documents").glob("*.py")), ids=lambda p: p.name)
def test_every_text_of_the_program_is_written_out(path: Path) -> None:
    """A name that is put together at run time would not be found, and would fail in a build."""
    for name, arguments in program_calls(path):
        assert name in CALLS
        assert [one for one in arguments[: WORDS[name]] if not isinstance(one, str)] == []


def test_only_the_packages_that_are_looked_through_ask_for_texts() -> None:
    elsewhere = [
        path.name
        for path in PROGRAM.rglob("*.py")
        if path.relative_to(PROGRAM).parts[0] not in {"documents", "translation"}
        and [*program_calls(path)]
    ]
    assert elsewhere == []


def test_what_is_extracted_is_what_is_called() -> None:
    called = {str(a[0]) for path in TEMPLATES for _, a in template_calls(path)}
    for path in (PROGRAM / "documents").rglob("*.py"):
        called |= {str(arguments[0]) for _, arguments in program_calls(path)}
    assert {one.id for one in ui_segments(SHIPPED)} == called


def test_each_id_is_extracted_once() -> None:
    ids = Counter(one.id for one in ui_segments(SHIPPED))
    assert [name for name, count in ids.items() if count > 1] == []
