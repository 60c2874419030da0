"""How long packs take beside an earlier version, and beside other programs, as ratios.

    python -m benchmarks.packs FOLDER [RUNS]

FOLDER is a checkout of the earlier version, commit 4966c0e (`git worktree add FOLDER 4966c0e`).
Prints the table of docs/performance.md. What counts is the time of the processor, of a process and
of all that it starts: that of the clock depends on what else the machine does. A pack is that of
the sample clinic for one visit with five medicines, without blanks: sheet, consent in two copies,
checklist and leaflet; each visit is another patient's, so nothing of it is kept.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).parents[1]
_LEAFLET = "radiofrequency-neurotomy"
_MEDICINES = ("warfarin", "metformin", "aspirin", "paracetamol", "amlodipine")
_WARM = f"""
import sys, time
from pathlib import Path
root, runs = Path(sys.argv[1]), int(sys.argv[2])
leaflet, medicines = {_LEAFLET!r}, {_MEDICINES!r}
"""
_EARLIER = (
    _WARM
    + """
from build_pack.content.library import Library
from build_pack.packs.building import Request, VisitText, _chosen, _visit
from build_pack.packs.press import Press
from build_pack.packs.typesetting import Setting
library, clinic = Library((root,)), root / "clinics" / "demo"
request = Request(library, clinic, leaflet, Path("out"), ("en",))
chosen = _chosen(request)
press = Press(Setting(chosen.leaflets, library.with_clinic(clinic).template_folders()))
def printed(minute):
    text = VisitText(f"2036-12-10T09:{minute:02}", "lumbar", "left", "good", medicines)
    visit, _ = _visit(Request(library, clinic, leaflet, Path("out"), ("en",), text), chosen)
    for task in chosen.bundle.tasks("en", visit, ""):
        press.document(task)
"""
)
_NOW = (
    _WARM
    + """
from build_pack.operations.build import BuildRequest, build_in_memory
from build_pack.printing import worker_pool
from build_pack.visits.visit_reader import VisitText
from build_pack.workspace.workspace import Workspace
kept = {}
new, worker_pool.Printer = worker_pool.Printer, lambda setting: kept.setdefault(0, new(setting))
workspace = Workspace.at(root / "clinics" / "demo", root)
facts = ("bleeds-easily=no", "stroke-or-clot=no", "liver-disease=no")
def printed(minute):
    start = f"2036-12-10T09:{minute:02}"
    text = VisitText(start, "lumbar", "left", "good", medicines, facts=facts)
    return build_in_memory(workspace, BuildRequest(leaflet, Path("out"), ("en",), text))
"""
)
_MEASURED = """
printed(59)
for minute in range(runs):
    begun = time.process_time()
    printed(minute)
    print(time.process_time() - begun)
"""
_PLAIN = """
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from build_pack.rendering.fonts.font_files import faces, font_face_css
from build_pack.rendering.html.template_layout import BUILT_IN, PRINTED, stylesheets
from build_pack.rendering.weasyprint.renderer import Renderer
pages, rendered = [], Renderer.rendered
Renderer.rendered = lambda self, html, *more, **named: (
    pages.append(html) or rendered(self, html, *more, **named))
printed(59)
for minute in range(runs):
    begun = time.process_time()
    for page in pages:
        fonts = FontConfiguration()
        styles = [CSS(string=font_face_css(faces()), font_config=fonts)]
        styles += [CSS(path, font_config=fonts) for path in stylesheets(BUILT_IN, PRINTED)]
        HTML(string=page).write_pdf(stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1")
    print(time.process_time() - begun)
"""


def main() -> None:
    """Print a row for each kind of work: what, beside what, and the ratio."""
    earlier = Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if sys.argv[2:] else 5
    for row in ("work", "beside", "seconds", "of", "ratio"), ("---", "---", "--:", "--:", "--:"):
        sys.stdout.write(f"| {' | '.join(row)} |\n")
    with tempfile.TemporaryDirectory() as folder:
        for what, beside, one, other in _rows(earlier, runs, Path(folder)):
            times = f"{one:.2f} | {other:.2f} | {one / other:.2f}"
            sys.stdout.write(f"| {what} | {beside} | {times} |\n")
            sys.stdout.flush()


def _rows(earlier: Path, runs: int, folder: Path) -> Iterator[tuple[str, str, float, float]]:
    now = _warm(_NOW + _MEASURED, _ROOT, runs)
    before = _warm(_EARLIER + _MEASURED, earlier, runs)
    yield "a patient's pack, warm, one process", "commit 4966c0e", now, before
    plain = _warm(_NOW + _PLAIN, _ROOT, runs)
    yield "the same", "its HTML through plain WeasyPrint", now, plain
    _build(_ROOT, folder / "fonts", folder / "pages", "--plain")()
    for name, work in (("build", _build), ("check", _check)):
        first = _cold(work(_ROOT, folder / "cache", folder / "out"), folder)
        again = _seconds(work(_ROOT, folder / "cache", folder / "out"))
        yield f"`{name}` again, nothing changed", "the first time", again, first
        old = _cold(work(earlier, folder / "cache", folder / "out"), folder)
        yield f"`{name}`, first time", "commit 4966c0e", first, old
    if chromium := shutil.which("chromium"):
        first = _cold(_build(_ROOT, folder / "cache", folder / "out"), folder)
        pages = (folder / "pages").rglob("*.html")
        peer = sum(_seconds(_printed_by(chromium, page)) for page in pages)
        yield "`build`, first time", "Chromium, a process for each web page", first, peer


def _warm(script: str, root: Path, runs: int) -> float:
    environment = os.environ | {"PYTHONPATH": str(root)}
    command = [sys.executable, "-c", script, str(root), str(runs)]
    said = subprocess.run(  # noqa: S603
        command, cwd=root, env=environment, stdout=subprocess.PIPE, check=True, text=True
    )
    return median(map(float, said.stdout.split()))


def _program(root: Path, cache: Path, *words: str) -> Callable[[], None]:
    environment = os.environ | {"PYTHONPATH": str(root), "BUILD_PACK_CACHE": str(cache)}
    command = [sys.executable, "-m", "build_pack", *words]

    def run() -> None:
        subprocess.run(command, env=environment, capture_output=True, check=True, cwd=root)  # noqa: S603

    return run


def _build(root: Path, cache: Path, out: Path, *more: str) -> Callable[[], None]:
    clinic = root / "clinics" / "demo"
    return _program(
        root, cache, "build", _LEAFLET, "--clinic", str(clinic), "--locale", "en",
        "--out", str(out), *more,
    )  # fmt: skip


def _check(root: Path, cache: Path, _out: Path) -> Callable[[], None]:
    return _program(root, cache, "check", "--clinic", str(root / "clinics" / "demo"))


def _cold(work: Callable[[], None], folder: Path) -> float:
    """The time with nothing kept but the fonts."""
    shutil.rmtree(folder / "cache", ignore_errors=True)
    shutil.copytree(folder / "fonts", folder / "cache", ignore=shutil.ignore_patterns("results"))
    return _seconds(work)


def _printed_by(chromium: str, page: Path) -> Callable[[], None]:
    out = f"--print-to-pdf={page.with_suffix('.chromium.pdf')}"
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", out, page.as_uri()]

    def run() -> None:
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603

    return run


def _seconds(work: Callable[[], None]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
