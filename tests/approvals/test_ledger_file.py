"""The ledger keeps each signature on a line, and shows when it was tampered with."""

import json
import os
import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from build_pack.approvals.approval_status import SignatureRegister
from build_pack.approvals.ledger.chain import line_digest
from build_pack.approvals.ledger.ledger_file import (
    Ledger,
    ledger_path,
    ledger_size_warning,
    name_of,
    read_ledger,
    texts_name,
    texts_path,
)
from build_pack.operations.join_ledger import JoinRequest, join_ledger, open_branches
from build_pack.problems import ProblemsError
from build_pack.text.limits import BYTES, LEDGER_BYTES
from tests.approvals.signing import (
    ROLES,
    SIGNED_AT,
    TODAY,
    chained,
    lines_of,
    signature,
    text,
    union,
    write,
    write_as_earlier_versions,
    write_lines,
)
from tests.workshop import opened

FIRST = signature(text(), by="First Sample", role=ROLES[0])
SECOND = signature(text(), by="Second Sample", role=ROLES[1])
THIRD = signature(text("Başka."), by="Third Sample", role=ROLES[0])
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
GONE = "A line before this one was changed, moved or removed."


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three lines, to be copied."""
    clinic = tmp_path_factory.mktemp("written")
    write(clinic, FIRST, SECOND, THIRD)
    return clinic


@pytest.fixture
def clinic(tmp_path: Path, written: Path) -> Path:
    return shutil.copytree(written, tmp_path / "clinic")


def read(clinic: Path) -> Ledger:
    return read_ledger(clinic, NOW)


def names(ledger: Ledger) -> list[str]:
    """Who has signed something, in order."""
    return [one.line.by.split()[0] for one in ledger.signatures if one.texts]


def test_what_was_signed_is_read_again(clinic: Path) -> None:
    ledger = read(clinic)
    assert not ledger.problems
    assert names(ledger) == ["First", "Second", "Third"]
    assert ledger.signatures[2].texts == {text().id: (text().source, "Başka.")}
    assert ledger.tip == line_digest(lines_of(clinic)[-1])


def test_a_signature_is_one_line_that_a_person_can_read(clinic: Path) -> None:
    lines = lines_of(clinic)
    assert len(lines) == 3
    data = json.loads(lines[0])
    assert (data["by"], data["role"], data["locale"], data["texts"]) == (
        "First Sample",
        ROLES[0],
        "tr",
        1,
    )


def test_a_clinic_without_a_ledger_has_no_signatures(tmp_path: Path) -> None:
    assert read(tmp_path) == Ledger((), ())


def as_on_windows(clinic: Path) -> None:
    for path in (ledger_path(clinic), *(clinic / "approvals" / "texts").iterdir()):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_the_ends_of_lines_of_another_system_change_nothing(clinic: Path) -> None:
    before = read(clinic)
    as_on_windows(clinic)
    after = read(clinic)
    assert (len(after.signatures), after.problems, after.tip) == (3, (), before.tip)


def test_other_files_beside_the_ledger_are_nobodys_business(clinic: Path) -> None:
    for name in ("texts/Thumbs.db", "texts/notes.json", "signatures/.DS_Store", "README"):
        path = clinic / "approvals" / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert read(clinic).problems == ()


def drop(number: int) -> Callable[[Path], None]:
    def tamper(clinic: Path) -> None:
        lines = lines_of(clinic)
        write_lines(clinic, [*lines[: number - 1], *lines[number:]])

    return tamper


def swap(clinic: Path) -> None:
    first, second, third = lines_of(clinic)
    write_lines(clinic, [second, first, third])


def replay(number: int, *, again: bool = False) -> Callable[[Path], None]:
    """Put a line at the end once more; `again`: as if it had been written there."""

    def tamper(clinic: Path) -> None:
        lines = lines_of(clinic)
        raw = lines[number - 1]
        write_lines(clinic, [*lines, chained(clinic, raw) if again else raw])

    return tamper


def edit(number: int, old: str, new: str) -> Callable[[Path], None]:
    def tamper(clinic: Path) -> None:
        lines = lines_of(clinic)
        assert old in lines[number - 1]
        lines[number - 1] = lines[number - 1].replace(old, new)
        write_lines(clinic, lines)

    return tamper


def dated(at: datetime) -> Callable[[Path], None]:
    """Add a line with all that belongs to it, with another time than that of its writing."""

    def tamper(clinic: Path) -> None:
        late = signature(text("Geç."), by="Fourth Sample", role=ROLES[0], at=at)
        write(clinic, late, previous=lines_of(clinic))

    return tamper


def append(raw: str) -> Callable[[Path], None]:
    def tamper(clinic: Path) -> None:
        write_lines(clinic, [*lines_of(clinic), raw])

    return tamper


def texts_of(clinic: Path, number: int) -> Path:
    return texts_path(clinic, name_of(lines_of(clinic)[number - 1]))


def change_the_texts(clinic: Path) -> None:
    path = texts_of(clinic, 3)
    path.write_text(path.read_text(encoding="utf-8").replace("Başka", "Daha başka"), "utf-8")


def exchange_the_texts(clinic: Path) -> None:
    shutil.copy(texts_of(clinic, 1), texts_of(clinic, 3))


def lose_the_texts(clinic: Path) -> None:
    texts_of(clinic, 3).unlink()


def leave_other_texts(clinic: Path) -> None:
    (clinic / "approvals" / "texts" / "0123456789abcdef.json").write_text("{}\n")


def leave_a_key_signature(clinic: Path) -> None:
    path = clinic / "approvals" / "signatures" / "0123456789abcdef.sig"
    path.parent.mkdir()
    path.touch()


def begin_anew(clinic: Path) -> None:
    new = signature(text("Yeni."), by="Fourth Sample", role=ROLES[0])
    lines = lines_of(clinic)
    ledger_path(clinic).unlink()
    write(clinic, new)
    write_lines(clinic, [*lines, *lines_of(clinic)])


def lose_the_ledger(clinic: Path) -> None:
    ledger_path(clinic).unlink()


def empty_the_ledger(clinic: Path) -> None:
    ledger_path(clinic).write_bytes(b"")


def put_a_folder_there(clinic: Path) -> None:
    ledger_path(clinic).unlink()
    ledger_path(clinic).mkdir()


def put_a_dead_link_there(clinic: Path) -> None:
    ledger_path(clinic).unlink()
    ledger_path(clinic).symlink_to("nowhere")


def put_a_dead_link_for_the_folder(clinic: Path) -> None:
    shutil.rmtree(clinic / "approvals")
    (clinic / "approvals").symlink_to("nowhere")


def put_bytes_there(clinic: Path) -> None:
    path = ledger_path(clinic)
    path.write_bytes(path.read_bytes().replace(b"Third", b"Thi\xffd"))


NO_LINE = "This line was not written by `build-pack approve`."
BRANCHED = "A second branch begins here, and the two were not joined."
NO_FILE = "This is not a readable file."
NO_TEXTS = "The line was changed, or the file with its signed texts is missing."
TAMPERINGS: dict[str, tuple[Callable[[Path], None], int, str]] = {
    "first line taken out": (drop(1), 1, GONE),
    "line taken out": (drop(2), 2, GONE),
    "last line taken out": (drop(3), 2, "but no line names this file."),
    "lines swapped": (swap, 1, GONE),
    "first line replayed": (replay(1), 4, "This line repeats line 1."),
    "last line doubled": (replay(3), 4, "This line repeats line 3."),
    "replayed behind the last": (replay(1, again=True), 4, NO_TEXTS),
    "name of the first": (edit(1, "First", "Other"), 1, NO_TEXTS),
    "name of the last": (edit(3, "Third", "Other"), 3, NO_TEXTS),
    "role of the last": (edit(3, ROLES[0], ROLES[1]), 3, NO_TEXTS),
    "time of the last": (edit(3, "09:00:00Z", "09:00:01Z"), 3, NO_TEXTS),
    "zone of the last": (edit(3, "09:00:00Z", "12:00:00+03:00"), 3, NO_TEXTS),
    "fractions of the last": (edit(3, "09:00:00Z", "09:00:00.000Z"), 3, NO_LINE),
    "a leap second": (edit(3, "09:00:00Z", "09:00:60Z"), 3, NO_LINE),
    "no zone": (edit(3, "09:00:00Z", "09:00:00"), 3, NO_LINE),
    "a time as a number": (edit(3, '"2026-11-01T09:00:00Z"', "1793523600"), 3, NO_LINE),
    "days of the last": (edit(3, '"texts":1', '"until":"2099-01-01","texts":1'), 3, NO_TEXTS),
    "count of the last": (edit(3, '"texts":1', '"texts":2'), 3, NO_TEXTS),
    "count as a text": (edit(3, '"texts":1', '"texts":"1"'), 3, NO_LINE),
    "note of the last": (edit(3, ',"previous"', ',"note":"x","previous"'), 3, NO_TEXTS),
    "letters as numbers": (edit(3, "Third", r"\u0054hird"), 3, NO_LINE),
    "a key twice": (edit(3, '"by"', '"by":"Other Sample","by"'), 3, NO_LINE),
    "a key more": (edit(3, '"by"', '"counts":true,"by"'), 3, NO_LINE),
    "a blank at the end": (edit(3, "}", "} "), 3, NO_LINE),
    "a blank inside": (edit(3, '"by":', '"by": '), 3, NO_LINE),
    "a carriage return": (edit(3, "}", "}\r\r"), 3, NO_LINE),
    "a hidden letter": (edit(3, "Third", "Thi\u200brd"), 3, NO_LINE),
    "another form of a letter": (edit(3, "Third", "Thi\u0301rd"), 3, NO_LINE),
    "not UTF-8": (put_bytes_there, 3, NO_LINE),
    "an empty line": (append(""), 4, "This line is empty."),
    "a mark of the file's begin": (edit(1, "{", "\ufeff{"), 1, NO_LINE),
    "neither signed nor joined": (edit(3, f',"role":"{ROLES[0]}"', ""), 3, NO_LINE),
    "words": (append("approved, signed the boss"), 4, NO_LINE),
    "a list": (append("[]"), 4, NO_LINE),
    "deep": (append("[" * 9999), 4, NO_LINE),
    "what git leaves": (
        append("<<<<<<< HEAD"),
        4,
        "git could not merge the lines of two copies.",
    ),
    "before the line it goes on from": (
        dated(SIGNED_AT - timedelta(seconds=1)),
        4,
        "It is dated 2026-11-01 08:59:59+00:00, before the line that it follows.",
    ),
    "in the past": (
        dated(datetime(1999, 1, 1, tzinfo=UTC)),
        4,
        "It is dated 1999-01-01 00:00:00+00:00, before this program existed.",
    ),
    "at the begin of time": (
        dated(datetime(1, 1, 1, tzinfo=UTC)),
        4,
        "It is dated 0001-01-01 00:00:00+00:00, before this program existed.",
    ),
    "to come": (
        dated(NOW + timedelta(seconds=1)),
        4,
        "It is dated 2026-11-22 09:00:01+00:00, which is in the future.",
    ),
    "far to come": (
        dated(datetime(9999, 12, 31, 23, 59, tzinfo=UTC)),
        4,
        "It is dated 9999-12-31 23:59:00+00:00, which is in the future.",
    ),
    "texts changed": (change_the_texts, 3, "were changed."),
    "texts of another line": (exchange_the_texts, 3, "were changed."),
    "texts gone": (lose_the_texts, 3, NO_TEXTS),
    "texts of no line": (leave_other_texts, 3, "but no line names this file."),
    "a key's signature of no line": (leave_a_key_signature, 3, "but no line names this file."),
    "two first lines": (
        begin_anew,
        4,
        BRANCHED,
    ),
    "no ledger": (lose_the_ledger, 0, ".json."),
    "an empty ledger": (empty_the_ledger, 1, "This line is empty."),
    "a folder": (put_a_folder_there, 0, NO_FILE),
    "a dead link": (put_a_dead_link_there, 0, NO_FILE),
    "a dead link for the folder": (put_a_dead_link_for_the_folder, 0, NO_FILE),
}


@pytest.mark.parametrize(("tamper", "line", "words"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_told_at_its_line(
    clinic: Path, tamper: Callable[[Path], None], line: int, words: str
) -> None:
    tamper(clinic)
    problem, *_ = read(clinic).problems
    assert (problem.code, problem.place.line or 0) == ("approval-broken", line)
    assert problem.message.endswith(words)


def test_a_line_at_fault_signs_nothing(clinic: Path) -> None:
    lose_the_texts(clinic)
    assert names(read(clinic)) == ["First", "Second"]


def test_a_clock_may_be_some_minutes_ahead(clinic: Path) -> None:
    soon = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=4)
    dated(soon)(clinic)
    assert read_ledger(clinic).problems == ()
    dated(soon + timedelta(minutes=2))(clinic)
    [problem] = read_ledger(clinic).problems
    assert (problem.place.line, problem.hint.split(" of ")[0]) == (5, "Compare the clock")


def other_order(raw: str) -> str:
    data = json.loads(raw)
    return json.dumps({"by": data.pop("by"), **data}, ensure_ascii=False, separators=(",", ":"))


def without_its_z(raw: str) -> str:
    return raw.replace('Z"', '+00:00"', 1)


def with_defaults(raw: str) -> str:
    return raw.replace(',"previous"', ',"note":"","joins":[],"previous"')


def with_another_time(raw: str) -> str:
    return raw.replace('Z"', '.000Z"', 1)


def with_spaces_around_the_name(raw: str) -> str:
    return raw.replace('"by":"', '"by":" ')


@pytest.mark.parametrize(
    "spell",
    [other_order, without_its_z, with_defaults, with_another_time, with_spaces_around_the_name],
)
def test_a_line_counts_only_as_the_program_writes_it(
    clinic: Path, spell: Callable[[str], str]
) -> None:
    """One that says the same in other letters would be another line, which could stand again."""
    *lines, last = lines_of(clinic)
    other = spell(last)
    assert other != last
    write_lines(clinic, [*lines, other])
    texts_path(clinic, line_digest(last)).rename(texts_path(clinic, line_digest(other)))
    [problem] = read(clinic).problems
    assert (problem.place.line, problem.message) == (len(lines) + 1, NO_LINE)


def test_a_ledger_may_grow_far_beyond_what_a_person_writes(clinic: Path) -> None:
    long = signature(text("Geç."), by="Late Sample", role=ROLES[0], at=NOW, note="x" * BYTES)
    write(clinic, long, previous=lines_of(clinic))
    assert (read(clinic).problems, names(read(clinic))[-1]) == ((), "Late")
    assert ledger_size_warning(clinic) == ""
    os.truncate(ledger_path(clinic), LEDGER_BYTES // 2)
    assert ledger_size_warning(clinic).startswith(
        "The ledger has 50,000,000 bytes; the maximum is 100,000,000"
    )


# Branches


def branch(clinic: Path, name: str, *minutes: int) -> Path:
    """A copy of the clinic in which one person has signed some minutes later."""
    copy = clinic.parent / name
    shutil.copytree(clinic, copy)
    for minute in minutes:
        at = SIGNED_AT + timedelta(minutes=minute)
        one = signature(text(f"{name} {minute}"), by=f"{name} Sample", role=ROLES[0], at=at)
        write(copy, one, previous=lines_of(copy))
    return copy


def joined(clinic: Path, minute: int = 60) -> Path:
    now = SIGNED_AT + timedelta(minutes=minute)
    join_ledger(
        opened(clinic), JoinRequest("Joining Sample"), open_branches(opened(clinic), now), now
    )
    return clinic


@pytest.fixture
def forked(clinic: Path) -> Path:
    """Two branches with two lines each, put together by nobody."""
    return union(branch(clinic, "ours", 10, 30), branch(clinic, "theirs", 20, 40))


def test_two_branches_wait_until_somebody_joins_them(forked: Path) -> None:
    [problem] = read(forked).problems
    assert (problem.code, problem.place.line) == ("approval-broken", 6)
    assert problem.message == BRANCHED
    assert f"`build-pack ledger join --clinic {forked} --by NAME`" in problem.hint
    ours, theirs = open_branches(opened(forked), NOW)
    assert [one.line.by for one in ours.lines] == ["ours Sample"] * 2
    assert [one.line.by for one in theirs.lines] == ["theirs Sample"] * 2


def test_a_line_that_joins_names_the_last_lines_of_both_and_who_joined(forked: Path) -> None:
    before, tips = read(forked), read(forked).tips
    ledger = read(joined(forked))
    assert (ledger.problems, ledger.tips) == ((), (line_digest(lines_of(forked)[-1]),))
    *signatures, one = ledger.signatures
    assert {one.line.previous, *one.line.joins} == set(tips)
    assert (one.line.by, one.line.at) == ("Joining Sample", SIGNED_AT + timedelta(minutes=60))
    assert (tuple(signatures), one.texts) == (before.signatures, {})


def test_lines_of_branches_count_by_their_time_wherever_they_stand(clinic: Path) -> None:
    ours, theirs = branch(clinic, "ours", 10, 30), branch(clinic, "theirs", 20, 40)
    one = shutil.copytree(ours, clinic.parent / "one")
    other = shutil.copytree(theirs, clinic.parent / "other")
    ledgers = [read(joined(union(one, theirs))), read(joined(union(other, ours)))]
    assert names(ledgers[0]) == [*("First", "Second", "Third"), *("ours", "theirs") * 2]
    assert names(ledgers[0]) == names(ledgers[1])


def test_a_signature_taken_back_on_one_branch_does_not_come_back_by_a_merge(
    clinic: Path,
) -> None:
    held = signature(text("X"), by="Fourth Sample", role=ROLES[0], at=SIGNED_AT)
    write(clinic, held, previous=lines_of(clinic))
    ours, theirs = branch(clinic, "ours", 10), branch(clinic, "theirs")
    over = TODAY - timedelta(days=1)
    back = signature(
        text("X"),
        by="Fourth Sample",
        role=ROLES[0],
        until=over,
        at=SIGNED_AT + timedelta(minutes=20),
    )
    write(theirs, back, previous=lines_of(theirs))
    for first, second in ((ours, theirs), (theirs, ours)):
        both = union(shutil.copytree(first, clinic.parent / f"by {first.name}"), second)
        register = SignatureRegister(read(joined(both)).signatures)
        [counting] = register.of(text("X"))
        assert counting.line.until == over


def test_three_branches_are_joined_by_one_line(clinic: Path) -> None:
    copies = [branch(clinic, name, 10) for name in ("ours", "theirs", "another")]
    ledger = read(joined(union(*copies)))
    assert (ledger.problems, len(ledger.signatures)) == ((), 7)
    assert len(ledger.signatures[-1].line.joins) == 2


def test_what_two_people_have_joined_on_their_own_is_joined_again(forked: Path) -> None:
    other = shutil.copytree(forked, forked.parent / "other")
    ledger = read(union(joined(forked, 60), joined(other, 70)))
    assert [(one.place.line, one.message) for one in ledger.problems] == [(9, BRANCHED)]
    assert ledger.is_forked
    assert read(joined(forked, 80)).problems == ()


def test_two_ledgers_that_were_both_begun_are_joined(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    write(ours, FIRST)
    write(theirs, SECOND)
    assert sorted(names(read(joined(union(ours, theirs))))) == ["First", "Second"]


def test_a_ledger_goes_on_behind_a_join(forked: Path) -> None:
    joined(forked)
    late = signature(text("Geç."), by="Late Sample", role=ROLES[0], at=NOW)
    write(forked, late, previous=lines_of(forked))
    ledger = read(forked)
    assert (ledger.problems, names(ledger)[-1]) == ((), "Late")


def test_where_there_is_one_branch_nothing_is_to_join(clinic: Path) -> None:
    assert open_branches(opened(clinic), NOW) == ()


def test_a_broken_ledger_is_not_joined(forked: Path) -> None:
    drop(7)(forked)
    with pytest.raises(ProblemsError) as refused:
        open_branches(opened(forked), NOW)
    assert [one.code for one in refused.value.problems] == ["approval-broken"]


def test_only_the_branches_that_were_shown_are_joined(forked: Path) -> None:
    shown = open_branches(opened(forked), NOW)
    late = signature(text("Geç."), by="Late Sample", role=ROLES[0], at=NOW)
    write(forked, late, previous=lines_of(forked))
    with pytest.raises(ProblemsError) as refused:
        join_ledger(opened(forked), JoinRequest("Joining Sample"), shown, NOW)
    [problem] = refused.value.problems
    assert problem.message == "Somebody else has signed or joined branches in the meantime."


@pytest.mark.parametrize("name", ["", " ", "A" * 201, "Sam\u200bple"])
def test_a_name_that_cannot_stand_in_the_ledger_joins_nothing(forked: Path, name: str) -> None:
    before = lines_of(forked)
    with pytest.raises(ProblemsError) as refused:
        join_ledger(opened(forked), JoinRequest(name), open_branches(opened(forked), NOW), NOW)
    assert [str(one.place) for one in refused.value.problems] == ["--by"]
    assert lines_of(forked) == before


def forged_join(
    clinic: Path, previous: str, joins: Iterable[str], at: str = "2026-11-01T12:00:00Z"
) -> None:
    data: dict[str, object] = {"at": at, "by": "Sample", "texts": 0}
    data |= {"digest": texts_name(b"{}\n"), "previous": previous, "joins": list(joins)}
    raw = json.dumps(data, separators=(",", ":"))
    write_lines(clinic, [*lines_of(clinic), raw])
    texts_path(clinic, line_digest(raw)).write_text("{}\n", encoding="utf-8")


def test_a_line_joins_nothing_but_the_ends_of_branches(forked: Path) -> None:
    lines = lines_of(forked)
    ours, theirs = line_digest(lines[4]), line_digest(lines[6])
    told = {}
    for name, previous, joins in (
        ("right", theirs, [ours]),
        ("with itself", ours, [ours]),
        ("with what it goes on from", ours, [line_digest(lines[3])]),
        ("one twice", ours, [theirs, theirs]),
        ("with nothing", ours, []),
        ("with what is not there", ours, ["f" * 64]),
        ("with the begin", ours, ["0" * 64]),
        ("by a beginning", ours, [theirs[:16]]),
        ("behind nothing", "0" * 64, [ours]),
    ):
        write_lines(forked, lines)
        forged_join(forked, previous, joins)
        told[name] = [(one.place.line, one.message) for one in read(forked).problems]
        texts_path(forked, line_digest(lines_of(forked)[-1])).unlink()
    no_branch = [(8, "This line joins a branch that does not exist.")]
    assert told == {
        "right": [],
        "with itself": no_branch,
        "with what it goes on from": no_branch,
        "one twice": no_branch,
        "with nothing": [(8, NO_LINE)],
        "with what is not there": [(8, GONE)],
        "with the begin": [(8, GONE)],
        "by a beginning": [(8, GONE)],
        "behind nothing": no_branch,
    }


def test_a_line_stands_once_more_for_a_join_that_it_goes_on_from(forked: Path) -> None:
    joined(forked)
    late = signature(text("Geç."), by="Late Sample", role=ROLES[0], at=NOW)
    write(forked, late, previous=lines_of(forked))
    lines = lines_of(forked)
    join_, last, ours = line_digest(lines[-2]), line_digest(lines[-1]), line_digest(lines[4])
    told = {}
    for name, previous, joins in (
        ("right", last, [join_]),
        ("what joins nothing", last, [ours]),
        ("a join and what joins nothing", last, [join_, ours]),
        ("one twice", last, [join_, join_]),
        ("behind nothing", "0" * 64, [join_]),
    ):
        write_lines(forked, lines)
        forged_join(forked, previous, joins, at=f"{NOW:%Y-%m-%dT%H:%M:%SZ}")
        told[name] = [one.message for one in read(forked).problems]
        texts_path(forked, line_digest(lines_of(forked)[-1])).unlink()
    no_branch = ["This line joins a branch that does not exist."]
    assert told == {
        "right": [],
        "what joins nothing": no_branch,
        "a join and what joins nothing": no_branch,
        "one twice": no_branch,
        "behind nothing": no_branch,
    }


# Earlier versions


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A ledger as earlier versions wrote it; one line was dated when it was asked for."""
    clinic = tmp_path / "earlier"
    early = signature(text(), by="Second Sample", role=ROLES[1], at=SIGNED_AT - timedelta(hours=1))
    back = signature(text(), by="Second Sample", role=ROLES[1], until=TODAY, at=SIGNED_AT)
    write_as_earlier_versions(clinic, FIRST, early, THIRD, back)
    return clinic


def test_a_ledger_of_an_earlier_version_is_read_and_goes_on(earlier: Path) -> None:
    assert (names(read(earlier)), read(earlier).problems) == (
        ["First", "Second", "Third", "Second"],
        (),
    )
    late = signature(text("Geç."), by="Late Sample", role=ROLES[0])
    write(earlier, late, previous=lines_of(earlier))
    ledger = read(earlier)
    assert (names(ledger)[-1], ledger.problems) == ("Late", ())


@pytest.mark.parametrize(
    ("tamper", "line", "words"),
    [
        (drop(1), 1, GONE),
        (drop(3), 3, GONE),
        (replay(2), 5, "This line repeats line 2."),
        (edit(2, "Second", "Other"), 3, GONE),
        (leave_other_texts, 4, "but no line names this file."),
    ],
)
def test_tampering_with_a_ledger_of_an_earlier_version_is_told(
    earlier: Path, tamper: Callable[[Path], None], line: int, words: str
) -> None:
    tamper(earlier)
    problem, *_ = read(earlier).problems
    assert (problem.code, problem.place.line) == ("approval-broken", line)
    assert problem.message.endswith(words)


def test_no_line_leads_out_of_the_folder_of_texts(earlier: Path) -> None:
    edit(4, '"digest":"', '"digest":"../')(earlier)
    [problem] = read(earlier).problems
    assert (problem.place.line, problem.message) == (4, NO_LINE)


def test_nothing_is_written_as_by_an_earlier_version_any_more(earlier: Path) -> None:
    late = signature(text("Geç."), by="Late Sample", role=ROLES[0])
    write(earlier, late, previous=lines_of(earlier))
    lines = lines_of(earlier)
    write_lines(earlier, [*lines, chained(earlier, lines[0], previous=name_of(lines[-1]))])
    [problem] = read(earlier).problems
    assert (problem.place.line, problem.message) == (
        6,
        "This line has the format of an earlier version, but follows a line of a later version.",
    )


@pytest.mark.parametrize("previous", ["", "first"])
def test_no_line_of_an_earlier_version_begins_anew_behind_one_of_a_later(
    earlier: Path, previous: str
) -> None:
    """It would be dated as anybody likes: before a key was over, or before a withdrawal."""
    late = signature(text("Geç."), by="Late Sample", role=ROLES[0])
    write(earlier, late, previous=lines_of(earlier))
    lines = lines_of(earlier)
    other = signature(text("Başka."), by="Other Sample", role=ROLES[0])
    name = name_of(lines[0]) if previous else ""
    write_as_earlier_versions(earlier, other, previous=name)
    write_lines(earlier, [*lines, *lines_of(earlier)])
    [problem] = read(earlier).problems
    assert (problem.place.line, problem.message) == (
        6,
        "This line has the format of an earlier version, but follows a line of a later version.",
    )


def test_branches_of_an_earlier_version_are_joined_too(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    write_as_earlier_versions(ours, FIRST, SECOND)
    write_as_earlier_versions(theirs, FIRST, THIRD)
    both = union(ours, theirs)
    assert [one.place.line for one in read(both).problems] == [3]
    ledger = read(joined(both))
    assert (sorted(names(ledger)), ledger.problems) == (["First", "Second", "Third"], ())
