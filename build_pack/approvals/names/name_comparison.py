"""Names of people as they are compared: one person is one, however the name is written.

Case, accents, titles, punctuation, blanks and the order of the names make no difference, and
neither do letters that look like others: the table of confusables of Unicode (UTS 39) is disarm's.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import permutations
from unicodedata import category, normalize

from build_pack.text.folding import (
    UNSEEN,
    fold_letters,
    fold_lookalikes,
    is_kept,
    latin_lookalikes,
)

_SAID = """
dr doc doç docent doçent prof profesör professor yrd yard yardımcı assoc asst op opr operatör
uz uzm uzman ord arş gör öğr üyesi araş araştırma görevlisi öğretim asistan asist
dt diş dişhekimi hekim hekimi doktor doctor başhekim başhekimi tabip
hem hemş hmş hemşire hemşiresi başhemşire sorumlu ebe ecz eczacı fzt fizyoterapist psk psikolog
dyt diyetisyen tekn tekniker teknisyen teknikeri teknisyeni anestezist algolog
sn sayın bay bayan bey hanım av
rn lpn md mds phd dphil dsc msc bsc bsn msn dnp mbbs mbchb frca ffpmrca frcp frcs mrcp facs
pharmd bpharm dds dmd crna aprn
mr mrs ms miss mx sir dame
nurse sister matron midwife pharmacist physician surgeon anaesthetist anesthesiologist
consultant registrar resident specialist attending physiotherapist
med ing dipl univ habil herr frau schwester arzt ärztin pfleger
mme mlle monsieur madame docteur infirmier infirmière
dra sra srta señor señora enfermero enfermera
доктор др врач проф профессор медсестра медбрат доц доцент
δρ καθ ιατρός νοσηλευτής νοσηλεύτρια κύριος κυρία
د دكتور دكتورة الدكتور الدكتورة طبيب طبيبة ممرض ممرضة أستاذ الأستاذ السيد السيدة
"""

TITLES: frozenset[str] = frozenset(_SAID.split())
"""Titles, professions and degrees of the languages in which clinics sign.

Left out is what may be a name as well (Do, Pa, Ma), or tells two people apart (Jr, II).
"""


_MOST = 5
"""So many names are tried in every order; of more, as they are and sorted."""


def same_person(one: str, other: str) -> bool:
    """Whether two names are those of one person, as far as names tell."""
    return not keys(one).isdisjoint(keys(other))


@lru_cache(maxsize=4096)
def keys(name: str) -> frozenset[str]:
    """The ways in which a name is compared: two that share one are the same person's."""
    found = [words(name, look_first=first) for first in (False, True)]
    read = [tuple(_read(word, one) for word in each) for each in found for one in "li"]
    return frozenset(joined for each in (*found, *read) for joined in _orders(each))


def _read(word: str, one: str) -> str:
    """A word with its figures as the letters that they look like."""
    return word.replace("0", "o").replace("1", one) if re.search(r"[^\W\d]", word) else word


def _orders(parts: tuple[str, ...]) -> Iterator[str]:
    if len(parts) <= _MOST:
        return ("".join(each) for each in permutations(parts))
    return iter(("".join(parts), "".join(sorted(parts))))


@lru_cache(maxsize=4096)
def words(name: str, *, look_first: bool = False) -> tuple[str, ...]:
    """The names in a name, folded, without titles.

    `look_first` takes letters for those that they look like before it takes capitals for small
    ones: a Greek Η is an H, and an I in the midst of small letters an l.
    """
    seen = normalize("NFKC", "".join(one for one in name if not _is_beside(one)))
    seen = normalize("NFKC", UNSEEN.sub("", seen))
    parts = [_letters(word) for word in seen.split()]
    found = [word for each in _untitled(parts) for word in each] or [
        w for each in parts for w in each
    ]
    folded = (fold_lookalikes(_as_seen(word) if look_first else word) for word in found)
    return tuple(word for word in folded if word)


def _is_beside(letter: str) -> bool:
    """Whether it belongs to no name: what nobody sees, a raised figure, a sign such as `™`."""
    kind = category(letter)
    return kind in {"Cf", "No"} or (kind[0] == "S" and len(normalize("NFKC", letter)) > 1)


def is_title_alone(name: str) -> bool:
    """Whether nothing but titles is in it."""
    return not any(_untitled([_letters(word) for word in name.split()]))


def _letters(word: str) -> list[str]:
    """A word with blanks around it, cut where there is a sign in it."""
    return "".join(one if is_kept(one) else " " for one in word).split()


def _untitled(words_: list[list[str]]) -> list[list[str]]:
    """The words without titles, be they whole (`Ph.D.`), parts (`Op.Dr.`) or two (`Ph. D.`)."""
    while len(words_) > 2 and _is_title(words_[-2] + words_[-1]):  # noqa: PLR2004 - a name and two
        words_ = words_[:-2]
    kept = (parts for parts in words_ if not _is_title(parts))
    return [[part for part in parts if not _is_title([part])] for parts in kept]


def _is_title(parts: list[str]) -> bool:
    return fold_letters("".join(parts)) in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(fold_letters, TITLES))


def _as_seen(word: str) -> str:
    """A word with I and l, which look alike, as small or capital as the letters around them."""
    seen = re.sub(r"(?<=[A-Z])l(?=[A-Z])", "I", latin_lookalikes(word))
    return re.sub(r"(?<=\w)I(?=[^\WA-Z])|(?<=[^\WA-Z])I", "l", seen)
