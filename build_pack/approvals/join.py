"""A line of the ledger that joins branches: it signs nothing, and says who put them together."""

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator

from build_pack.approvals.line import Filled, Line, visible


class Join(BaseModel):
    """Two or more branches that go on as one; its keys stand in the file in this order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: AwareDatetime
    by: Filled
    """The name of the person who joined them."""
    note: str = ""
    signer: str = ""
    """The person's entry in `allowed_signers`; empty without an SSH signature."""
    previous: str
    """The digest of the last line of one branch."""
    joins: tuple[str, ...] = Field(min_length=1)
    """The digests of the last lines of the others."""

    _visible = field_validator("by", "note")(visible)


Entry = Line | Join
"""Whatever may stand on a line of the ledger."""
