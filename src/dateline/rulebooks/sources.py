"""Sources: who may be named as telling an incident. A person is named only if the registry holds him for public.

An incident's originals can be persons of whom nothing shows that they are: the name alone of an unlisted body is
therefore not written either, but the publisher of the report that quotes it, where that is known.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.codebook.registry import Registry
from dateline.model import JoinedIncident

_STATE = re.compile(r"state of ([A-Z]{3})")
"""What an original is called that is a state with its forces and media, none of them by its name."""
_OF_STATE = re.compile(r"(?:Government|Military forces|Police|Parliament|Courts|Intelligence service) of [A-Z].*")


class Sources:
    """Names sources. `publishers` are those of the reports, by the reports' ids."""

    def __init__(self, registry: Registry, publishers: Mapping[str, str] | None = None) -> None:
        self._registry, self._publishers = registry, dict(publishers or {})
        self._outlets = frozenset(self._publishers.values())

    def named(self, incidents: Iterable[JoinedIncident]) -> tuple[str, ...]:
        """Those that may be named, each once, the most reported first: bodies, outlets, public figures."""
        return tuple(dict.fromkeys(name for incident in incidents for name in self._of(incident)))

    def _of(self, incident: JoinedIncident) -> Iterator[str]:
        for source in incident.sources:
            name = self.name(source.name)
            yield from [name] if name else self._of_reports(source.reports)

    def _of_reports(self, reports: Iterable[str]) -> Iterator[str]:
        return (self._publishers[report] for report in reports if report in self._publishers)

    def name(self, original: str) -> str | None:
        """The name of an original, or None where it may be a private person's, or is none at all."""
        state = _STATE.fullmatch(original)
        if state:
            country = self._registry.countries.get(state[1])
            return f"Government of {country.name}" if country else None
        known = original in self._outlets or _OF_STATE.fullmatch(original) or self._registry.find(original)
        return original if known else None

    def voices(self, incidents: Sequence[JoinedIncident], words: Mapping[str, str]) -> tuple[str, ...]:
        """Those that may be named, then what the others are, in these words for positions: "a medic"."""
        positions = [
            words[statement.claim.position]
            for incident in incidents
            for statement in incident.statements
            if statement.matter == "occurrence"
            and statement.claim.stance == "asserts"
            and statement.claim.position is not None
            and statement.claim.position in words
            and self.name(statement.original) is None
        ]
        return tuple(dict.fromkeys((*self.named(incidents), *positions))) or (words["unnamed"],)

    def scale(self, names: Iterable[str], country: str) -> str:
        """ACLED's scales of the media that the registry knows, "-" between them; "" where it does not know one."""
        scales: list[str] = []
        for name in names:
            media = [entry for entry in self._registry.find(name) if entry.sector == "JRN"]
            if len(media) != 1 or media[0].country is None:
                return ""
            scales.append("National" if media[0].country == country else "International")
        return "-".join(sorted(set(scales)))
