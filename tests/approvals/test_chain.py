"""Whatever honest people do at two desks gives a whole ledger, and whatever is done to it shows."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from build_pack.approvals.approval_status import SignatureRegister
from build_pack.approvals.ledger.chain import CLOCKS
from build_pack.approvals.ledger.ledger_file import Ledger, read_ledger
from build_pack.approvals.ledger.line import LedgerLine
from build_pack.operations.join_ledger import JoinRequest, join_ledger, open_branches
from tests.approvals.signing import ROLES, lines_of, signature, text, union, write, write_lines
from tests.workshop import opened

BEGIN = datetime(2026, 11, 1, 9, tzinfo=UTC)
LATEST = BEGIN + timedelta(days=9)
WORDS = ("Bir.", "İki.")
LONG, SHORT, OVER = None, date(2027, 1, 1), date(2026, 10, 31)

Act = tuple[int, int, str, date | None]
"""At which desk, how far its clock is off in minutes, which words, until when."""
ACTS = st.tuples(
    st.integers(0, 1),
    st.integers(-4, 4),
    st.sampled_from(WORDS),
    st.sampled_from((LONG, SHORT, OVER)),  # the last day of a withdrawn one is over
)
Day = tuple[list[Act], bool]
"""What is done before a merge, and whether both desks join on their own."""
DAYS = st.lists(
    st.tuples(st.lists(ACTS, min_size=1, max_size=4), st.booleans()), min_size=1, max_size=3
)


def signed(clinic: Path, act: Act, now: datetime) -> LedgerLine:
    """One more line at a desk, as `approve` adds it."""
    desk, off, words, until = act
    ledger = read_ledger(clinic, now + CLOCKS)
    assert ledger.problems == ()
    at = ledger.not_before(now + timedelta(minutes=off))
    one = signature(text(words), by=f"Sample {desk}", role=ROLES[desk], until=until, at=at)
    there = lines_of(clinic) if ledger.signatures else []
    write(clinic, one, previous=there)
    return one.line


def merged(desks: list[Path], now: datetime, *, both: bool) -> None:
    """Both desks have all lines afterwards, joined at one of them, or at both and once more."""
    there = [desk for desk in desks if (desk / "approvals").is_dir()]
    whole = union(*there)
    for desk in desks:
        if desk != whole:
            shutil.copytree(whole, desk, dirs_exist_ok=True)
    for number, desk in enumerate(desks if both else [whole]):
        if shown := open_branches(opened(desk), now):
            join_ledger(opened(desk), JoinRequest(f"Joining Sample {number}"), shown, now)
    if both:
        merged(desks, now, both=False)
    else:
        shutil.copytree(whole, next(desk for desk in desks if desk != whole), dirs_exist_ok=True)


def acted(folder: Path, days: list[Day]) -> tuple[Path, list[LedgerLine]]:
    """The ledger after some days, and the lines that were added."""
    desks = [folder / "one", folder / "other"]
    lines, now = [], BEGIN
    for desk in desks:
        desk.mkdir()
    for acts, both in days:
        for act in acts:
            lines.append(signed(desks[act[0]], act, now))
            now += timedelta(minutes=10)
        merged(desks, now, both=both)
    return desks[0], lines


def gist(ledger: Ledger) -> object:
    """What a ledger says, wherever its lines stand."""
    return [one.raw for one in ledger.signatures], ledger.tip


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_what_honest_people_do_is_read_without_a_problem(days: list[Day]) -> None:
    with TemporaryDirectory() as folder:
        clinic, lines = acted(Path(folder), days)
        ledger = read_ledger(clinic, LATEST)
        assert ledger.problems == ()
        assert len(ledger.tips) == 1
        signed_ = [one.line for one in ledger.signatures if not one.line.joins]
        said = [(line.at, line.by, line.until) for line in signed_]
        assert sorted(said, key=str) == sorted(((x.at, x.by, x.until) for x in lines), key=str)
        for desk in (0, 1):
            mine = [line for line in lines if line.by == f"Sample {desk}"]
            counting = [
                one.line.until
                for words in WORDS
                for one in SignatureRegister(ledger.signatures).of(text(words))
                if one.line.by == f"Sample {desk}"
            ]
            assert counting == [line.until for line in mine[-1:]]


Tampering = Callable[[list[str], int, int, str], list[str]]


def without(lines: list[str], at: int, _other: int, _letter: str) -> list[str]:
    return [*lines[:at], *lines[at + 1 :]]


def twice(lines: list[str], at: int, other: int, _letter: str) -> list[str]:
    return [*lines[:other], lines[at], *lines[other:]]


def twice_at_the_end(lines: list[str], at: int, _other: int, _letter: str) -> list[str]:
    return [*lines, lines[at]]


def swapped(lines: list[str], at: int, other: int, _letter: str) -> list[str]:
    lines = list(lines)
    lines[at], lines[other] = lines[other], lines[at]
    return lines


def cut(lines: list[str], at: int, _other: int, _letter: str) -> list[str]:
    return lines[:at]


def other_letter(lines: list[str], at: int, other: int, letter: str) -> list[str]:
    line = lines[at]
    place = other * 7919 % len(line)
    return [*lines[:at], line[:place] + letter + line[place + 1 :], *lines[at + 1 :]]


def letter_more(lines: list[str], at: int, other: int, letter: str) -> list[str]:
    line = lines[at]
    place = other * 7919 % (len(line) + 1)
    return [*lines[:at], line[:place] + letter + line[place:], *lines[at + 1 :]]


TAMPERINGS = (without, twice, twice_at_the_end, swapped, cut, other_letter, letter_more)


@settings(max_examples=25, deadline=None)
@given(
    DAYS,
    st.lists(
        st.tuples(
            st.sampled_from(TAMPERINGS),
            st.integers(0, 99),
            st.integers(0, 99),
            st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=1),
        ),
        min_size=8,
        max_size=8,
    ),
)
def test_whatever_is_done_to_one_line_is_told_or_says_the_same(
    days: list[Day], tamperings: list[tuple[Tampering, int, int, str]]
) -> None:
    with TemporaryDirectory() as folder:
        clinic, _ = acted(Path(folder), days)
        before, lines = read_ledger(clinic, LATEST), lines_of(clinic)
        for tamper, at, other, letter in tamperings:
            after = tamper(lines, at % len(lines), other % len(lines), letter)
            write_lines(clinic, after)
            ledger = read_ledger(clinic, LATEST)
            if after == lines:
                assert ledger == before
            elif sorted(after) == sorted(lines):  # lines of two branches may stand in either order
                assert ledger.problems or gist(ledger) == gist(before)
            else:
                assert {one.code for one in ledger.problems} == {"approval-broken"}


@settings(max_examples=15, deadline=None)
@given(DAYS, st.integers(0, 99), st.sampled_from(("gone", "other", "exchanged")))
def test_whatever_is_done_to_a_file_of_texts_is_told(
    days: list[Day], number: int, what: str
) -> None:
    with TemporaryDirectory() as folder:
        clinic, _ = acted(Path(folder), days)
        files = sorted((clinic / "approvals" / "texts").iterdir())
        path = files[number % len(files)]
        if what == "gone":
            path.unlink()
        elif what == "other":
            path.write_bytes(path.read_bytes().replace(b"}", b" }"))
        else:
            path.rename(path.with_name("0123456789abcdef.json"))
        assert {one.code for one in read_ledger(clinic, LATEST).problems} == {"approval-broken"}
