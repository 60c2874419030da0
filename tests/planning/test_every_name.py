"""Every name and brand of the list as people type it: capitals, no Turkish letters, more behind."""

from collections.abc import Iterator
from pathlib import Path

from build_pack.problems import Place
from build_pack.text.folding import fold_accents
from build_pack.visits.visit_reader import VisitReader, VisitText
from tests.documents.test_medicines import demo


def names() -> Iterator[tuple[str, str]]:
    """Each name, in each language, and each brand, with the id of its medicine."""
    for medicine in demo().medicines.values():
        for name in demo().names.get(medicine.id, ()):
            yield name, medicine.id
        for brands in medicine.brands.values():
            yield from ((brand, medicine.id) for brand in brands)


def typed(name: str) -> Iterator[str]:
    """The ways in which a name is typed."""
    turkish = name.replace("i", "İ").replace("ı", "I").upper()
    yield from (name, name.lower(), name.upper(), turkish, fold_accents(name))
    yield f"{turkish} 5 MG TABLET"
    yield f"{name} 5 mg film tablet"


def test_each_name_is_read_as_its_medicine_however_it_is_typed() -> None:
    reader, place = VisitReader(demo()), Place(Path("x"))
    for name, medicine in names():
        for text in typed(name):
            visit, _ = reader.read(VisitText(medicines=(text,)), lambda _: place)
            assert [one.medicine and one.medicine.id for one in visit.medicines or ()] == [
                medicine
            ], text
