"""The lexicon tagger: recognisers that read codebook data, one after the other."""

from collections.abc import Sequence

from dateline.coding.tagging.tags import Recogniser, Tag, Tags
from dateline.coding.text.document import Sentence


class LexiconTagger:
    """Tags sentences by asking each recogniser in turn; later ones see what earlier ones found."""

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        self._recognisers = tuple(recognisers)

    def tag(self, sentences: Sequence[Sentence]) -> list[Tags]:
        """Tag every sentence by itself."""
        return [self._tag_one(sentence) for sentence in sentences]

    def _tag_one(self, sentence: Sentence) -> Tags:
        found: list[Tag] = []
        for recogniser in self._recognisers:
            found.extend(recogniser.recognise(sentence, found))
        return Tags(sentence.index, tuple(sorted(found, key=lambda tag: (tag.start, -tag.end, tag.label))))
