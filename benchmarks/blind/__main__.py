"""Code the blind sets and score them: `python -m benchmarks.blind`."""

import tempfile
from pathlib import Path

from benchmarks.quality import reports_of, score_file
from dateline.pipeline import Coder

FOLDER = Path(__file__).resolve().parent
FIGURES = {"plover": "plover.top1_accuracy", "acled": "acled.weighted_f1"}


def main() -> None:
    """Print one figure a set."""
    coder = Coder()
    for gold in sorted(FOLDER.glob("*.jsonl")):
        task = gold.stem.rstrip("0123456789")
        with tempfile.TemporaryDirectory() as folder:
            coded = Path(folder) / "coded.jsonl"
            lines = [record.model_dump_json() for record in coder.code_many(reports_of(gold))]
            coded.write_text("\n".join(lines) + "\n", encoding="utf-8")
            print(f"{gold.stem}: {FIGURES[task]} {score_file(task, gold, coded)[FIGURES[task]]:.3f}")


if __name__ == "__main__":
    main()
