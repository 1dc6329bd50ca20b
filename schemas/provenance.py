"""Where an enriched article comes from."""

from pydantic import Field

from schemas.article import Timestamp
from schemas.base import ContractModel


class ModelVersion(ContractModel):
    """A linguistic model that took part."""

    name: str
    """Its package name."""
    version: str
    """Its version."""


class Provenance(ContractModel):
    """What made an enriched article, from what, and when."""

    pipeline_version: str
    """Version of communique."""
    models: tuple[ModelVersion, ...] = ()
    """The models used for this article."""
    knowledge: str | None = None
    """Digest of the tables of names that were merged over those of communique; null where there were none."""
    topic: str | None = None
    """Topic of the article; null where it did not come from Kafka."""
    partition: int | None = Field(default=None, ge=0)
    """Partition of the article."""
    offset: int | None = Field(default=None, ge=0)
    """Offset of the article."""
    received_at: Timestamp | None = None
    """The article's timestamp in Kafka."""
    enriched_at: Timestamp | None = None
    """When the work was done; the only part of an event that differs when an article is processed again."""
