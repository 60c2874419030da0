"""Earlier states are read from a repository without running anything that it names."""

import os
import subprocess
from pathlib import Path

import pytest

from build_pack.content.library import Library
from build_pack.problems import ProblemsError
from build_pack.releases.reprint_history import EditionHistory, is_in_repository

COMMANDS = ("rev-parse", "rev-list", "ls-tree", "cat-file", "log", "archive", "config", "show")
HOOKS = (
    *("post-checkout", "post-index-change", "pre-commit", "reference-transaction", "fsmonitor"),
    *("fsmonitor-watchman", "post-merge", "pre-auto-gc", "post-rewrite"),
)


def git(folder: Path, *words: str, given: str = "") -> str:
    who = ("-c", "user.name=Sample", "-c", "user.email=sample@example.org")
    command = ["git", "-C", str(folder), *who, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, input=given)
    return done.stdout.strip()


def kept(folder: Path, *options: str) -> Path:
    """A repository with one clinic and one leaflet, as they were at its one commit."""
    for name in ("clinics/own/clinic.yaml", "leaflets/one/leaflet.yaml", "templates/a.jinja"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("as it was\n", "utf-8")
    git(folder, "init", "--quiet", *options)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a state")
    return folder


def restored(root: Path, into: Path) -> dict[str, str]:
    """The files of the newest state by name."""
    history = EditionHistory(Library((root,)), root / "clinics" / "own")
    commit, *_ = history.commits()
    into.mkdir(exist_ok=True)
    history.restore(commit, into)
    files = (path for path in into.rglob("*") if path.is_file())
    return {path.relative_to(into).as_posix(): path.read_text("utf-8") for path in files}


def told(root: Path, into: Path) -> str:
    with pytest.raises(ProblemsError) as refused:
        restored(root, into)
    [problem] = refused.value.problems
    assert problem.code in {"edition-unknown", "library-missing"}
    return f"{problem.message} {problem.hint}"


def test_a_state_is_restored_file_by_file(tmp_path: Path) -> None:
    root = kept(tmp_path / "a folder with ünusual 'signs' $HOME")
    (root / "clinics/own/clinic.yaml").write_text("as it is", "utf-8")
    assert restored(root, tmp_path / "then") == {
        "clinics/own/clinic.yaml": "as it was\n",
        "leaflets/one/leaflet.yaml": "as it was\n",
        "templates/a.jinja": "as it was\n",
    }


# Nothing that a repository's configuration names is run


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """A folder in which a program that is run leaves its name, and the program."""
    folder = tmp_path / "marks"
    folder.mkdir()
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{folder}/ran-$$"\n', "utf-8")
    program.chmod(0o755)
    return folder


def planted(program: Path, more: Path) -> str:
    """A configuration that names the program wherever one can be named."""
    aliases = "".join(f"\t{name} = !{program} alias\n" for name in COMMANDS)
    pagers = "".join(f"\t{name} = {program} pager\n" for name in COMMANDS)
    return f"""
[core]
\trepositoryformatversion = 1
\tfsmonitor = {program}
\thooksPath = {more}
\tpager = {program}
\teditor = {program}
\tsshCommand = {program}
\taskPass = {program}
\tgitProxy = {program}
\talternateRefsCommand = {program}
\tattributesFile = {more}/attributes
[extensions]
\tpartialClone = origin
[log]
\tshowSignature = true
[gpg]
\tprogram = {program}
[gpg "ssh"]
\tprogram = {program}
[gpg "x509"]
\tprogram = {program}
[diff]
\texternal = {program}
[diff "planted"]
\ttextconv = {program}
\tcommand = {program}
[filter "planted"]
\tsmudge = {program} smudge
\tclean = {program} clean
\tprocess = {program} process
\trequired = true
[merge "planted"]
\tdriver = {program}
[credential]
\thelper = !{program}
[interactive]
\tdiffFilter = {program}
[uploadpack]
\tpackObjectsHook = {program}
[remote "origin"]
\turl = ext::{program} fetch
\tuploadpack = {program}
\tpromisor = true
\tpartialclonefilter = blob:none
[protocol]
\tallow = always
[protocol "ext"]
\tallow = always
[protocol "file"]
\tallow = always
[trace2]
\teventTarget = {more.parent}/marks/trace
[pager]
{pagers}[alias]
{aliases}[tar "tar"]
\tcommand = {program}
"""


def signed_commit(root: Path) -> None:
    """A commit that says it is signed, so that whoever shows signatures asks gpg."""
    body = git(root, "cat-file", "commit", "HEAD")
    head, _, message = body.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n wsBc\n -----END PGP SIGNATURE-----"
    signed = f"{head}\n{signature}\n\n{message}\n"
    name = git(root, "hash-object", "-t", "commit", "-w", "--stdin", given=signed)
    git(root, "update-ref", "HEAD", name)


def plant(root: Path, marks: Path, where: Path) -> None:
    """Put it all into the repository, and what only counts beside it."""
    program, more = marks.parent / "program", marks.parent / "more"
    more.mkdir(exist_ok=True)
    attributes = "* filter=planted diff=planted merge=planted\n"
    (more / "attributes").write_text(attributes, "utf-8")
    (root / ".git" / "info" / "attributes").write_text(attributes, "utf-8")
    for folder in (more, root / ".git" / "hooks"):
        folder.mkdir(exist_ok=True)
        for name in HOOKS:
            (folder / name).write_bytes(program.read_bytes())
            (folder / name).chmod(0o755)
    with where.open("a", encoding="utf-8") as file:
        file.write(planted(program, more))


def ways(root: Path, tmp_path: Path) -> dict[str, Path]:
    """Where a configuration can stand."""
    return {
        "the repository's own": root / ".git" / "config",
        "an included one": tmp_path / "included",
        "the user's": tmp_path / "home" / ".gitconfig",
        "the user's other": tmp_path / "home" / ".config" / "git" / "config",
    }


@pytest.mark.parametrize(
    "way", ["the repository's own", "an included one", "the user's", "the user's other"]
)
def test_no_program_of_a_configuration_is_run(
    way: str, tmp_path: Path, marks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept(tmp_path / "root")
    (root / ".gitattributes").write_text("* filter=planted diff=planted\n", "utf-8")
    (root / "clinics/own/.gitattributes").write_text("* filter=planted export-subst\n", "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "attributes")
    signed_commit(root)
    where = ways(root, tmp_path)[way]
    where.parent.mkdir(parents=True, exist_ok=True)
    if way == "an included one":
        with (root / ".git" / "config").open("a", encoding="utf-8") as file:
            file.write(f'[include]\n\tpath = {where}\n[includeIf "gitdir:**"]\n\tpath = {where}\n')
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    plant(root, marks, where)
    files = restored(root, tmp_path / "then")
    assert files["clinics/own/clinic.yaml"] == "as it was\n"
    assert list(marks.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        *(
            "GIT_EXTERNAL_DIFF",
            "GIT_PAGER",
            "PAGER",
            "GIT_SSH_COMMAND",
            "GIT_ASKPASS",
            "GIT_EDITOR",
        ),
        *("GIT_EDITOR", "SSH_ASKPASS", "GIT_PROXY_COMMAND", "GIT_SSH", "GIT_SEQUENCE_EDITOR"),
    ],
)
def test_no_program_of_the_environment_is_run(
    name: str, tmp_path: Path, marks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept(tmp_path / "root")
    monkeypatch.setenv(name, str(tmp_path / "program"))
    restored(root, tmp_path / "then")
    assert list(marks.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIR", "elsewhere"),
        ("GIT_WORK_TREE", "elsewhere"),
        ("GIT_INDEX_FILE", "elsewhere"),
        ("GIT_OBJECT_DIRECTORY", "elsewhere"),
        ("GIT_NAMESPACE", "elsewhere"),
        ("GIT_CEILING_DIRECTORIES", "/"),
        ("GIT_EXEC_PATH", "elsewhere"),
        ("GIT_CONFIG_PARAMETERS", "'core.bare'='true'"),
        ("GIT_DEFAULT_HASH", "sha256"),
        ("GIT_REPLACE_REF_BASE", "refs/elsewhere"),
        ("GIT_GLOB_PATHSPECS", "1"),
    ],
)
def test_the_environment_leads_to_no_other_repository(
    name: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept(tmp_path / "root")
    monkeypatch.setenv(name, value)
    assert restored(root, tmp_path / "then")["clinics/own/clinic.yaml"] == "as it was\n"


def test_what_a_partial_clone_lacks_is_not_fetched(tmp_path: Path, marks: Path) -> None:
    root = kept(tmp_path / "root")
    blob = git(root, "rev-parse", "HEAD:clinics/own/clinic.yaml")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    plant(root, marks, root / ".git" / "config")
    assert "git fetch --refetch" in told(root, tmp_path / "then")
    assert list(marks.iterdir()) == []


def test_a_replaced_object_does_not_stand_for_what_was_kept(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    blob = git(root, "rev-parse", "HEAD:clinics/own/clinic.yaml")
    other = git(root, "hash-object", "-w", "--stdin", given="another text")
    git(root, "replace", blob, other)
    assert restored(root, tmp_path / "then")["clinics/own/clinic.yaml"] == "as it was\n"


# Odd repositories


def test_a_folder_in_no_repository_is_told(tmp_path: Path) -> None:
    clinic = tmp_path / "clinics" / "own"
    clinic.mkdir(parents=True)
    assert not is_in_repository(clinic)
    assert "is not in a git repository" in told(tmp_path, tmp_path / "then")


def test_a_second_worktree_is_read(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    git(root, "worktree", "add", "--quiet", str(tmp_path / "second"))
    files = restored(tmp_path / "second", tmp_path / "then")
    assert files["clinics/own/clinic.yaml"] == "as it was\n"


def test_a_repository_with_longer_ids_is_read(tmp_path: Path) -> None:
    root = kept(tmp_path / "root", "--object-format=sha256")
    assert restored(root, tmp_path / "then")["clinics/own/clinic.yaml"] == "as it was\n"


def test_a_repository_without_a_commit_has_no_state(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "clinics" / "own").mkdir(parents=True)
    git(root, "init", "--quiet")
    assert list(EditionHistory(Library((root,)), root / "clinics" / "own").commits()) == []


def test_a_bare_repository_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "bare")
    clinic = tmp_path / "bare" / "clinics" / "own"
    clinic.mkdir(parents=True)
    assert "bare" in told(tmp_path / "bare", tmp_path / "then")


def test_a_work_tree_elsewhere_is_told(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    (tmp_path / "other").mkdir()
    git(root, "config", "core.worktree", str(tmp_path / "other"))
    assert "core.worktree" in told(root, tmp_path / "then")


def test_a_format_that_git_does_not_know_is_told(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    git(root, "config", "core.repositoryFormatVersion", "7")
    assert "git could not read the history" in told(root, tmp_path / "then")


def test_a_shallow_repository_is_known(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "shallow")
    clone = tmp_path / "shallow"
    assert not EditionHistory(Library((clone,)), clone / "clinics" / "own").is_whole
    assert EditionHistory(Library((root,)), root / "clinics" / "own").is_whole


def test_a_library_that_is_a_submodule_is_told(tmp_path: Path) -> None:
    inner, root = kept(tmp_path / "inner"), kept(tmp_path / "root")
    file = ("-c", "protocol.file.allow=always")
    git(root, "rm", "--quiet", "-r", "leaflets")
    git(root, *file, "submodule", "--quiet", "add", str(inner), "leaflets")
    git(root, "commit", "--quiet", "--message", "a submodule")
    assert "submodule" in told(root, tmp_path / "then")


def test_git_has_to_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = kept(tmp_path / "root")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed." in told(root, tmp_path / "then")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may chown")
def test_another_users_repository_is_read_only_if_the_user_trusts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept(tmp_path / "root")
    for path in (root, root / ".git"):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SUDO_UID", raising=False)
    assert "belongs to another user" in told(root, tmp_path / "then")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".gitconfig").write_text(f"[safe]\n\tdirectory = {root}\n", "utf-8")
    assert restored(root, tmp_path / "then")["clinics/own/clinic.yaml"] == "as it was\n"


# What a state may hold


def test_a_state_without_a_file_of_the_clinic_is_an_empty_folder(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    git(root, "rm", "--quiet", "-r", "clinics", "leaflets", "templates")
    git(root, "commit", "--quiet", "--message", "nothing is left")
    (root / "clinics" / "own").mkdir(parents=True)
    history = EditionHistory(Library((root,)), root / "clinics" / "own")
    newest, *_ = history.commits()
    history.restore(newest, tmp_path / "then")
    assert list((tmp_path / "then").iterdir()) == []


def commit_tree(root: Path, listing: str) -> None:
    """A commit of a tree that git itself would not have made."""
    tree = git(root, "mktree", "--missing", given=listing)
    name = git(root, "commit-tree", tree, "-m", "a tree")
    git(root, "update-ref", "HEAD", name)


@pytest.mark.parametrize("target", ["/etc", "../../../outside", "../../.."])
def test_a_link_that_leads_out_is_told(target: str, tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    (root / "clinics/own/locales").symlink_to(target)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "a link")
    assert "links that lead out of it are not followed" in told(root, tmp_path / "then")


def test_a_link_inside_is_kept(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    (root / "clinics/own/other.yaml").symlink_to("clinic.yaml")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "a link")
    assert restored(root, tmp_path / "then")["clinics/own/other.yaml"] == "as it was\n"


def commit_raw(root: Path, name: bytes, *, mode: bytes = b"100644", given: str = "x") -> None:
    """A commit whose clinic holds a file, or a tree with a file, of any name."""
    blob = git(root, "hash-object", "-w", "--stdin", given=given)
    kind = git(root, "mktree", given=f"100644 blob {blob}\tinner\n") if mode == b"40000" else blob
    there = git(root, "rev-parse", "HEAD:clinics/own/clinic.yaml")
    raw = mode + b" " + name + b"\0" + bytes.fromhex(kind)
    raw += b"100644 clinic.yaml\0" + bytes.fromhex(there)
    command = ["git", "-C", str(root), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"]
    done = subprocess.run(command, input=raw, capture_output=True, check=True)
    own = done.stdout.decode().strip()
    clinics = git(root, "mktree", given=f"040000 tree {own}\town\n")
    commit_tree(root, f"040000 tree {clinics}\tclinics\n")


ODD_NAMES = (
    *("..", "../../../outside", "/{}/outside", "//{}/outside", "a//b", "./b", "a/../../../b", "/"),
    *(".git", ".GIT", ".git/config", ".git.", ".git ", "git~1", "a/.Git/hooks/x", "."),
    *("..\\outside", "C:\\outside", "\\\\host\\outside", "a/", "... "),
)


@pytest.mark.parametrize("mode", [b"100644", b"40000", b"120000"])
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_that_leads_out_is_told(name: str, mode: bytes, tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    commit_raw(root, name.format(str(tmp_path).strip("/")).encode(), mode=mode)
    before = {path for path in tmp_path.rglob("*") if ".git" not in path.parts}
    assert "whose name leads out" in told(root, tmp_path / "then")
    after = {path for path in tmp_path.rglob("*") if ".git" not in path.parts}
    assert after - before == {tmp_path / "then"}


def test_an_absolute_name_is_told_of_a_clinic_that_is_the_repository(tmp_path: Path) -> None:
    root, outside = kept(tmp_path / "root"), tmp_path / "outside"
    blob = git(root, "hash-object", "-w", "--stdin", given="x")
    raw = b"100644 " + os.fsencode(outside) + b"\0" + bytes.fromhex(blob)
    command = ["git", "-C", str(root), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"]
    done = subprocess.run(command, input=raw, capture_output=True, check=True)
    name = git(root, "commit-tree", done.stdout.decode().strip(), "-m", "a tree")
    git(root, "update-ref", "HEAD", name)
    history = EditionHistory(Library((root,)), root)
    newest, *_ = history.commits()
    with pytest.raises(ProblemsError) as refused:
        history.restore(newest, tmp_path / "then")
    assert "whose name leads out" in refused.value.problems[0].message
    assert not outside.exists()


@pytest.mark.parametrize("name", ["a b", "ünlü.yaml", ".gitattributes", ".github", "a..b", "a.b."])
def test_an_unusual_name_is_kept(name: str, tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    commit_raw(root, name.encode())
    assert restored(root, tmp_path / "then")[f"clinics/own/{name}"] == "x"


def test_a_file_below_a_name_that_is_also_a_link_is_told(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    outside = tmp_path / "outside"
    outside.mkdir()
    commit_raw(root, b"a", mode=b"120000", given=str(outside))
    entries = git(root, "ls-tree", "HEAD:clinics/own")
    link, clinic = entries.splitlines()
    inner = git(root, "mktree", given=clinic.replace("clinic.yaml", "inner") + "\n")
    raw = b"".join(
        mode + b" " + name + b"\0" + bytes.fromhex(one)
        for mode, name, one in (
            (b"120000", b"a", link.split()[2]),
            (b"40000", b"a", inner),
            (b"100644", b"clinic.yaml", clinic.split()[2]),
        )
    )
    command = ["git", "-C", str(root), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"]
    done = subprocess.run(command, input=raw, capture_output=True, check=True)
    clinics = git(root, "mktree", given=f"040000 tree {done.stdout.decode().strip()}\town\n")
    commit_tree(root, f"040000 tree {clinics}\tclinics\n")
    assert "cannot be restored" in told(root, tmp_path / "then")
    assert list(outside.iterdir()) == []


def test_a_link_that_leads_out_only_by_another_is_told(tmp_path: Path) -> None:
    root = kept(tmp_path / "root")
    (root / "clinics/own/a").symlink_to("z/../../../secret")
    (root / "clinics/own/z").symlink_to(".")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "links")
    assert "links that lead out of it are not followed" in told(root, tmp_path / "then")
