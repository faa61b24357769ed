"""The encoder: an ONNX session, its tokenizer and its heads, loaded once."""

from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

from dateline.encoder.decoding import decode, ends_of
from dateline.encoder.heads import Heads, Matrix
from dateline.encoder.labels import Labels, load_labels
from dateline.encoder.likeness import Groups, NewKinds, Shown
from dateline.encoder.pieces import Pieces, cut
from dateline.encoder.reading import Reading
from dateline.errors import EncoderError

NETWORK, HEADS, TOKENIZER, LABELS = "encoder.onnx", "heads.npz", "tokenizer.json", "labels.json"


class Encoder:
    """Reads sentences. The same sentence gives the same reading whatever is read with it.

    Sentences go through the network one at a time: its activations are quantised by the range of what is read
    together, so a batch would change them. Read in batches of 4 to 16 it is 1.1 times as fast (measured, two cores).
    """

    def __init__(
        self,
        session: onnxruntime.InferenceSession,
        tokenizer: Tokenizer,
        heads: Heads,
        labels: Labels,
        groups: Groups,
        new: NewKinds | None = None,
    ) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._heads = heads
        self._groups = groups
        self._new = new
        self._pools = ThreadpoolController()
        self.labels = labels

    def shown(self, kinds: Mapping[str, Sequence[Shown]]) -> "Encoder":
        """An encoder that also knows these kinds, by examples alone; three and more each are wanted.

        An example whose words are not marked is taken to tell of its likeliest act. Raises EncoderError where no word
        of an example names an occurrence.
        """
        if not kinds:
            return self
        examples = {
            kind: np.concatenate([self._ends(kind, example) for example in shown]) for kind, shown in kinds.items()
        }
        new = NewKinds(self._groups, examples)
        return Encoder(self._session, self._tokenizer, self._heads, self.labels, self._groups, new)

    def _ends(self, kind: str, example: Shown) -> Matrix:
        pieces = self.pieces(example.text)
        if example.at:
            at = pieces.within(*example.at)
        else:
            acts = self.read([example.text])[0].acts
            at = pieces.within(*max((act.score, act.start, act.end) for act in acts)[1:]) if acts else None
        if at is None:
            words = example.text if len(example.text) < 80 else f"{example.text[:77]}..."
            raise EncoderError(
                f"kind {kind!r}, example {words!r}: no word of it is seen to name an occurrence; "
                "mark the words that do with *asterisks*"
            )
        return ends_of(self.run(pieces)[0], [(0, at)])

    def read(self, sentences: Sequence[str]) -> list[Reading]:
        """What it recognises in each sentence, in their order."""
        with self._pools.limit(limits=1):  # the heads are small: two BLAS threads took eleven times as long as one
            pieces = [self.pieces(text) for text in sentences]
            made = [self.run(each) for each in pieces]
            return decode(
                pieces,
                [vectors for vectors, _ in made],
                [logits for _, logits in made],
                self._heads,
                self.labels,
                self._new,
            )

    def run(self, pieces: Pieces) -> tuple[Matrix, Matrix]:
        """The vectors of a sentence's pieces and the logits of all layers."""
        given = {
            "ids": np.array(pieces.ids, dtype=np.int64),
            "looks": np.array(pieces.looks, dtype=np.int64),
            "places": np.arange(len(pieces), dtype=np.int64),
        }
        vectors, logits = self._session.run(["vectors", "logits"], given)
        return vectors, logits

    def pieces(self, text: str) -> Pieces:
        """A sentence as the network reads it."""
        return cut(self._tokenizer, text)


def open_encoder(folder: Path | None = None) -> Encoder:
    """The encoder that comes with dateline, or the one in a folder of the same files.

    Raises EncoderError if a file is absent or cannot be read.
    """
    if folder is not None:
        return _open(folder)
    with as_file(files("dateline.encoder") / "data") as own:
        return _open(own)


def _open(folder: Path) -> Encoder:
    labels = load_labels(folder / LABELS)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # a second core is a second job's (`--jobs`)
    options.log_severity_level = 3
    try:
        network = str(folder / NETWORK)
        session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        with np.load(folder / HEADS) as weights:
            known = dict(weights)
        heads, groups = Heads(known, labels), Groups(known)
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own and bare Exception
        raise EncoderError(f"{folder}: cannot open the encoder ({error}); install dateline anew") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Encoder(session, tokenizer, heads, labels, groups)
