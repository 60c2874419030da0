"""The conditions of a case: what has to be true of a visit, so that the case is for it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from build_pack.content.models.base import Id, Model, Name
from build_pack.content.models.bleeding_risk import BleedingRisk
from build_pack.content.models.facts import NO, YES
from build_pack.content.models.regions import Region


class Condition(NamedTuple):
    """Something that a case can depend on: a key under `when`, and what in it if it holds many."""

    key: str
    of: str = ""
    """The id of a fact; of `with`, the id of a medicine or a class."""
    scope: str = ""
    """Of which medicine it is true, where several are looked at together."""

    def words(self, values: Iterable[str | None], joint: str = ", ") -> str:
        """The condition with some of its values, in the words of the file."""
        if self.key == WITH:
            return f"{'with' if YES in values else 'without'}: {self.of}"
        said = joint.join(sorted(value or OTHER for value in values))
        return f"{self.of or self.key}: {said}"


LEAFLET = Condition("leaflets")
REGION = Condition("regions")
KIDNEY = Condition("kidney")
INDICATION = Condition("indications")
DOSE = Condition("doses")
BLEEDING = Condition("bleeding")
OTHER = "other"
"""What a medicine is taken for, or its dose, if it is none for which the clinic has an id."""
FACT, WITH = "facts", "with"
"""The keys that hold many."""

_KEYS = ("leaflets", "regions", "bleeding", "kidney", "indications", "doses", FACT, WITH)


def rank(condition: Condition) -> tuple[int, str]:
    """By which conditions are sorted: the order of the keys, then by name."""
    return _KEYS.index(condition.key), condition.of


Allowed = Mapping[Condition, frozenset[str]]
"""The values that a case allows, of each condition that it names."""


def _as_list(value: Any) -> Any:
    """A single answer as a list of one; true and false are refused, as yes and no are words."""
    return [value] if isinstance(value, str) else value


Answers = Annotated[
    tuple[Id, ...],
    Field(min_length=1),
    BeforeValidator(_as_list, json_schema_input_type=Id | tuple[Id, ...]),
]


class When(Model):
    """A condition. Each key lists what it allows; a key that is not there allows everything."""

    model_config = ConfigDict(serialize_by_alias=True)

    leaflets: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None
    regions: Annotated[tuple[Region, ...], Field(min_length=1)] | None = None
    bleeding: Annotated[tuple[BleedingRisk, ...], Field(min_length=1)] | None = None
    """The bleeding risk of the procedure, as the leaflet gives it for the region."""
    kidney: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None
    """Ids under `kidney_bands`."""
    indications: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None
    """Ids under `indications`."""
    doses: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None
    """Ids under `doses`."""
    facts: Annotated[dict[Id, Answers], Field(min_length=1)] | None = None
    """By the ids under `facts`: yes, no, a choice or a band, or a list of them."""
    with_: Annotated[tuple[Name, ...], Field(min_length=1)] | None = Field(
        None,
        alias="with",
        description="Other medicines that the patient takes, all of them: ids of medicines or of "
        "classes.",
    )
    without: Annotated[tuple[Name, ...], Field(min_length=1)] | None = None
    """Medicines or classes of which the patient takes none beside it."""

    @model_validator(mode="after")
    def _says_something(self) -> "When":
        if all(getattr(self, key) is None for key in type(self).model_fields):
            raise ValueError(
                "it names no condition; omit “when” in the case that applies to all others"
            )
        return self

    @property
    def allowed(self) -> Allowed:
        """Each condition that it names, with the values for which it holds."""
        return {condition: frozenset(values) for condition, values in self._named()}

    def _named(self) -> Iterator[tuple[Condition, tuple[str, ...]]]:
        for condition in (LEAFLET, REGION, BLEEDING, KIDNEY, INDICATION, DOSE):
            if (values := getattr(self, condition.key)) is not None:
                yield condition, values
        for name, answers in (self.facts or {}).items():
            yield Condition(FACT, name), answers
        for name in self.with_ or ():
            yield Condition(WITH, name), (YES,)
        for name in self.without or ():
            yield Condition(WITH, name), (NO,)
