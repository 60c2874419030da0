"""What a document may load: `data:` URLs, and files inside the folders that are its own."""

import os
from collections.abc import Iterable
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from build_pack.content.pictures.raster import MOST_BYTES
from build_pack.rendering.html.page_resources import printable_resource
from build_pack.storage.snapshot import NOTHING, Snapshot

# Only the types that Python brings along: those of the machine differ from one to the next.
_TYPES = MimeTypes()


class RootedFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Loads nothing from the network and no file outside `roots`, and remembers what it refused.

    A file that `snapshot` has is taken from there.
    WeasyPrint carries on without what it cannot load, so whoever renders must read `refused`.
    """

    def __init__(self, roots: Iterable[Path], snapshot: Snapshot = NOTHING) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._roots = tuple(root.resolve() for root in roots)
        self._snapshot = snapshot
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Load a URL; raises `ValueError` for a refused one, `OSError` for an unreadable file."""
        scheme = url.partition(":")[0].lower()
        if scheme == "data":
            response = super().fetch(url, headers)
            kind = response.headers.get("Content-Type", "")
            content = printable_resource(response.read(), kind)
            return URLFetcherResponse(url, content, {"Content-Type": kind})
        path = self._allowed_path(url) if scheme == "file" else None
        if path is None:
            self.refused.append(url)
            raise ValueError(f"{url} is not in the allowed folders")
        # Read here and not by urllib, which might read the URL in another way than this check.
        kind = _TYPES.guess_type(path.name)[0] or "application/octet-stream"
        content = printable_resource(self._read(path), kind)
        # Of an address of a file WeasyPrint would read a picture once more, as it is now.
        address = path.as_uri() if kind == "text/css" else "converted:"
        return URLFetcherResponse(address, content, {"Content-Type": kind})

    def _read(self, path: Path) -> bytes:
        if self._snapshot.covers(path):
            return self._snapshot.read(path, MOST_BYTES)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)

    def _allowed_path(self, url: str) -> Path | None:
        """The path of a file URL, if it was read before or is inside a root.

        It has links and `..` resolved, unless it was read before: then no link counts any more.
        """
        parts = urlsplit(url)
        given = url2pathname(parts.path)
        path = Path(os.path.normpath(given))
        if parts.netloc or not path.is_absolute() or "\0" in given:
            return None
        if self._snapshot.is_held(path):
            return path
        real = path.resolve()
        return real if any(real.is_relative_to(root) for root in self._roots) else None
