"""What the tests of this room share: a page, its style, and how to print it in another process."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from pikepdf import Pdf

from build_pack.rendering.fonts.font_files import FontFace

TEMPLATE = Path("leaflet.html.jinja")
CSS = 'html { font-family: "Source Sans 3" } @page { size: A5 }'

_PRINT = """
import sys
from pathlib import Path
from build_pack.problems import ProblemsError
from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.weasyprint.renderer import Renderer

cache, css, html = sys.argv[1:]
try:
    pdf = Renderer([css], faces(Path(cache)), []).render(html, place=Path("x"))
except ProblemsError as error:
    sys.exit("\\n".join(map(str, error.problems)))
sys.stdout.buffer.write(pdf)
"""


def page(body: str, *, locale: str = "tr", title: str = "Başlık") -> str:
    return f'<html lang="{locale}"><title>{title}</title><body>{body}'


def opened(pdf: bytes) -> Pdf:
    return Pdf.open(BytesIO(pdf))


def print_elsewhere(
    faces: Sequence[FontFace],
    html: str,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Print in a process of its own; problems go to its standard error."""
    cache = str(faces[0].path.parent)
    return subprocess.run(
        [sys.executable, "-c", _PRINT, cache, CSS, html],
        env={**os.environ, **(environment or {})},
        cwd=folder,
        check=False,
        capture_output=True,
    )
