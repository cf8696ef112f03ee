"""What can go wrong, as one small tree under `DatelineError`."""

from __future__ import annotations


class DatelineError(Exception):
    """Anything that dateline raises on purpose."""


class ConfigError(DatelineError):
    """A setting or a file of settings that can't be used."""


class CodebookError(DatelineError):
    """A codebook or lexicon that breaks its own rules."""

    def __init__(self, file: str, line: int | None, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {problem}")


class UnreadablePage(DatelineError):
    """A page that can't be read; the rest goes on."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class StoreError(DatelineError):
    """A database or output file that can't be written or read."""


class StoreInUse(StoreError):
    """A database file that another process holds."""


class StoreOutdated(StoreError):
    """A database whose tables are those of an earlier release; opened for writing, they change."""


class QueryError(ConfigError):
    """A search that can't be made: a day, box, cursor or limit that is none."""


class CorrectionError(ConfigError):
    """A correction that can't be made: no such record, field or value."""
