"""The note beside a file that a server holds: who may read it, and whom it is believed of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.store.note import Note, _check_owner, left_note, note_path, prove, read_note


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "news.duckdb"
    file.touch()
    return file


def test_a_note_stands_while_the_server_runs(database: Path) -> None:
    note = Note("127.0.0.1", 8740)
    with left_note(database, note):
        assert read_note(database) == note
        assert note_path(database).name == "news.duckdb.served"
    assert read_note(database) is None
    assert [file.name for file in database.parent.iterdir()] == ["news.duckdb"]


def test_a_note_is_its_owners_alone(database: Path) -> None:
    with left_note(database, Note("127.0.0.1", 8740)):
        assert note_path(database).stat().st_mode & 0o777 == 0o600


def test_each_server_has_a_secret_of_its_own_that_is_not_shown() -> None:
    one, other = Note("127.0.0.1", 1), Note("127.0.0.1", 1)
    assert one.secret != other.secret
    assert one.secret not in repr(one)
    assert prove(one.secret, "a") not in {prove(other.secret, "a"), prove(one.secret, "b")}


def test_a_link_leads_to_the_same_note(database: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.duckdb"
    link.symlink_to(database)
    with left_note(link, Note("127.0.0.1", 8740)):
        assert read_note(database) == read_note(link) is not None


def test_a_note_that_was_left_behind_is_replaced(database: Path) -> None:
    note_path(database).write_text("left behind", encoding="utf-8")
    note = Note("::1", 8740)
    with left_note(database, note):
        assert read_note(database) == note
        assert note.address == "http://[::1]:8740/"


def test_the_note_of_a_later_server_is_left_alone(database: Path) -> None:
    later = Note("127.0.0.1", 2)
    with left_note(database, Note("127.0.0.1", 1)):
        again = left_note(database, later)
        again.__enter__()
    assert read_note(database) == later


def put(database: Path, text: str, mode: int = 0o600) -> None:
    note_path(database).write_text(text, encoding="utf-8")
    note_path(database).chmod(mode)


SOUND = '{"host": "127.0.0.1", "port": 1, "secret": "s", "process": 1, "machine": "here"}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        SOUND[:-1],
        SOUND.replace("1,", "99999999,", 1),
        SOUND.replace('"s"', "7"),
        SOUND.replace('"here"', '"here", "more": 1'),
        "{" * 10_000,
    ],
)
def test_what_is_no_note_is_told(database: Path, text: str) -> None:
    put(database, text)
    with pytest.raises(StoreError, match="isn't a note of dateline"):
        read_note(database)


@pytest.mark.skipif(os.name != "posix", reason="files have owners and modes on POSIX")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602])
def test_a_note_that_others_may_read_or_write_is_not_trusted(database: Path, mode: int) -> None:
    put(database, SOUND, mode)
    with pytest.raises(StoreError, match="can be read by others"):
        read_note(database)


def owned(user: int, mode: int = 0o100600) -> os.stat_result:
    """Return what is known of a file of a user."""
    return os.stat_result((mode, 1, 1, 1, user, 0, 0, 0, 0, 0))


@pytest.mark.skipif(os.name != "posix", reason="files have owners and modes on POSIX")
def test_a_note_is_by_us_or_by_the_owner_of_the_database() -> None:
    us, other, third = os.geteuid(), os.geteuid() + 1, os.geteuid() + 2
    path = Path("news.duckdb.served")
    _check_owner(path, owned(us), owned(other))
    _check_owner(path, owned(other), owned(other))
    with pytest.raises(StoreError, match="another user's"):
        _check_owner(path, owned(third), owned(other))
    with pytest.raises(StoreError, match="is no file"):
        _check_owner(path, owned(us, 0o010600), owned(us))


def test_a_link_is_no_note(database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text(SOUND, encoding="utf-8")
    other.chmod(0o600)
    note_path(database).symlink_to(other)
    with pytest.raises(StoreError, match="can't be read"):
        read_note(database)
