"""Fit the weights of linking: `python -m training.linking --coded FOLDER [--out FILE]`.

FOLDER holds `series.dev.jsonl` and `muc4.dev.jsonl`, as `python -m benchmarks.quality link series --keep FOLDER` leaves
them, and `syria.dev.jsonl` (`dateline code --format jsonl` of the Syrian reports). Prints the scorer's figures with the
weights fitted to all pairs, and with each pair scored by the mean of those weights that saw neither of its incidents
(five folds by incident).
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import yaml
from benchmarks.linking import records_of
from benchmarks.quality import SHARED, reports_of, score_file

from dateline.codebook import load_codebook
from dateline.encoder.vocabulary import load_vocabulary
from dateline.linking.across.features import seen
from dateline.linking.across.linker import Scorer, link
from dateline.linking.across.rarity import rarity_in
from dateline.linking.across.scoring import THOUSAND, Weights, score
from dateline.linking.across.trace import Trace
from dateline.linking.across.tracing import traces_of
from dateline.model import Member, Record
from training.linking.fitting import fit, folds_of
from training.linking.pairs import Pair, link_pairs, read_key, read_pairs, series_pairs, victims

GOLD = SHARED / "gold"
REPORTS = {
    "series": GOLD / "series" / "dev.reports.jsonl",
    "muc4": GOLD / "muc4" / "dev.reports.jsonl",
    "syria": SHARED / "reports" / "syria-2011-2018.jsonl",
}
HEAD = """\
# What each level that a feature sees (features.py) weighs, in units of log-odds; one that is not here weighs nothing.
#
# Fitted by logistic regression on pairs of the dev halves of `series` and `link` and on pairs of Syrian reports that
# were read side by side (python -m training.linking), held to a prior that is our own judgement: where few pairs show a
# level, the prior stands. Behind each weight stand the pairs that showed it and how many of them were one occurrence;
# a level without figures rests on the prior alone.
#
# base: where a pair starts. join: the mean score from which two groups are joined; below nought, since a pair that
# shares few words starts low. apart: the least that a pair scores; two incidents of one report score twice that."""


def main() -> None:
    """Fit, report, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--coded", type=Path, required=True, help="folder of the coded dev halves of series and muc4")
    parser.add_argument("--out", type=Path, help="write the weights to this YAML file")
    options = parser.parse_args()
    records = {name: records_of(options.coded / f"{name}.dev.jsonl") for name in ("series", "muc4", "syria")}
    traces = {name: _traces(name, found) for name, found in records.items()}
    incident_of = {
        str(r): str(row["id"]) for row in read_key(GOLD / "series" / "dev.gold.jsonl") for r in row["reports"]
    }
    named = _named(records["muc4"])
    pairs = [*series_pairs(traces["series"], incident_of), *link_pairs(traces["muc4"], named)]
    read = _read_pairs(records["syria"], traces["syria"])
    pairs += read
    weights = fit(pairs, _prior())
    folds = folds_of(incident for pair in pairs for incident in pair.incidents)
    blind = [fit([p for p in pairs if n not in {folds[i] for i in p.incidents}], _prior()) for n in range(5)]

    def fold(trace: Trace) -> int:
        found = named.get(trace.key)
        incident = min(found) if found else incident_of.get(trace.report, "")
        return folds.get(incident, 0)

    def unseen(one: Trace, other: Trace, _: Weights) -> int:
        chosen = {fold(one), fold(other)}
        return round(sum(score(one, other, blind[n]) for n in chosen) / len(chosen))

    for name, chosen in (("fitted", [weights] * 5), ("cross-validated", blind)):
        right = sum((score(p.one, p.other, chosen[folds[p.incidents[0]]]) >= weights.join) == p.same for p in read)
        print(name, "pairs read on Syria", f"{right} of {len(read)}")
    for name, way in (("fitted", score), ("cross-validated", unseen)):
        for task, source in (("series", "series"), ("link", "muc4")):
            print(name, task, _figures(task, traces[source], records[source], weights, way, options.coded))
    if options.out:
        options.out.write_text(_written(weights, pairs), encoding="utf-8")


def _traces(name: str, records: list[Record]) -> list[Trace]:
    texts = {report.id: report.text for report in reports_of(REPORTS[name])}
    codebook, rarity = load_codebook(), rarity_in(load_vocabulary())
    return [t for record in records for t in traces_of(record, texts[record.report.id], rarity, codebook)]


def _read_pairs(records: list[Record], traces: list[Trace]) -> list[Pair]:
    rows = yaml.safe_load((Path(__file__).parent / "syria.yaml").read_text(encoding="utf-8"))
    return list(read_pairs(rows, {record.report.id: record for record in records}, traces))


def _named(records: list[Record]) -> dict[tuple[str, str], set[str]]:
    """For each incident that names a victim of the key best in its report, the key's incidents."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    known = {record.report.id: record for record in records}
    for incident, report, names in victims(read_key(GOLD / "link" / "dev.gold.jsonl")):
        told = [
            (len(names & set(" ".join(t.text.lower() for t in i.targets).split())), i.id)
            for i in known[report].incidents
        ]
        best = max(told, default=(0, ""))
        if best[0]:
            found[report, best[1]].add(incident)
    return found


def _prior() -> dict[str, float]:
    data = yaml.safe_load((Path(__file__).parent / "prior.yaml").read_text(encoding="utf-8"))
    prior = {}
    for name, value in data.items():
        if isinstance(value, list):
            prior.update({f"{name}{far}.{n}": float(v) for far in ("", ".far") for n, v in enumerate(value)})
        else:
            prior[name] = float(value)
    return prior


def _figures(
    task: str,
    traces: list[Trace],
    records: list[Record],
    weights: Weights,
    way: Scorer,
    folder: Path,
) -> dict[str, float]:
    """The scorer's figures for groups that this way of scoring makes."""
    groups = link(traces, weights, way)
    told = {(r.report.id, i.id): i for r in records for i in r.incidents}
    main = {trace.key: trace.main for trace in traces}
    target = folder / f"{task}.groups.jsonl"
    with target.open("w", encoding="utf-8") as out:
        for group in groups:
            members = [
                Member(
                    report=name[0],
                    incident=name[1],
                    main=main[name],
                    actors=told[name].actors,
                    targets=told[name].targets,
                    codes=told[name].codes,
                )
                for name in group
            ]
            row = {"id": "/".join(group[0]), "members": [member.model_dump(mode="json") for member in members]}
            out.write(json.dumps(row) + "\n")
    figures = score_file(task, GOLD / task / "dev.gold.jsonl", target)
    return {name.split(".")[1]: value for name, value in figures.items() if "b3_" in name or "pairs_" in name}


def _written(weights: Weights, pairs: Sequence[Pair]) -> str:
    """The weights as YAML, each with the pairs that showed its level and how many of them were one occurrence."""
    shown: dict[str, list[bool]] = defaultdict(list)
    for pair in pairs:
        for name in seen(pair.one, pair.other):
            shown[name].append(pair.same)
    lines = [
        HEAD,
        *(f"{name}: {getattr(weights, name) / THOUSAND:.3f}" for name in ("base", "join", "apart")),
        "levels:",
    ]
    for name, weight in sorted(weights.levels.items()):
        rests = f"  # {sum(shown[name])} of {len(shown[name])}" if name in shown else ""
        lines.append(f"  {name}: {weight / THOUSAND:.3f}{rests}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
