"""HTML to tagged PDF, where whatever goes wrong is a problem and nothing is left out in silence.

Import of WeasyPrint takes half a second, so it is loaded by the first `Renderer`.
"""

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_pack.problems import Place, Problem, ProblemsError, downgrade_tolerated, stop_on_errors
from build_pack.rendering.fonts.font_files import FontFace, font_face_css
from build_pack.rendering.html.markup_rules import drawing_problems, markup_problems
from build_pack.rendering.html.stylesheet_limits import bound_problems
from build_pack.rendering.page_verification.page_check import page_problems
from build_pack.rendering.pdf.xmp import with_pdfua
from build_pack.rendering.weasyprint.box_fragments import boxes_numbered
from build_pack.rendering.weasyprint.content_reader import page_content
from build_pack.rendering.weasyprint.draft_band_and_footer import DraftBandAndFooter
from build_pack.rendering.weasyprint.drawing_recorder import recorded
from build_pack.rendering.weasyprint.error_capture import errors_captured
from build_pack.rendering.weasyprint.gradients import complete_gradients
from build_pack.rendering.weasyprint.hyphenation import hyphenated_where_needed
from build_pack.rendering.weasyprint.images import ImageCache
from build_pack.rendering.weasyprint.internals import (
    colour_profile_file,
    internal,
    require_internals,
    require_libraries,
)
from build_pack.rendering.weasyprint.page_fill import close_frames, last_page_is_short
from build_pack.rendering.weasyprint.page_overlay import (
    overlay_problems,
    paint_overlay,
    remove_page_decorations,
    turned,
)
from build_pack.rendering.weasyprint.structure_tree import complete_tags
from build_pack.rendering.weasyprint.text_overflow import overflow_problems
from build_pack.storage.snapshot import NOTHING, Snapshot

# True makes the identifier a digest of the content; no date is set: same HTML, same bytes.
# What the page says of itself for programs becomes an entry of the PDF's information dictionary.
# A name of ours: under its own, WeasyPrint opens the file of the colour space and leaves it open.
_COLOURS = "srgb-2014"
_OPTIONS = {
    "pdf_variant": "pdf/a-2a",
    "pdf_identifier": True,
    "custom_metadata": True,
    "output_intent": _COLOURS,
}
_OVERLAYS = 32
"""How many overlays a renderer keeps: those of a clinic's documents in a few formats."""
_NO_SYSTEM_FONTS = Path(__file__).with_name("fonts.conf")
_CSS_TEXT = Path("(CSS made by the program)")


class Renderer:
    """Prints any number of documents as PDF/UA-1 and PDF/A-2a, with the same fonts and stylesheets.

    Not to be shared between threads: WeasyPrint is not made for it.
    """

    def __init__(
        self,
        stylesheets: Sequence[Path | str],
        faces: Sequence[FontFace],
        roots: Iterable[Path],
        compact: Sequence[Path | str] = (),
        overlay: Sequence[Path] = (),
        snapshot: Snapshot = NOTHING,
    ) -> None:
        """Parse the stylesheets, each a file or CSS text, or raise `ProblemsError`.

        Those under `compact` are added for a document whose last page would be nearly empty, if it
        is shorter with them; those under `overlay` are for what the program itself puts on pages.
        Nothing outside the folders `roots` is loaded, whatever a stylesheet or document asks for.
        What `snapshot` has is taken from it.
        """
        require_libraries()
        require_internals()
        from weasyprint.css.counters import CounterStyle
        from weasyprint.text.fonts import FontConfiguration

        self._roots = tuple(roots)
        self._snapshot = snapshot
        self._own_fonts = {sha256(face.content).digest() for face in faces}
        with _environment("FONTCONFIG_FILE", str(_NO_SYSTEM_FONTS)):
            self._font_config = FontConfiguration()
        self._counter_style = CounterStyle()
        fonts = Snapshot(files={Snapshot.key(face.path): face.content for face in faces})
        self._stylesheets = [self._parsed(font_face_css(faces), (), fonts)]
        self._stylesheets += self._all_parsed(stylesheets)
        self._compact_stylesheets = self._all_parsed(compact)
        own = {path.parents[1] for path in overlay}
        self._overlay_stylesheets = [
            self._stylesheets[0],
            *(self._parsed(path, own, NOTHING) for path in overlay),
        ]
        self._overlays: dict[tuple[str, tuple[bool, ...]], Any] = {}

    def render(self, html: str, *, place: Path) -> bytes:
        """Print one document, or raise `ProblemsError` with all that is wrong, all at `place`.

        URLs in the HTML are absolute or `data:`; there is no folder to resolve others from.
        """
        return self.rendered(html, place)[0]

    def rendered(
        self,
        html: str,
        place: Path,
        tolerated: Container[str] = (),
        *,
        own: str = "",
        overlay: DraftBandAndFooter | None = None,
    ) -> tuple[bytes, tuple[Problem, ...]]:
        """Print one document, and say what is wrong with it of the codes that do not stop it.

        `own` is the same document as the program's own templates lay it out, if there is one.
        `overlay` is put on its pages; without it, nothing is.
        """
        from weasyprint import HTML

        with errors_captured(self._roots, Place(place), tolerated, self._snapshot) as (
            fetcher,
            problems,
        ):
            page = HTML(string=html, url_fetcher=fetcher)
            stop_on_errors(drawing_problems(page.etree_element, Place(place)))
            with hyphenated_where_needed(), boxes_numbered():
                document = self._laid_out(page, self._stylesheets)
                if self._compact_stylesheets and last_page_is_short(document):
                    compact = self._laid_out(page, [*self._stylesheets, *self._compact_stylesheets])
                    document = min(document, compact, key=lambda one: len(one.pages))
            close_frames(document)
            classes = page.etree_element.get("class", "")
            overlay_document = None
            if overlay:
                remove_page_decorations(document)
                overlay_document = self._overlay(overlay, turned(document), fetcher)
                paint_overlay(document, overlay_document, overlay.record)
            with complete_gradients(), recorded(document) as drawing:
                pdf = _written(document, overlay_document)
            problems.extend(self._font_problems(document.fonts.values(), Place(place)))
            problems.extend(overflow_problems(document, Place(place), classes))
            if overlay and overlay_document:
                problems.extend(
                    overlay_problems(document, overlay_document, overlay, Place(place), classes)
                )
            if own:
                wanted = page.etree_element if own == html else HTML(string=own).etree_element
                if own != html:
                    problems.extend(markup_problems(page.etree_element, wanted, Place(place)))
                rtl = wanted.get("dir") == "rtl"
                content = page_content(document, drawing, rtl=rtl)
                problems.extend(page_problems(wanted, content, pdf, Place(place)))
        if overlay:
            self._keep(overlay, turned(document), overlay_document)
        return pdf, tuple(downgrade_tolerated(problems, tolerated))

    def _overlay(self, overlay: DraftBandAndFooter, pages: Sequence[bool], fetcher: Any) -> Any:
        """What the program puts on pages, laid out; `pages`: which of them lie on their side."""
        from weasyprint import HTML

        if kept := self._overlays.get((overlay.html, tuple(pages))):
            return kept
        page = HTML(string=overlay.sheets(pages), url_fetcher=fetcher)
        return self._laid_out(page, self._overlay_stylesheets)

    def _keep(self, overlay: DraftBandAndFooter, pages: Sequence[bool], laid_out: Any) -> None:
        """Keep an overlay with which nothing was wrong: the next patient's pages have the same."""
        key = overlay.html, tuple(pages)
        self._overlays.pop(key, None)
        self._overlays[key] = laid_out
        if len(self._overlays) > _OVERLAYS:
            del self._overlays[next(iter(self._overlays))]

    def _laid_out(self, page: Any, stylesheets: Sequence[Any]) -> Any:
        return page.render(
            font_config=self._font_config,
            counter_style=self._counter_style.copy(),  # a document may add some of its own
            color_profiles={_COLOURS: _colours()},
            stylesheets=stylesheets,
            cache=ImageCache(),
            **_OPTIONS,
        )

    def _all_parsed(self, stylesheets: Sequence[Path | str]) -> list[Any]:
        parsed: list[Any] = []
        problems: list[Problem] = []
        for stylesheet in stylesheets:
            try:
                parsed.append(self._parsed(stylesheet, self._roots, self._snapshot))
            except ProblemsError as error:
                problems.extend(error.problems)
        stop_on_errors(problems)
        return parsed

    def _parsed(self, stylesheet: Path | str, roots: Iterable[Path], snapshot: Snapshot) -> Any:
        from weasyprint import CSS

        source: dict[str, Any] = {"string": stylesheet}
        if is_file := isinstance(stylesheet, Path):
            content = snapshot.read(stylesheet)
            stop_on_errors(bound_problems(stylesheet, content))
            source = {"string": content, "base_url": stylesheet.absolute().as_uri()}
        place = Place(Path(stylesheet) if is_file else _CSS_TEXT)
        with errors_captured(roots, place, snapshot=snapshot) as (fetcher, _):
            return CSS(
                **source,
                font_config=self._font_config,
                counter_style=self._counter_style,
                url_fetcher=fetcher,
            )

    def _font_problems(self, fonts: Iterable[Any], place: Place) -> Iterator[Problem]:
        """Characters that our fonts lack, and text that is set in a font that is not ours."""
        content = internal("weasyprint.text.fonts.get_hb_object_data")
        for font in fonts:
            if font.missing:
                lacking = ", ".join(f"{chr(code)} (U+{code:04X})" for code in sorted(font.missing))
                message = f"The pack's fonts lack {lacking}."
                yield Problem("glyph-missing", place, message, "Use other characters in the text.")
            # By content: a font of the same name would set the same text in other shapes.
            if sha256(content(font.hb_face)).digest() not in self._own_fonts:
                message = f"Text is set in “{font.family}”, which is not one of the pack's fonts."
                hint = "Remove the font from the template or stylesheet."
                yield Problem("font-foreign", place, message, hint)


def _colours() -> Any:
    """What red, green and blue mean on paper, which PDF/A wants said: sRGB.

    Made again for each document: one that has been asked for its name is written in other bytes.
    """
    path = colour_profile_file()
    with path.open("rb") as file:
        profile = internal("weasyprint.css.ColorProfile")
        return profile(file, path.name, "relative-colorimetric", (["r"], ["g"], ["b"]))


def _written(document: Any, overlay: Any) -> bytes:
    """A document that has been laid out as PDF/A-2a, which says that it is PDF/UA-1 as well."""
    plain = document.metadata.generate_rdf_metadata
    document.metadata.generate_rdf_metadata = lambda *standard: with_pdfua(plain(*standard))
    with complete_tags(document, overlay) as finish:
        pdf: bytes = document.write_pdf(finisher=finish, **_OPTIONS)
    return pdf


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    """Set an environment variable for a while."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before
