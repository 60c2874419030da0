"""Documents as web pages pass axe-core in a real browser, on a wide and on a narrow screen."""

from collections.abc import Callable, Iterator

import pytest

from build_pack.content.models.pack import PackDocument
from tests.validation.axe import Browser, browser
from tests.validation.conftest import Packs
from tests.validation.formats import WITH_PAGES, in_formats, of_each_document

GOOD = """<!DOCTYPE html><html lang="tr"><meta name="viewport" content="width=device-width">
<title>Başlık</title><main><h1>Başlık</h1><p>Merhaba</p></main>"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@in_formats(WITH_PAGES)
@of_each_document
def test_every_web_page_passes(
    chromium: Browser,
    packs: Packs,
    one: PackDocument,
    record_property: Callable[[str, object], None],
) -> None:
    before = chromium.rules
    for locale in packs.format.locales:
        html = packs.document(locale, one, "html").read_text(encoding="utf-8")

        assert chromium.violations(html) == []
    record_property("axe", [f"{one.leaflet}, {one.document}", chromium.rules - before])


def test_a_good_page_breaks_no_rule(chromium: Browser) -> None:
    assert chromium.violations(GOOD) == []


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ('<img src="data:,">', "image-alt"),
        ('<p style="color: #aaa">Merhaba</p>', "color-contrast"),
        ("<h4>Başlık</h4>", "heading-order"),
        ("<ul><p>Merhaba</p></ul>", "list"),
        ('<p style="width: 2000px">Merhaba</p>', "reflow"),
    ],
)
def test_a_fault_is_found(chromium: Browser, fault: str, rule: str) -> None:
    found = chromium.violations(GOOD.replace("</main>", f"{fault}</main>"))

    assert {one.rule for one in found} == {rule}
