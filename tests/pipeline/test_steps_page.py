from pathlib import Path

from dateline.pipeline.coder import STEPS

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "steps.md"


def test_the_page_of_steps_tells_every_step_and_what_it_needs() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    told = [row.strip("| ").split(" | ") for row in rows]
    wanted = [
        [
            f"`{step.gives}`",
            ", ".join(f"`{need}`" for need in step.needs),
            f"`{step.run.__module__.removeprefix('dateline.').replace('.', '/')}.py`",
        ]
        for step in STEPS
    ]
    assert told == wanted, "docs/steps.md is stale: write the table anew"
