"""What a document may load: `data:` URLs, and files inside the folders that are its own.

With `pdf` the only module that knows WeasyPrint.
"""

import os
from collections.abc import Iterable
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from build_pack.content.loadable import as_printed
from build_pack.content.raster import MOST_BYTES
from build_pack.content.roots import is_inside

# Only the types that Python brings along: those of the machine differ from one to the next.
_TYPES = MimeTypes()


class RootedFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Loads nothing from the network and no file outside `roots`, and remembers what it refused.

    Links there may lead into the folders of `linked`, of which nothing is loaded otherwise.
    WeasyPrint carries on without what it cannot load, so whoever renders must read `refused`.
    """

    def __init__(self, roots: Iterable[Path], linked: Iterable[Path] = ()) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        roots = tuple(roots)
        real = tuple(root.resolve() for root in roots)
        self._named = (*real, *(Path(os.path.normpath(root.absolute())) for root in roots))
        self._allowed = (*real, *(root.resolve() for root in linked))
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Load a URL; raises `ValueError` for a refused one, `OSError` for an unreadable file."""
        scheme = url.partition(":")[0].lower()
        if scheme == "data":
            response = super().fetch(url, headers)
            kind = response.headers.get("Content-Type", "")
            content = as_printed(response.read(), kind)
            return URLFetcherResponse(url, content, {"Content-Type": kind})
        path = self._allowed_path(url) if scheme == "file" else None
        if path is None:
            self.refused.append(url)
            raise ValueError(f"{url} is not in the allowed folders")
        # Read here and not by urllib, which might read the URL in another way than this check.
        kind = _TYPES.guess_type(path.name)[0] or "application/octet-stream"
        with path.open("rb") as file:
            given = file.read(MOST_BYTES + 1)
        content = as_printed(given, kind)
        # Of an address of a file WeasyPrint would read the file once more, as it is.
        address = path.as_uri() if content == given else "converted:"
        return URLFetcherResponse(address, content, {"Content-Type": kind})

    def _allowed_path(self, url: str) -> Path | None:
        """The path of a file URL, if it names a file of a root, and leads into what is allowed.

        A name with `..` means what it says, even if a link stands before it.
        """
        parts = urlsplit(url)
        given = url2pathname(parts.path)
        path = Path(os.path.normpath(given))
        if parts.netloc or not path.is_absolute() or "\0" in given:
            return None
        is_named = any(path.is_relative_to(root) for root in self._named)
        return path if is_named and is_inside(path, self._allowed) else None
