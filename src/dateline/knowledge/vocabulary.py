"""Open the word lists of the stages that read times, numbers and figures.

`words("times")["ahead"]["governors"]` holds "schedule". Each list is a table of
`lexicons/NAME.toml`; the files ship with the package and are read once a process.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from dateline.errors import ConfigError

Lists = Mapping[str, Mapping[str, tuple[str, ...]]]


@lru_cache(maxsize=8)
def words(name: str) -> Lists:
    """Return the word lists of a lexicon: table, key, words.

    Raises `ConfigError` when the file is not TOML or holds anything but lists of words.
    """
    read = _read(name)
    return MappingProxyType({table: _lists(name, table, held) for table, held in read.items()})


def _read(name: str) -> dict[str, object]:
    """Return the tables of a lexicon as they stand in its file."""
    source = files("dateline").joinpath("lexicons", f"{name}.toml")
    try:
        return tomllib.loads(source.read_text("utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"{source}: {problem}") from problem


def _lists(name: str, table: str, held: object) -> Mapping[str, tuple[str, ...]]:
    """Return one table as tuples of words."""
    if not isinstance(held, dict):
        raise ConfigError(f"{name}.toml: [{table}] was expected to be a table, not {held!r}")
    found = {}
    for key, listed in held.items():
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise ConfigError(f"{name}.toml: {table}.{key} was expected to be a list of words")
        found[key] = tuple(listed)
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def names(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the tables of a lexicon that give each word one meaning: table, word, meaning.

    Raises `ConfigError` when the file is not TOML or holds anything but words.
    """
    read = _read(name)
    found = {}
    for table, held in read.items():
        if not isinstance(held, dict) or not all(isinstance(v, str) for v in held.values()):
            raise ConfigError(f"{name}.toml: [{table}] was expected to give each word a word")
        found[table] = MappingProxyType(dict(held))
    return MappingProxyType(found)
