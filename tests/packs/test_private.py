"""What templates make of a visit's words is told without them, whoever finds it."""

import re
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.printing.layout import PrintSetup, PrintTask
from build_pack.printing.printer import Printer
from build_pack.problems import ProblemsError
from build_pack.rendering.html.template_layout import BUILT_IN
from tests.documents.test_medicines import demo
from tests.workshop import LEAFLET

VISIT = Visit(label="Hüsniye Örnekoğlu", medicines=(TakenMedicine("Planteddrug forte"),))
PRIVATE = re.compile("h[üu]sniye|[öo]rneko[ğg]lu|planteddrug|%C3", re.IGNORECASE)


def said(
    folder: Path, words: str, beside: str = "", kind: DocumentKind = DocumentKind.CHECKLIST
) -> str:
    """All that is said of a document in whose template something is put in front of its title."""
    (folder / "components").mkdir()
    name = "components/title.html.jinja"
    title = (BUILT_IN[0] / name).read_text("utf-8")
    (folder / name).write_text(title.replace("<h1", f"{words}<h1", 1), "utf-8")
    press = Printer(PrintSetup({LEAFLET: demo()}, (folder, *BUILT_IN)))
    with pytest.raises(ProblemsError) as caught:
        press.document(PrintTask(LEAFLET, "en", kind, VISIT, beside))
    return "\n".join(map(str, caught.value.problems))


@pytest.mark.parametrize(
    "words",
    [
        "{% include document.visit.label %}",
        "{% include document.visit.label[:7] %}",
        "{% include document.visit.label|upper %}",
        "{{ {}[document.visit.label[8:]] }}",
        "{{ {}[document.visit.given[0]] }}",
        "{{ {}[document.visit.given[0]|lower|replace(' ', '-')] }}",
        "{{ document.visit.label|int('a') + 1 }}{{ {}[document.visit.label|title] }}",
        "{% include 'x' * 190 ~ document.visit.label %}",
        "{{ {}[('a' * 170) ~ ' ' ~ document.visit.label] }}",
    ],
)
def test_a_fault_of_a_template(tmp_path: Path, words: str) -> None:
    problems = said(tmp_path, words)
    assert "template-invalid" in problems
    assert not PRIVATE.search(problems), problems


@pytest.mark.parametrize(
    "words",
    [
        '<a href="#{{ document.visit.label[:7] }}">a</a>',
        '<a href="#{{ document.visit.label|lower }}">a</a>',
        '<a href="https://example.com/{{ document.visit.label }}">a</a>',
        '<p style="color: {{ document.visit.label }}">a</p>',
        '<p style="{{ document.visit.label[:7] }}: 1">a</p>',
        '<img src="{{ document.visit.label }}.png" alt="">',
        '<img src="file:///{{ document.visit.label[:7] }}.png" alt="{{ document.visit.label }}">',
        "<p>{{ document.visit.label }} must not take it.</p>",
        '<p style="font-size: 1pt">{{ document.visit.given[0] }}</p>',
        "<style>{{ document.visit.label[:7] }} { x: {{ document.visit.given[0] }} }</style>",
    ],
)
def test_what_is_found_on_a_page(tmp_path: Path, words: str) -> None:
    problems = said(tmp_path, words)
    assert not PRIVATE.search(problems), problems
