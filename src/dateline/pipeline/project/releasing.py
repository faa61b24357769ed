"""Releasing: a project's incidents frozen under a name, with what changed since the version before and why."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from dateline.errors import SettingsError, StoreError
from dateline.linking.values.outline import Outline, differing, outline_of
from dateline.pipeline.project.project import Project
from dateline.store import incidents, releases
from dateline.store.releases import Moved, Release, Stage

INCIDENTS, CHANGES, ABOUT, SUMS = "incidents.jsonl", "changes.jsonl", "release.json", "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a release's changelog: an incident added, changed or dropped, the fields that differ, and why."""

    incident: str
    what: str
    before: Outline
    after: Outline
    reasons: tuple[str, ...]


class Releasing:
    """A project's frozen versions."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def freeze(self, name: str, stage: Stage = "candidate", before: str | None = None) -> Release:
        """Freeze the incidents as they stand; `before` is the version to compare with, else the last one.

        Raises SettingsError where the name is taken or empty, or there is no such version before.
        """
        if not name.strip():
            raise SettingsError("a release needs a name, such as 2026-11-candidate")
        with self._project.writing() as connection:
            known = {each.name for each in releases.all_releases(connection)}
            if name in known:
                raise SettingsError(f"there is a release {name!r} already; a frozen version stays, choose another name")
            if before is not None:
                self._named(connection, before)
            last = next(reversed(releases.all_releases(connection)), None)
            earlier = before or (last.name if last else None)
            seq = incidents.last_change(connection)
            return releases.freeze(connection, name, self._project.now(), stage, earlier, seq)

    def all(self) -> list[Release]:
        """All versions, the first first."""
        with self._project.store.reading() as connection:
            return releases.all_releases(connection)

    def changelog(self, name: str) -> Iterator[Row]:
        """What changed from the version before to this one, incident by incident. Raises SettingsError as `write`."""
        with self._project.store.reading() as connection:
            release = self._named(connection, name)
            before = self._named(connection, release.before) if release.before else None
            moved = releases.differing(connection, before.id if before else None, release.id)
            since = before.seq if before else 0
        for each in moved:
            with self._project.store.reading() as connection:
                row = _row(connection, each, since, release.seq)
            yield row

    def check(self, name: str) -> int:
        """Hold a version against its checksum and every state against its hash; gives the number of incidents.

        Raises StoreError where something is not as it was frozen.
        """
        with self._project.store.reading() as connection:
            release = self._named(connection, name)
            if releases.checksum_of(connection, release.id) != release.checksum:
                raise StoreError(f"release {name}: its list of incidents is not the one that was frozen")
            for incident, state in releases.standing_in(connection, release.id):
                body = incidents.state_of(connection, state)
                if body is None or incidents.hash_of(body) != state:
                    raise StoreError(f"release {name}: incident {incident} is not as it was frozen")
        return release.rows

    def write(self, name: str, folder: Path) -> Release:
        """Write a version's files into a folder: incidents, changelog, what it is, and the hashes of these files.

        Raises SettingsError where there is no such version or the folder holds something, OSError where it cannot be
        written.
        """
        with self._project.store.reading() as connection:
            release = self._named(connection, name)
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise SettingsError(f"{folder} is not empty; name a new folder")
        about = {"name": release.name, "at": release.at, "stage": release.stage, "before": release.before}
        about |= {"checksum": release.checksum, "incidents": str(release.rows)}
        files = {
            INCIDENTS: self._lines(release),
            CHANGES: (_line(row) for row in self.changelog(name)),
            ABOUT: iter([json.dumps(about, indent=2) + "\n"]),
        }
        sums = [f"{_write(folder / file, lines)}  {file}\n" for file, lines in files.items()]
        (folder / SUMS).write_text("".join(sums), encoding="utf-8")
        return release

    def _lines(self, release: Release) -> Iterator[str]:
        with self._project.store.reading() as connection:
            for incident, state in releases.standing_in(connection, release.id):
                body = incidents.state_of(connection, state)
                if body is None:
                    raise StoreError(f"release {release.name}: the state of incident {incident} is lost")
                yield incidents.incident_from(incident, body).model_dump_json(by_alias=True) + "\n"

    def _named(self, connection: Connection, name: str) -> Release:
        found = releases.release_named(connection, name)
        if found is None:
            known = ", ".join(each.name for each in releases.all_releases(connection)) or "none yet"
            raise SettingsError(f"there is no release {name!r}; there are: {known}")
        return found


def _row(connection: Connection, moved: Moved, since: int, until: int) -> Row:
    bodies = [None if sha is None else incidents.state_of(connection, sha) for sha in (moved.before, moved.after)]
    before, after = (None if body is None else outline_of(incidents.incident_from("", body)) for body in bodies)
    what = "added" if moved.before is None else "dropped" if moved.after is None else "changed"
    changes = incidents.changes_after(connection, since, most=-1, incident=moved.incident)
    reasons = [_reason(change) for change in changes if change.seq <= until and change.incident == moved.incident]
    return Row(moved.incident, what, *differing(before, after), tuple(dict.fromkeys(reasons)))


def _reason(change: incidents.Change) -> str:
    if change.other is None:
        return change.reason
    way = "into" if change.what == "merged" else "from"
    return f"{change.what} {way} {change.other}: {change.reason}"


def _line(row: Row) -> str:
    told = {"id": row.incident, "what": row.what, "before": row.before, "after": row.after, "reasons": row.reasons}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _write(file: Path, lines: Iterator[str]) -> str:
    """Write the lines; gives the hash of the file."""
    whole = sha256()
    with file.open("wb") as out:
        for line in lines:
            data = line.encode()
            whole.update(data)
            out.write(data)
    return whole.hexdigest()
