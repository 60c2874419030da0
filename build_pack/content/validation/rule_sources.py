"""The sources of a clinic's rules, held against its references."""

from collections.abc import Iterator

from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.validation.instructions import as_written
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem


def rule_source_problems(
    rules: Loaded[ClinicMedicines], references: tuple[SourceReference, ...]
) -> Iterator[Problem]:
    """Sources that are no reference, and references that are no rule's source."""
    keys = {reference.key for reference in references}
    named: set[str] = set()
    for place, key in _sources(rules):
        named.add(key)
        if key not in keys:
            message = f"No reference has the key “{key}”."
            hint = "Correct the key, or add the reference to the clinic's references.json."
            yield Problem("citation-unknown", place, message, hint)
    for reference in references:
        if reference.key not in named:
            message = f"The reference “{reference.key}” is not used by any medicine rule."
            hint = (
                f"Add {reference.key} to “sources” of a rule in medicines.yaml, or remove the "
                "reference."
            )
            yield Problem("reference-uncited", reference.place, message, hint)


def _sources(rules: Loaded[ClinicMedicines]) -> Iterator[tuple[Place, str]]:
    """Every source that a rule or a case names, and its place."""
    for index, _ in enumerate(rules.model.rules):
        for loc, one in as_written(rules, index):
            for number, key in enumerate(one.sources):
                yield rules.place(*loc, "sources", number), key
