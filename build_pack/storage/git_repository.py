"""A git repository that is only read, and never runs a program that a configuration names.

Commands that people use (`log`, `show`, `archive`) ask configurations for programs: to verify
signatures, to convert files, to page. Those that scripts use print objects as they are stored. No
configuration but the repository's own is read, and what that says of programs is overridden.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError

_OVERRIDDEN = (
    *("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.editor=false"),
    *("core.attributesFile=/dev/null", "core.sshCommand=false", "core.askPass=false"),
    *("core.gitProxy=", "core.alternateRefsCommand=false", "credential.helper="),
    *("log.showSignature=false", "gpg.program=false", "gpg.ssh.program=false"),
    *("gpg.x509.program=false", "diff.external=", "protocol.allow=never"),
)
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "HOME": os.devnull,  # for versions of git that do not know the two above
    "XDG_CONFIG_HOME": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # what a repository allows does not count beside this
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_PROGRAMS = ("SSH_ASKPASS", "PAGER", "EDITOR", "VISUAL")
_MOST_FILES = 20_000
_MOST_BYTES = 500_000_000
"""Of one state; what is kept for a clinic has some hundred files and some megabytes."""
_ODD_PARTS = frozenset({"", ".git", "git~1"})
"""Parts of names, without dots and spaces at their end, that no file of ours has."""
_LINK, _SUBMODULE = "120000", "160000"


@dataclass(frozen=True)
class CommittedFile:
    """A file or a symbolic link of a commit."""

    path: Path
    """Inside the repository."""
    content: bytes
    is_link: bool


class GitRepository:
    """A repository, by the folder of its work tree."""

    def __init__(self, root: Path, trusted: tuple[str, ...]) -> None:
        self.root = root
        self._trusted = trusted

    @property
    def is_whole(self) -> bool:
        """Whether its history is here to the beginning."""
        return self._git("rev-parse", "--is-shallow-repository").strip() != b"true"

    @property
    def _is_empty(self) -> bool:
        """Whether nothing was committed yet."""
        words = ("rev-parse", "--verify", "--quiet", "HEAD")
        return _run(self.root, self._trusted, *words).returncode != 0

    def commits(self, paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
        """Id and time, in ISO 8601, of each commit that changed one of these, newest first."""
        if self._is_empty:
            return
        names = map(str, paths)
        lines = self._git("rev-list", "--format=%cI", "HEAD", "--", *names).decode().splitlines()
        for line, moment in zip(lines[::2], lines[1::2], strict=True):
            yield line.removeprefix("commit "), moment

    def last_committed(self, path: Path) -> tuple[Path, ...]:
        """The files below a path in the last commit, by name; none if there is no commit."""
        if self._is_empty:
            return ()
        words = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD", "--", str(path))
        return tuple(Path(os.fsdecode(name)) for name in self._git(*words).split(b"\0") if name)

    def stored(self, commit: str, paths: Iterable[Path]) -> Iterator[CommittedFile]:
        """What a commit holds below these paths, as it is stored; or `ProblemsError`."""
        names = map(str, paths)
        listed = self._git("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *names)
        entries = [_entry(line) for line in listed.split(b"\0") if line]
        self._stop_if_unfit(entries)
        ids = "".join(f"{entry.id}\n" for entry in entries).encode()
        answer, at = self._git("cat-file", "--batch", given=ids), 0
        for entry in entries:
            start = answer.index(b"\n", at) + 1
            at = start + int(entry.size) + 1
            yield CommittedFile(Path(entry.name), answer[start : at - 1], entry.mode == _LINK)

    def _stop_if_unfit(self, entries: list["_TreeEntry"]) -> None:
        sizes = [int(entry.size) for entry in entries if entry.size.isdigit()]
        if found := next((entry for entry in entries if entry.mode == _SUBMODULE), None):
            message = f"“{found.name}” is a submodule, whose history is stored elsewhere."
            raise _odd(self.root, message, "Keep clinic and library in one repository.")
        if any(not entry.size.isdigit() for entry in entries):
            raise _unread(self.root, "missing blob")
        if len(entries) > _MOST_FILES or sum(sizes) > _MOST_BYTES:
            message = (
                f"An earlier version has more than {_MOST_FILES:,} files or {_MOST_BYTES:,} bytes."
            )
            raise _odd(self.root, message, "Keep nothing else in the clinic's folders.")
        if not all(_is_plain(entry.name) for entry in entries):
            message = "An earlier version contains a file whose name leads out of its folder."
            raise _odd(self.root, message, "Find out who added it to the repository.")

    def _git(self, *words: str, given: bytes = b"") -> bytes:
        done = _run(self.root, self._trusted, *words, given=given)
        if done.returncode:
            raise _unread(self.root, done.stderr.decode(errors="replace"))
        return done.stdout


@dataclass(frozen=True)
class _TreeEntry:
    mode: str
    id: str
    size: str
    name: str


def _entry(line: bytes) -> _TreeEntry:
    about, _, name = line.partition(b"\t")
    mode, _kind, object_id, size = about.decode().split()
    return _TreeEntry(mode, object_id, size, os.fsdecode(name))


def _is_plain(name: str) -> bool:
    """Whether a name leads to one place below the folder that it is written in, on any system."""
    parts = name.split("/")
    is_odd = _ODD_PARTS.intersection(part.rstrip(". ").casefold() for part in parts)
    return not is_odd and not any(mark in name for mark in "\\\0")


def repository_of(folder: Path) -> GitRepository | None:
    """The repository in which a folder lies; None if it is in none. An odd one is reported."""
    trusted: tuple[str, ...] = ()
    done = _run(folder, trusted, "rev-parse", "--show-toplevel")
    if b"dubious ownership" in done.stderr:
        trusted = _trusted()
        done = _run(folder, trusted, "rev-parse", "--show-toplevel")
    said = done.stderr.decode(errors="replace")
    if done.returncode and "not a git repository (or any" in said:
        return None
    if done.returncode:
        raise _unread(folder, said)
    root = Path(os.fsdecode(done.stdout.removesuffix(b"\n"))).resolve()
    if not folder.resolve().is_relative_to(root):
        message = f"The files of the repository are in a different folder, {root} (core.worktree)."
        raise _odd(folder, message, "Give the clinic's folder in that place.")
    return GitRepository(root, trusted)


def _trusted() -> tuple[str, ...]:
    """The folders of others that the user trusts, which git asks the user's configuration for."""
    try:
        done = subprocess.run(
            ["git", "config", "--get-all", "safe.directory"],  # noqa: S607 - wherever git is
            env=_bare_environment(),
            cwd="/",  # in no repository, so that none of them can say that it is trusted
            capture_output=True,
            check=False,
        )
    except OSError:
        return ()
    return tuple(os.fsdecode(done.stdout).splitlines())


def _bare_environment() -> dict[str, str]:
    """The environment without what leads git elsewhere, or names programs."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") and name not in _PROGRAMS
    }


def _run(
    folder: Path, trusted: Iterable[str], *words: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    settings = (*_OVERRIDDEN, *(f"safe.directory={name}" for name in trusted))
    options = [word for setting in settings for word in ("-c", setting)]
    try:
        return subprocess.run(  # noqa: S603 - no shell; the words are ours, paths or commits
            ["git", "--no-pager", *options, "-C", str(folder), *words],  # noqa: S607 - the same
            env=_bare_environment() | _ENVIRONMENT,
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        hint = "On Debian and Ubuntu: apt install git"
        message = "git is not installed."
        problem = Problem("library-missing", Place(Path("git")), message, hint)
        raise ProblemsError([problem]) from error


def _unread(folder: Path, said: str) -> ProblemsError:
    """What to say where git refuses."""
    if "dubious ownership" in said:
        message = "The repository belongs to another user, so git refuses to read it."
        hint = (
            "Run this as that user; or, if you trust it: git config --global --add safe.directory"
        )
        return _odd(folder, message, f"{hint} followed by the folder.")
    if "must be run in a work tree" in said:
        message = "The folder is in a bare repository, which has no working files."
        return _odd(
            folder, message, ("Clone the repository, and give the clinic's folder in the clone.")
        )
    if any(words in said for words in ("lazy fetch", "promisor", "missing blob", "transport '")):
        message = "The repository is a partial clone and lacks some of its earlier files."
        return _odd(folder, message, "Fetch all of them: git fetch --refetch --no-filter")
    first = next(iter(said.strip().splitlines()), "no reason was given")
    message = f"git could not read the history: {first}"
    return _odd(folder, message, "Check that the folder is a complete repository.")


def _odd(folder: Path, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("edition-unknown", Place(folder), message, hint)])
