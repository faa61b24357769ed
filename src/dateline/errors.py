"""Every error that dateline raises on purpose, in one small tree.

DatelineError
├── InputError        a report, file or folder that cannot be read (carries where)
│   └── RecordError     one line or entry of a file is broken; the rest may be fine
├── DataError         data of ours or of the user's (codebook, registry, gazetteer file) breaks its rules
├── GazetteerError    the gazetteer cannot be built or opened
├── EncoderError      the trained encoder's files are absent or broken
├── StoreError        a project cannot be opened, read or written
│   ├── StoreLostError  the database is busy or its connection broke; trying again may help
│   └── StoreRefusedError  the database does not take what is to be stored; other reports may be fine
├── CrewError         a process that codes beside this one was ended from outside
├── SettingsError     a setting or option has a value that makes no sense
└── ChainError        the chain of coding steps does not fit together

A message says what was wrong, where, and what to do about it.
"""


class DatelineError(Exception):
    """Base of all errors that dateline raises on purpose; catch this one at an edge."""


class InputError(DatelineError):
    """A report, file or folder cannot be read."""

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(": ".join(part for part in (where, what) if part) + (f" ({remedy})" if remedy else ""))


class RecordError(InputError):
    """One line or entry of a file is broken; the others may be fine."""


class DataError(DatelineError):
    """A data file (codebook, registry, cue list, gazetteer dump) breaks its own rules."""


class GazetteerError(DatelineError):
    """The gazetteer cannot be built or opened."""


class EncoderError(DatelineError):
    """The trained encoder's files are absent, broken or of another version."""


class StoreError(DatelineError):
    """A project cannot be opened, read or written."""


class StoreLostError(StoreError):
    """The database is busy or its connection was lost; the same may work when tried again."""


class StoreRefusedError(StoreError):
    """The database does not take what is to be stored: a value is too large or breaks a rule. Others may be fine."""


class CrewError(DatelineError):
    """A process that codes beside this one was ended from outside."""


class SettingsError(DatelineError):
    """A setting or an option has a value that makes no sense."""


class ChainError(DatelineError):
    """The chain of coding steps does not fit together: a step needs what no earlier one gives."""
