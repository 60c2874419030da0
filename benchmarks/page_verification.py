"""What it costs to compare finished pages with the document, as a share of their print.

`python -m benchmarks.page_verification`: processor time, of the first leaflet's documents, without
collection of garbage, which would fall on either at random.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_pack.content.library import Library
from build_pack.operations.build import option_place
from build_pack.printing.layout import LayoutEngine, PrintSetup, PrintTask
from build_pack.printing.printer import Printer
from build_pack.problems import ProblemsError
from build_pack.rendering.weasyprint import renderer
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from gallery.library import LEAFLET, copied_library

ROOT = Path(__file__).parents[1]
FORMATS = {
    "a4": VisitText(region="lumbar"),
    "letter": VisitText(region="lumbar", paper="letter"),
    "a5": VisitText(region="lumbar", paper="a5"),
    "large print": VisitText(region="lumbar", large_print=True),
}


def main() -> None:
    """Print milliseconds for a page, of the print and of what is compared, and their ratio."""
    gc.disable()
    with TemporaryDirectory() as folder:
        library = copied_library(ROOT, Path(folder) / "library", "ar")
        for locale in ("en", "tr", "ar"):
            for name, visit in FORMATS.items():
                printed, compared, pages = _measured(library, locale, visit)
                print(  # noqa: T201 - what it is for
                    f"{locale} {name:12} {pages:3} pages: print {printed / pages:4.0f} ms, "
                    f"compared {compared / pages:4.1f} ms a page, {compared / printed:.1%}"
                )
                gc.collect()


def _measured(library: Library, locale: str, text: VisitText) -> tuple[float, float, int]:
    clinic = library.folders[0] / "clinics" / "demo"
    sources = load_sources(Workspace(library, clinic), LEAFLET, (locale,), draft=True).sources
    setting = PrintSetup({LEAFLET: sources}, library.with_clinic(clinic).template_folders())
    visit, _ = VisitReader(sources).read(text, option_place)
    press, typesetter = Printer(setting), LayoutEngine(setting)
    spent, pages = [0.0], [0]
    plain = {name: vars(renderer)[name] for name in ("page_content", "page_problems")}

    def read(document: Any, *more: Any, **named: Any) -> Any:
        start = time.process_time()
        content = plain["page_content"](document, *more, **named)
        spent[0] += time.process_time() - start
        pages[0] += len(document.pages)
        return content

    def compare(*content: Any) -> Iterator[Any]:
        start = time.process_time()
        found = list(plain["page_problems"](*content))
        spent[0] += time.process_time() - start
        yield from found

    vars(renderer).update(page_content=read, page_problems=compare)
    start = time.process_time()
    for kind in sources.leaflet.kinds:
        html_page = typesetter.html_pages(PrintTask(LEAFLET, locale, kind, visit))[0]
        with suppress(ProblemsError):  # of test text that does not fit; it is compared all the same
            press.print_page(html_page)
    whole = time.process_time() - start
    vars(renderer).update(plain)
    return (whole - spent[0]) * 1000, spent[0] * 1000, pages[0]


if __name__ == "__main__":
    main()
