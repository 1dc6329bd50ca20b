"""What all contract models have in common."""

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1.0"
"""Version of the wire contract: the major number changes when an old reader would break."""


class ContractModel(BaseModel):
    """A value of the wire contract: immutable, strict in its types, tolerant of fields it does not know."""

    model_config = ConfigDict(extra="ignore", frozen=True, use_attribute_docstrings=True)
