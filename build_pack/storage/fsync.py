"""Files and folders that are on the disk itself, and not only on their way to it."""

import errno
import os
import shutil
import stat
from pathlib import Path

_WITHOUT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF})
"""What file systems say that cannot sync a folder, such as some network drives."""
_WITHOUT_LINKS = frozenset((
    *(errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EINVAL),
    *(errno.EACCES, errno.EOPNOTSUPP),
))  # fmt: skip
_KINDS = (
    (stat.S_ISLNK, "a link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
)


def write_synced(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, down to the disk."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Bring the names in a folder down to the disk, where its file system can."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _WITHOUT_SYNC:
            raise
    finally:
        os.close(handle)


def link_or_copy(path: Path, second: Path) -> None:
    """Give a file a second name; where the file system has no links, a copy."""
    try:
        os.link(path, second, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _WITHOUT_LINKS:
            raise
        shutil.copy2(path, second, follow_symlinks=False)
        with second.open("rb") as file:
            os.fsync(file.fileno())


def read_regular_file(path: Path) -> bytes:
    """The content of a file; `OSError` for a link, or for what is not a file: a pipe would wait."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "This is not a file", str(path))
        return file.read()


def kind_if_not_a_file(path: Path) -> str:
    """What has a name that only a file may bear; empty if a file does, or nothing."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return ""
    if stat.S_ISREG(mode):
        return ""
    return next((name for is_kind, name in _KINDS if is_kind(mode)), "a device")
