"""Findings: totals against their parts, and cumulative figures against what is coded, told plainly."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.linking.ledger.containing import counts_among, lies_in
from dateline.linking.ledger.ranges import Range, range_of, rest, summed
from dateline.model import Figure, Finding, Verdict


def about_totals(figures: Sequence[Figure], exceeded: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """A finding for every figure that has parts: they make it up, leave a rest, or exceed it."""
    known = {figure.id: figure for figure in figures}
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.part_of is not None and figure.repeats is None:
            parts[figure.part_of].append(figure)
    told = {total: [part for part in of if part.best is not None] for total, of in parts.items()}
    found = [_of_total(known[total], of) for total, of in told.items() if of and _stands(known[total], known)]
    found += [_of_total(known[total], [known[part] for part in of]) for total, of in exceeded.items() if total in known]
    return sorted(found, key=lambda finding: finding.figures)


def _stands(figure: Figure, known: Mapping[str, Figure]) -> bool:
    """Whether a figure is no mere repetition: another number for the same has its own parts."""
    return figure.repeats is None or known[figure.repeats].best != figure.best


def _of_total(total: Figure, parts: Sequence[Figure]) -> Finding:
    told = summed(parts)
    left = rest(range_of(total), told)
    verdict: Verdict = "residual"
    if left.best is not None and left.best < 0 and (told.low or 0) > (total.high or 0):
        verdict = "exceeded"
    elif left.best is not None and left.best <= 0:
        verdict = "complete"
    counted = f"{told.best if told.best is not None else f'at least {told.low}'} of {total.best} {total.loss}"
    words = f"{counted} {_where(total)}are told apart in {len(parts)} {'figure' if len(parts) == 1 else 'figures'}"
    ends: dict[Verdict, str] = {
        "complete": "; nothing is left over",
        "residual": f"; {_said(left)} left over",
        "exceeded": f": the parts are {-(left.best or 0)} more than the total, so that they stand and it does not",
    }
    figures = (total.id, *(part.id for part in parts))
    return Finding(
        rule="ledger.parts", verdict=verdict, words=f"{words}{ends[verdict]}.", figures=figures,
        low=left.low, best=left.best, high=left.high,
    )  # fmt: skip


def about_cumulative(figures: Sequence[Figure]) -> list[Finding]:
    """A finding for every cumulative figure: does what is coded of its place and period agree with it?"""
    counted = [figure for figure in figures if figure.counts]
    claims = [figure for figure in figures if figure.scope == "cumulative" and figure.repeats is None]
    whole = [claim for claim in claims if claim.part_of is None and claim.best is not None]
    return [_of_claim(claim, [f for f in counted if _falls_in(f, claim)]) for claim in whole]


def _falls_in(figure: Figure, claim: Figure) -> bool:
    """Whether a coded figure is of the place, the period and the people that a cumulative figure is of."""
    if claim.since is None or claim.place is None or figure.loss != claim.loss or figure.place is None:
        return False
    day = figure.last or figure.first
    if day is None or day < claim.since or (claim.last is not None and (figure.first or day) > claim.last):
        return False
    return lies_in(figure.place, claim.place) and counts_among(figure.group, claim.group)


def _of_claim(claim: Figure, coded: Sequence[Figure]) -> Finding:
    told = f"{_amount(claim)} {claim.loss} {_where(claim)}{_when(claim)}"
    if claim.since is None or claim.place is None:
        lacking = "no first day" if claim.since is None else "no place"
        words = f"{told}: it tells {lacking}, so that nothing can be held against it."
        return Finding(rule="ledger.cumulative", verdict="unchecked", words=words, figures=(claim.id,))
    told_of = summed(coded)
    left = rest(range_of(claim), told_of)
    verdict = _verdict(range_of(claim), told_of)
    coded_words = (
        f"coded of that place and time {'is' if len(coded) == 1 else 'are'} {_of(told_of)} in {len(coded)} figures"
    )
    ends: dict[Verdict, str] = {
        "agrees": "which agrees",
        "uncoded": f"{_said(left)} not coded",
        "more coded": "more than it tells",
    }
    return Finding(
        rule="ledger.cumulative", verdict=verdict, words=f"{told}: {coded_words}; {ends[verdict]}.",
        figures=(claim.id, *(figure.id for figure in coded)), low=left.low, best=left.best, high=left.high,
    )  # fmt: skip


def _verdict(claim: Range, coded: Range) -> Verdict:
    """Agrees where the ranges meet; of an open figure ("more than 300") the best is taken for the end."""
    most = claim.high if claim.high is not None else claim.best or 0
    if (coded.low or 0) > most:
        return "more coded"
    if coded.high is not None and coded.high < (claim.low or 0):
        return "uncoded"
    if coded.high is None and (coded.best or coded.low or 0) < (claim.low or 0):
        return "uncoded"
    return "agrees"


def _amount(figure: Figure) -> str:
    return f"{figure.span.text!r} ({figure.report})"


def _where(figure: Figure) -> str:
    return f"in {figure.place.name or figure.place.text} " if figure.place is not None else ""


def _when(figure: Figure) -> str:
    return f"since {figure.since}" if figure.since else "over time"


def _said(left: Range) -> str:
    if left.best is not None:
        return f"{left.best} {'is' if left.best == 1 else 'are'}"
    return f"at least {left.low or 0} are"


def _of(coded: Range) -> str:
    if coded.best is None:
        return f"at least {coded.low or 0}"
    return f"{coded.best}" + (" or more" if coded.high is None and coded.best else "")
