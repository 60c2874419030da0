"""The invented visits for which a set is made, as options of the command line."""

from collections.abc import Iterable


def _visit(date: str, where: str, kidney: str, label: str, medicines: Iterable[str]) -> list[str]:
    region, side = where.split()
    words = ["--date", date, "--region", region, "--side", side, "--kidney", kidney]
    words += ["--label", label]
    for medicine in medicines:
        words += ["--medicine", medicine]
    return words


LUMBAR = _visit(
    "2026-12-10T09:00",
    "lumbar left",
    "reduced",
    "Room 4",
    (
        "warfarin 5 mg (indication: rhythm)",
        "Glifor 1000 mg",
        "ramipril",
        "amitriptyline",
        "Coumadin (stopped: 2026-11-28)!",
    ),
)
CERVICAL = _visit("2026-12-11T13:30", "cervical right", "good", "Sample 02", ("none",))
THORACIC = _visit(
    "2027-01-04T23:15",
    "thoracic both",
    "poor",
    "Sample 03",
    ("Plavix 75 mg (indication: stent, taken: evening)", "Ozempic (taken: monday)", "prednisolone"),
)
MANY = _visit(
    "2027-03-01T08:00",
    "sacroiliac left",
    "good",
    "Sample 04",
    (
        "phenprocoumon (taken: evening)",
        "dabigatran 150 mg (indication: rhythm, taken: morning+evening)",
        "enoxaparin 40 mg (dose: preventive, taken: evening)",
        "aspirin 100 mg (indication: prevention)",
        "ticagrelor",
        "sitagliptin 100 mg (taken: morning)",
        "gliclazide 60 mg (taken: morning)",
        "insulin",
        "dapagliflozin 10 mg",
        "Trulicity (taken: friday)",
        "ibuprofen 400 mg",
        "metamizole",
        "ginkgo",
        "mystery tea!",
        "rivaroxaban (stopped: 2026-11-30)",
    ),
)
