"""The vocabulary: the encoder's word pieces, ordered by how often they occurred in the text it was first made from."""

import json
from collections.abc import Mapping
from importlib.resources import files

from dateline.errors import EncoderError


def load_vocabulary() -> Mapping[str, int]:
    """Each word piece and its place, the commonest words first. Raises EncoderError if the file cannot be read."""
    source = files("dateline.encoder") / "data" / "tokenizer.json"
    try:
        pieces = json.loads(source.read_text(encoding="utf-8"))["model"]["vocab"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EncoderError(f"{source}: cannot read the vocabulary ({error}); install dateline anew") from error
    return {str(piece): int(place) for piece, place in pieces.items()}
