"""A template sees the document's own fields, and nothing of Python, of files, or without end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.pictures.logo import Logo
from build_pack.documents.compose import compose
from build_pack.documents.shared.views import Document
from build_pack.planning.visit import Visit
from build_pack.printing.layout import LayoutEngine, PrintSetup
from build_pack.problems import ProblemsError
from build_pack.rendering.html.sandbox import TemplateSandbox
from build_pack.rendering.html.template_layout import BUILT_IN
from tests.documents.test_medicines import demo
from tests.workshop import LEAFLET

LABEL = "Private 4711"
Run = Callable[[str], str]


@pytest.fixture(scope="module")
def document() -> Document:
    [found] = compose(demo(), "en", DocumentKind.CHECKLIST, Visit(label=LABEL))
    path = demo().clinic_folder / "clinic.yaml"
    logo = Logo(path, path.read_bytes())
    return replace(found, clinic=replace(found.clinic, logo=logo))


@pytest.fixture
def run(tmp_path: Path, document: Document) -> Run:
    """Give a function from a clinic's template for the checklist to what it makes of it."""

    def run(template: str) -> str:
        (tmp_path / "checklist.html.jinja").write_text(template, "utf-8")
        setting = PrintSetup({LEAFLET: demo()}, (tmp_path, *BUILT_IN))
        return LayoutEngine(setting).set(document).html

    return run


@pytest.fixture
def refused(run: Run, tmp_path: Path) -> Callable[[str], str]:
    """Give a function from a template, whose second line is wrong, to what is said of it."""

    def refused(line: str) -> str:
        with pytest.raises(ProblemsError) as error:
            run(f"{{% set x = namespace(all='a', list=['a']) %}}\n{line}\n")
        [problem] = error.value.problems
        assert problem.code == "template-invalid"
        assert problem.place.path == tmp_path / "checklist.html.jinja"
        assert problem.place.line == 2, problem
        assert LABEL not in str(problem)
        return problem.message

    return refused


PYTHON = [
    "{{ cycler.__init__.__globals__.os.system('true') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ document.__class__ }}",
    "{{ document['__class__'] }}",
    "{{ document.__dict__ }}",
    "{{ document.__dataclass_fields__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{{ pgettext.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ namespace.__init__ }}",
    "{{ namespace.mro() }}",
    "{{ clinic.logo.parent }}",
    "{{ clinic.logo.path }}",
    "{{ clinic.logo.path.read_text() }}",
    "{{ clinic.logo.path.parent }}",
    "{{ clinic.logo.content }}",
    "{{ clinic.logo.content.decode() }}",
    "{{ clinic.logo.read_text() }}",
    "{{ clinic.logo['read_text']() }}",
    "{{ clinic.logo / '../../pyproject.toml' }}",
    "{{ (clinic.logo, 1) | map(attribute='parent') | first }}",
    "{{ [clinic.logo] | map(attribute='parent.name') | join }}",
    "{{ clinic.logo }}",
    "{{ '/etc/passwd' | picture }}",
    "{{ '/etc/passwd' | data_uri }}",
    "{{ 'APPROVED' | qr_code }}",
    "{{ namespace(people=1, of=10) | people }}",
    "{{ '%s'.format(1) }}",
    "{{ '{0.__class__}'.format(document) }}",
    "{{ '{a.__class__}'.format_map({'a': document}) }}",
    "{{ '%s' | format(document) }}",
    "{{ document | attr('__class__') }}",
    "{{ lipsum() }}",
    "{{ dict(a=1) }}",
    "{{ joiner() }}",
    "{{ x.list.append(1) }}",
    "{{ document.clinic.replace }}",
    "{{ document.is_release.real }}",
    "{{ document.kind.__class__ }}",
    "{{ 'a'.encode() }}",
    "{{ loop }}",
    "{{ [document.title] }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ document }}",
    "{{ none | random }}",
    "{% include '../../pyproject.toml' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'no-such-file' %}",
    "{% import 'os' as os %}",
]


@pytest.mark.parametrize("line", PYTHON)
def test_a_template_reaches_no_more_than_the_document(
    refused: Callable[[str], str], line: str
) -> None:
    assert refused(line).endswith(".")


ENDLESS = [
    "{% for a in range(10 ** 9) %}a{% endfor %}",
    "{% for a in range(99999999) %}a{% endfor %}",
    "{% set y = range(999) %}{% for a in y %}{% for b in y %}{% endfor %}{% endfor %}",
    "{{ 'a' * 10 ** 9 }}",
    "{{ 'a' * 999999999 }}",
    "{{ [0] * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 2 ** 2 }}",
    "{{ '%9999999d' % 1 }}",
    "{{ pgettext('a.b', '%(n)999999999s', n=1) }}",
    "{{ 'a' | center(10 ** 9) }}",
    "{{ 'a'.center(999999999) }}",
    "{{ 'a'.ljust(999999999) }}",
    "{{ '1'.zfill(999999999) }}",
    "{{ 'a' | indent(999999999) }}",
    "{{ 'a' | wordwrap(1, wrapstring='a' * 99) }}",
    "{% for a in range(99) %}{% set x.all = x.all ~ x.all %}{% endfor %}",
    "{% for a in range(99) %}{% set x.all = x.all + x.all %}{% endfor %}",
    "{% for a in range(99) %}{% set x.list = x.list + x.list %}{% endfor %}",
    "{% for a in range(99) %}{% set x.list = [x.list, x.list] %}{% endfor %}{{ x.list }}",
    "{% for a in range(99) %}{% set x.all %}{{ x.all }}{{ x.all }}{% endset %}{% endfor %}",
    "{% for a in range(99) %}{% set x.all = x.all | replace('a', 'aa') %}{% endfor %}",
    "{% for a in range(99) %}{% set x.all = [x.all, x.all] | join(x.all) %}{% endfor %}",
    "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% include 'checklist.html.jinja' %}",
    "{% for a in [[[]]] recursive %}{{ loop(a) }}{% endfor %}",
    "{{ 1 / 0 }}",
    "{{ {}[document.visit.label] }}",
    "{{ document.visit.label.nothing }}",
    "{{ document.titel }}",
    "{{ gettext('Draft') }}",
    "{{ pgettext('no.such-text', 'Draft') }}",
    "{% for a in %}",
]


@pytest.mark.parametrize("line", ENDLESS, ids=range(len(ENDLESS)))
def test_whatever_goes_wrong_in_a_template_is_told_with_its_line(
    refused: Callable[[str], str], line: str
) -> None:
    assert refused(line).endswith(".")


def test_a_template_that_is_nested_too_deeply_is_told(run: Run) -> None:
    with pytest.raises(ProblemsError) as error:
        run("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}")

    [problem] = error.value.problems
    assert problem.message == "The template calls itself endlessly, or is nested too deeply."


def test_what_is_said_of_python_in_a_template(refused: Callable[[str], str]) -> None:
    assert refused("{{ document.__class__ }}") == (
        "The template reads “__class__”, which is not allowed in templates."
    )


HARMLESS: list[tuple[str, str]] = [
    ("{{ document.title }}", "Checklist"),
    ("{{ document.kind == 'checklist' }}", "True"),
    ("{% for stage in document.stages[:1] %}{{ loop.index }}{{ stage.id }}{% endfor %}", "1before"),
    ("{{ ['a', 'b'] | join(', ') }}", "a, b"),
    ("{{ 'a' ~ 1 ~ 'b' }}", "a1b"),
    ("{{ ('a' if false) }}b", "b"),
    ("{{ 1 + 2 * 3 }}", "7"),
    ("{{ 'Word next '.strip().partition(' ')[0] | upper }}", "WORD"),
    ("{{ document.stages | length > 1 }}", "True"),
    ("{{ '<b>' }}", "&lt;b&gt;"),
    ("{% set a = namespace(b=1) %}{% set a.b = 2 %}{{ a.b }}", "2"),
    ("{% macro m(a) %}<i>{{ a }}{{ caller() }}</i>{% endmacro %}{% call m('<') %}x{% endcall %}",
     "<i>&lt;x</i>"),
    ("{{ document.stages | map(attribute='id') | list | first }}", "before"),
    ("{% import 'components/number.html.jinja' as n %}ok", "ok"),
    ("{% for a in [1, 2, 3] if a > 1 %}{{ a }}{{ ',' if not loop.last }}{% endfor %}", "2,3"),
    ("{% for a in [1, 2] %}{{ loop.length }}{{ loop.nextitem is defined }}{% endfor %}",
     "2True2False"),
    ("{% for a, b in {'x': 1}.items() %}{{ a }}{{ b }}{% else %}none{% endfor %}", "x1"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "expected"), HARMLESS)
def test_a_template_of_a_clinic_lays_out_what_it_is_given(
    run: Run, template: str, expected: str
) -> None:
    assert run(template).strip() == expected


def test_a_template_that_is_a_link_to_another_folder_is_not_read(
    run: Run, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret"
    elsewhere.write_text("secret", "utf-8")
    (tmp_path / "part.html.jinja").symlink_to(elsewhere)

    with pytest.raises(ProblemsError) as error:
        run("{% include 'part.html.jinja' %}")

    [problem] = error.value.problems
    assert (problem.code, problem.place.path) == ("resource-refused", tmp_path / "part.html.jinja")


def test_a_template_that_is_not_text_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "part.html.jinja").write_bytes(b"\xff\xfe")

    with pytest.raises(ProblemsError) as error:
        run("{% include 'part.html.jinja' %}")

    assert [one.code for one in error.value.problems] == ["file-unreadable"]


def test_the_programs_own_templates_take_few_steps(document: Document) -> None:
    """The bounds are far from what a document takes."""
    from build_pack.rendering.html.sandbox import LETTERS, STEPS
    from build_pack.rendering.html.template_layout import TemplateLayout
    from build_pack.translation.ui_words import UiWords

    layout: Any = TemplateLayout(BUILT_IN, UiWords(demo().catalogs["en"].ui))
    layout.html(replace(document, clinic=replace(document.clinic, logo=None)))

    assert layout._sandbox.steps < STEPS / 100  # noqa: SLF001
    assert layout._sandbox.letters < LETTERS / 50  # noqa: SLF001


def test_a_fault_of_ours_is_not_told_as_one_of_the_template(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TemplateSandbox, "begin", None)
    with pytest.raises(TypeError):
        run("{{ document.title }}")
