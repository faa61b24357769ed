"""Failing: what a database's error means, by its number rather than by its words, and what to do about it."""

from sqlalchemy.exc import DBAPIError

from dateline.errors import StoreError, StoreLostError, StoreRefusedError

_BUSY = (5, 6)
_REFUSED = (18, 19, 20, 25)
"""SQLite's numbers: BUSY, LOCKED; TOOBIG, CONSTRAINT, MISMATCH, RANGE."""
_LOST_STATES = ("08", "40", "53300", "55P03", "57P")
_REFUSED_STATES = ("22", "23", "54")
"""PostgreSQL's: connection, rollback, too many connections, lock not available, shutdown; data, rules, limits."""
_FULL = "the disk is full; free some space, then run the same command again: what was stored is kept"
_READ_ONLY = "cannot be written; check its permissions"
_REMEDIES = {
    8: "cannot be written, as SQLite must even to read it; check the file's and its folder's permissions, or copy it",
    10: "the disk fails; check it, and the space that is left",
    11: "is damaged; restore it from a backup",
    13: _FULL,
    14: "cannot be opened; check the folder and its permissions: SQLite writes beside the file even to read it",
    26: "is no dateline project; name another file, or a new one",
}
_REMEDIES_BY_STATE = {
    "53100": _FULL,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "58030": "the server's disk fails; check it, and the space that is left",
}


def told(error: DBAPIError, project: str) -> StoreError:
    """The error of ours that says what a database's error means for a project, which is named as given."""
    words = " ".join(str(error.orig).split())
    state, number = getattr(error.orig, "sqlstate", None), getattr(error.orig, "sqlite_errorcode", None)
    if remedy := _REMEDIES_BY_STATE.get(state or "") or _REMEDIES.get((number or 0) & 0xFF):
        return StoreError(f"{project}: {remedy}")
    if number is not None:
        if number & 0xFF in _BUSY:
            return StoreLostError(f"{project}: the database is busy ({words})")
        refused = number & 0xFF in _REFUSED
    else:
        if error.connection_invalidated or (state or "").startswith(_LOST_STATES):
            return StoreLostError(f"{project}: the database is busy or its connection was lost ({words})")
        if state is None and "connection" in words.lower():
            return StoreLostError(f"{project}: no connection to the database ({words}); check that the server runs")
        refused = state is None or state.startswith(_REFUSED_STATES)
    if refused:
        return StoreRefusedError(f"{project}: a value cannot be stored ({words}); please report it")
    return StoreError(f"{project}: {words}; please report it")
