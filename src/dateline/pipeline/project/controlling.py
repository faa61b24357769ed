"""Controlling: who held which site when, worked out of the stored witnesses of just the sites that are asked for."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection

from dateline.errors import SettingsError
from dateline.linking.control.over import Chronicle
from dateline.linking.control.queries import Answer, held_on, sites_named
from dateline.linking.control.tenures import tenures_at
from dateline.linking.control.witnesses import in_order
from dateline.model import Tenure, Witness
from dateline.store.witnesses import sites_told_of, witnesses_at


def chronicle_of(connection: Connection, place: str | None = None) -> Chronicle:
    """The chronicle of all sites, or of those that are called so (by id, name, or the words of a report)."""
    told = witnesses_at(connection, sites_told_of(connection, place))
    read = {site: in_order(map(Witness.model_validate_json, bodies)) for site, bodies in told.items()}
    whole = Chronicle(read, {site: tenures_at(found) for site, found in read.items()})
    if place is None:
        return whole
    named = {site.id for site in sites_named(whole, place)}
    return Chronicle(
        {site: found for site, found in whole.witnesses.items() if site in named},
        {site: found for site, found in whole.tenures.items() if site in named},
    )


def tenures_of(chronicle: Chronicle, holder: str | None = None) -> tuple[Tenure, ...]:
    """All tenures, site by site in the order of time, or those of that holder."""
    asked = _is_of(holder)
    sites = sorted(chronicle.tenures.values(), key=lambda tenures: _order(tenures[0]) if tenures else ())
    return tuple(tenure for tenures in sites for tenure in tenures if asked(tenure))


def answers_on(chronicle: Chronicle, day: date, holder: str | None = None) -> tuple[Answer, ...]:
    """Who held each site on that day, as far as is told, the surest first at each; or what that holder held."""
    asked = _is_of(holder)
    found = [answer for answers in held_on(chronicle, day).values() for answer in answers if asked(answer.tenure)]
    return tuple(sorted(found, key=lambda answer: (*_order(answer.tenure), -answer.confidence, answer.tenure.id)))


def day_of(told: date | str) -> date:
    """A day. Raises SettingsError where it is none."""
    try:
        return date.fromisoformat(told) if isinstance(told, str) else told
    except ValueError:
        raise SettingsError(f"--on {told!r} is no day; write it as YYYY-MM-DD, such as 2017-11-03") from None


def _order(tenure: Tenure) -> tuple[str, ...]:
    site = tenure.site
    return site.country or "~", site.admin1 or "", site.name, site.part or "", site.id


def _is_of(holder: str | None) -> Callable[[Tenure], bool]:
    """Whether a tenure is that holder's: by the holder's id or name, or as its witnesses call and resolve it."""
    if holder is None:
        return lambda _: True
    sought = holder.casefold()

    def names(tenure: Tenure) -> bool:
        known = {tenure.holder.id, tenure.holder.name}
        for witness in tenure.witnesses:
            known |= {witness.holder.id or "", witness.holder.name or "", witness.holder.text}
        return sought in {name.casefold() for name in known}

    return names
