"""Several tagged PDFs as one, with the structure, language, links and bookmarks of each kept.

No tool merges structure trees (ISO 32000-1,
14.7), so it is done here: each part's tree is copied in whole, and what two parts could have in
common, which is the keys of the parent tree and the names of destinations and elements, is made
distinct before.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    NumberTree,
    Object,
    Pdf,
    Stream,
    String,
)

from build_pack.locales import Locale
from build_pack.rendering.pdf.metadata import describe, pdf_bytes, read_records
from build_pack.rendering.pdf.xmp import accessible

# All that a part's catalog and structure tree may hold: what else there is would be lost.
_CATALOG = {"/Lang", "/MarkInfo", "/Metadata", "/Names", "/Outlines", "/OutputIntents", "/Pages"}
_CATALOG |= {"/StructTreeRoot", "/Type", "/ViewerPreferences"}
_NAMES = {"/Dests"}
_TREE = {"/IDTree", "/K", "/ParentTree", "/ParentTreeNextKey", "/Type"}


@dataclass(frozen=True)
class PdfPart:
    """One document in one locale, as a tagged PDF, and its title for the bookmarks."""

    pdf: bytes
    title: str
    locale: str
    new_sheet: bool = False
    """Whether it begins on a sheet of its own when paper is printed on both sides."""


def merge_pdfs(parts: Sequence[PdfPart], *, title: str, locale: str) -> bytes:
    """Join the parts in this order as PDF/UA-1 and PDF/A-2a; the same parts give the same bytes.

    Raises `ValueError` if there is no part, and for one that is not tagged or contains what
    cannot be merged here (forms, attachments, page labels, role maps).
    """
    if not parts:
        raise ValueError("there is nothing to assemble")
    with ExitStack() as opened:
        pack = _MergedPdf(opened.enter_context(Pdf.new()))
        for part in parts:
            pack.add(opened.enter_context(Pdf.open(BytesIO(part.pdf))), part)
        return pack.finished(title, locale)


class _MergedPdf:
    """The whole in the making: pages, and the four trees that lead to them."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._document = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, K=Array())
        )
        self._parents = NumberTree.new(pdf)
        self._destinations = NameTree.new(pdf)
        self._bookmarks: list[Object] = []
        self._records: list[dict[str, Any]] = []

    def add(self, source: Pdf, part: PdfPart) -> None:
        """Add a part's pages, and graft its trees onto ours."""
        _refuse_unknown(source)
        self._records += (one for one in read_records(source) if one not in self._records)
        prefix = f"{len(self._bookmarks) + 1}."
        if part.new_sheet and len(self._pdf.pages) % 2:
            left, bottom, right, top = map(float, self._pdf.pages[-1].mediabox)
            self._pdf.add_blank_page(page_size=(right - left, top - bottom))
        first_key, first_page = self._next_key(), len(self._pdf.pages)
        _make_distinct(source, prefix, first_key)
        # Pages first: what is copied later then refers to their copies.
        for page in source.pages:
            self._pdf.pages.append(page)
        self._add_colours(source)
        self._add_structure(source, part, first_key)
        self._add_destinations(source, prefix)
        self._add_bookmark(source, part.title, self._pdf.pages[first_page].obj)

    def _add_colours(self, source: Pdf) -> None:
        """Take over how colours are meant; all parts mean them alike."""
        if "/OutputIntents" in source.Root and "/OutputIntents" not in self._pdf.Root:
            intents = source.make_indirect(source.Root.OutputIntents)
            self._pdf.Root.OutputIntents = self._pdf.copy_foreign(intents)

    def _next_key(self) -> int:
        return max(self._parents, default=-1) + 1

    def _add_structure(self, source: Pdf, part: PdfPart, first_key: int) -> None:
        tree = self._pdf.copy_foreign(source.Root.StructTreeRoot)
        [document] = tree.K
        document.S = Name.Part
        document.Lang = String(Locale(part.locale).bcp47)
        document.P = self._document
        self._document.K.append(document)
        for key, elements in NumberTree(tree.ParentTree).items():
            self._parents[first_key + key] = elements

    def _add_destinations(self, source: Pdf, prefix: str) -> None:
        if "/Names" in source.Root:
            tree = self._pdf.copy_foreign(source.make_indirect(source.Root.Names.Dests))
            for name, destination in NameTree(tree).items():
                self._destinations[_distinct(name, prefix)] = destination

    def _add_bookmark(self, source: Pdf, title: str, page: Object) -> None:
        """Make the root of the part's own bookmarks, if it has any, an entry of ours."""
        if "/Outlines" in source.Root:
            entry = self._pdf.copy_foreign(source.Root.Outlines)
            entry.Count = -entry.Count  # closed: at first the reader sees the documents
        else:
            entry = self._pdf.make_indirect(Dictionary())
        entry.Title = String(title)
        entry.Dest = Array([page, Name.Fit])
        self._bookmarks.append(entry)

    def finished(self, title: str, locale: str) -> bytes:
        """Tie the trees to the catalog, say what the whole is, and write it."""
        root = self._pdf.Root
        root.Lang = String(Locale(locale).bcp47)
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.StructTreeRoot = self._structure_tree()
        root.Names = Dictionary(Dests=self._destinations.obj)
        root.Outlines = self._outlines()
        describe(self._pdf, title, accessible(title), self._records)
        return pdf_bytes(self._pdf)

    def _structure_tree(self) -> Object:
        tree = self._pdf.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([self._document]),
                ParentTree=self._parents.obj,
                ParentTreeNextKey=self._next_key(),
                IDTree=self._id_tree().obj,
            )
        )
        self._document.P = tree
        return tree

    def _id_tree(self) -> NameTree:
        ids = NameTree.new(self._pdf)
        for item in self._pdf.objects:
            if _is_element(item) and "/ID" in item:
                ids[str(item.ID)] = item
        return ids

    def _outlines(self) -> Object:
        """The entries, chained as the format wants it: each knows the next and the one before."""
        entries = self._bookmarks
        outlines = self._pdf.make_indirect(
            Dictionary(First=entries[0], Last=entries[-1], Count=len(entries))
        )
        for entry in entries:
            entry.Parent = outlines
        for earlier, later in pairwise(entries):
            earlier.Next, later.Prev = later, earlier
        return outlines


def _refuse_unknown(source: Pdf) -> None:
    if "/StructTreeRoot" not in source.Root:
        raise ValueError("a part is not a tagged PDF")
    unknown = source.Root.keys() - _CATALOG
    unknown |= source.Root.StructTreeRoot.keys() - _TREE
    unknown |= source.Root.get("/Names", Dictionary()).keys() - _NAMES
    if unknown:
        raise ValueError(f"a part holds what cannot be merged: {', '.join(sorted(unknown))}")


def _make_distinct(source: Pdf, prefix: str, first_key: int) -> None:
    """Move a part's parent tree keys to `first_key` and on, and put `prefix` before its names."""
    for item in source.objects:
        if not isinstance(item, Dictionary | Stream):
            continue
        keys = item.keys()
        for key in keys & {"/StructParent", "/StructParents"}:
            item[key] += first_key
        if "/Dest" in keys and isinstance(item.Dest, String):
            item.Dest = String(_distinct(str(item.Dest), prefix))
        if _is_element(item):
            _make_ids_distinct(item, prefix)


def _make_ids_distinct(element: Object, prefix: str) -> None:
    """Rename an element, and the table headers that it refers to."""
    if "/ID" in element:
        element.ID = String(_distinct(str(element.ID), prefix))
    attributes = element.get("/A", Dictionary())
    if "/Headers" in attributes:
        headers = (_distinct(str(header), prefix) for header in attributes.Headers)
        attributes.Headers = Array(map(String, headers))


def _is_element(item: Object) -> bool:
    return isinstance(item, Dictionary) and item.get("/Type") == Name.StructElem


def _distinct(name: str | bytes, prefix: str) -> str:
    """Put a part's prefix before a name; in ASCII, so that every reader sorts names alike."""
    return prefix + quote(name)
