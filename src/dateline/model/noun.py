"""What all nouns share: they are frozen, and they tolerate fields that a later version adds."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value. Unknown fields are ignored on reading, so that records of later versions still load."""

    model_config = ConfigDict(frozen=True, extra="ignore")
