"""The bleeding risks of a leaflet: one for each of its regions, from sources that it has."""

from collections.abc import Iterable, Iterator

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem


def bleeding_problems(
    leaflet: Loaded[Leaflet], references: Iterable[SourceReference]
) -> Iterator[Problem]:
    """Regions without a risk or that the leaflet does not have, and sources that there are not."""
    risks = leaflet.model.bleeding_risk
    if risks is None:
        return
    regions = leaflet.model.regions or ()
    if missing := [region for region in regions if region not in risks.regions]:
        message = f"There is no bleeding risk for {', '.join(missing)}."
        hint = "Write one of low, intermediate and high for each region of the leaflet."
        yield Problem("region-unfit", leaflet.key_place("bleeding_risk", "regions"), message, hint)
    for region in risks.regions:
        if region not in regions:
            message = f"The leaflet is not for the region “{region}”."
            place = leaflet.key_place("bleeding_risk", "regions", region)
            yield Problem("region-unfit", place, message, "Remove it, or add it to “regions”.")
    keys = {reference.key for reference in references}
    for index, key in enumerate(risks.sources):
        if key not in keys:
            message = f"No reference has the key “{key}”."
            hint = "Correct the key, or add the reference to references.json."
            place = leaflet.place("bleeding_risk", "sources", index)
            yield Problem("citation-unknown", place, message, hint)
