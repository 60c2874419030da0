"""JSON Schemas of the files that people write, for editors that complete and check as one types."""

import json

from build_pack.content.clinic import Clinic
from build_pack.content.leaflet import Leaflet
from build_pack.content.medicines import ClinicMedicines, Formulary
from build_pack.content.model import Model

MODELS: dict[str, type[Model]] = {
    "leaflet": Leaflet,
    "formulary": Formulary,
    "clinic": Clinic,
    "medicines": ClinicMedicines,
}
"""The models by the name of their files."""


def schema_name(name: str) -> str:
    """The file name of a schema."""
    return f"{name}.schema.json"


def schema_text(name: str) -> str:
    """The schema of one kind of file, as it is written."""
    schema = MODELS[name].model_json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
