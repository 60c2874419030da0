"""Groups of medicines in words."""

from build_pack.content.models.formulary import MedicineGroup
from build_pack.translation.ui_words import UiWords


def group_headings(words: UiWords) -> dict[MedicineGroup, str]:
    """What each group of medicines is called."""
    return {
        MedicineGroup.ANTICOAGULANT: words.pgettext(
            "medicines.anticoagulant", "Blood thinners: anticoagulants"
        ),
        MedicineGroup.ANTIPLATELET: words.pgettext(
            "medicines.antiplatelet", "Blood thinners: antiplatelets"
        ),
        MedicineGroup.PAIN: words.pgettext("medicines.pain", "Pain medicines"),
        MedicineGroup.DIABETES: words.pgettext("medicines.diabetes", "Diabetes medicines"),
        MedicineGroup.OTHER: words.pgettext("medicines.other", "Other medicines and supplements"),
    }
