"""Where things are: the library's folders, with the clinic's own laid over them."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from build_pack.content.pictures.drawings import FOLDER
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors
from build_pack.storage.link_boundaries import link_problems
from build_pack.storage.memoization import memoized
from build_pack.text.suggestions import did_you_mean

SOURCE_LOCALE = "en"
"""The language in which leaflets are written."""

NO_LEAFLET = "There is no leaflet with this name."
"""Said of an id that is not repeated: it may be a name that was typed in the wrong place."""


def shipped_library() -> Path:
    """The library that came with the program: beside it in a checkout, inside it once installed."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "library"
    return installed if installed.is_dir() else package.parent


def program_templates() -> Path:
    """The program's own templates, which lay out what nothing else may."""
    return shipped_library() / "templates"


FORMULARY, WARNING_SIGNS = "formulary.yaml", "warning-signs.yaml"
"""What all leaflets share, in `leaflets/`."""

OVERLAY_TEMPLATE = "furniture.html.jinja"
PLAIN = "plain.html.jinja"
ALONE = frozenset({OVERLAY_TEMPLATE, PLAIN, "css/furniture.css", "css/screen.css"})
"""Templates and stylesheets that are read from the program's own folder alone."""


def catalog_path(folder: Path, locale: str, domain: str) -> Path:
    """Where a catalog is in a library or a clinic."""
    return folder / "locales" / locale / "LC_MESSAGES" / f"{domain}.po"


@dataclass(frozen=True)
class Library:
    """Folders that hold `leaflets/`, `locales/` and `templates/`; earlier ones go before later."""

    folders: tuple[Path, ...]
    program: Path = field(default_factory=shipped_library)
    """The one that came with the program: its version says which layout it has."""

    @classmethod
    def at(cls, folder: Path | None = None) -> "Library":
        """The library in a folder; None: the one that came with the program."""
        return cls((folder or shipped_library(),))

    @memoized
    def with_clinic(self, clinic: Path) -> "Library":
        """Lay a clinic's own leaflets, catalogs and templates over these.

        Raises `ProblemsError` for links in any of them that lead out of all of them.
        """
        stop_on_errors(link_problems(clinic, self.folders))
        return replace(self, folders=(clinic, *self.folders))

    @memoized
    def leaflet_ids(self) -> tuple[str, ...]:
        """The ids of all leaflets, in alphabetical order; a folder such as `_starter` is none."""
        files = (file for folder in self.folders for file in folder.glob("leaflets/*/leaflet.yaml"))
        names = {file.parent.name for file in files}
        return tuple(sorted(name for name in names if not name.startswith("_")))

    @memoized
    def leaflet_folder(self, leaflet_id: str) -> Path:
        """The folder of a leaflet, or `ProblemsError` with the ids that there are."""
        known = self.leaflet_ids()
        if leaflet_id in known:  # asked of the list: not each text can be the name of a file
            folders = (folder / "leaflets" / leaflet_id for folder in self.folders)
            return next(folder for folder in folders if (folder / "leaflet.yaml").exists())
        place = Place(self.folders[-1] / "leaflets")
        hint = did_you_mean(leaflet_id, known) or "The folder has no leaflets at all."
        raise ProblemsError([Problem("id-unknown", place, NO_LEAFLET, hint)])

    def drawing_folders(self, leaflet_id: str) -> tuple[Path, ...]:
        """Where a leaflet's drawings are looked for: its own, then those for all leaflets."""
        shared = (folder / "leaflets" / FOLDER for folder in self.folders)
        return (self.leaflet_folder(leaflet_id) / FOLDER, *shared)

    @memoized
    def formulary(self) -> Path:
        """The list of medicines: the clinic's own if it keeps one."""
        files = [folder / "leaflets" / FORMULARY for folder in self.folders]
        return next((file for file in files if file.is_file()), files[-1])

    @memoized
    def warning_signs(self) -> Path | None:
        """The library of warning signs: the clinic's own if it keeps one; None if there is none."""
        files = (folder / "leaflets" / WARNING_SIGNS for folder in self.folders)
        return next((file for file in files if file.is_file()), None)

    @memoized
    def locales(self) -> tuple[str, ...]:
        """Every locale that has a folder, in alphabetical order."""
        found = (path for folder in self.folders for path in folder.glob("locales/*/LC_MESSAGES"))
        return tuple(sorted({path.parent.name for path in found}))

    @memoized
    def catalogs(self, locale: str, domain: str) -> tuple[Path, ...]:
        """A domain's catalogs, the clinic's rewordings before the full one.

        Where there is none, the path at which the library would have it.
        """
        paths = [catalog_path(folder, locale, domain) for folder in self.folders]
        return tuple(path for path in paths if path.is_file()) or (paths[-1],)

    def template_folders(self) -> tuple[Path, ...]:
        """Where templates and stylesheets are looked for, in order."""
        return tuple(path for f in self.folders if (path := f / "templates").is_dir())
