"""Many rows at once are journaled as each alone would be, and a failure leaves the journal whole."""

import json
import sqlite3
import uuid

import pytest

from bimtek.storage import rows
from bimtek.storage.rows import MANY
from bimtek.storage.store import new_id

COLUMNS = ("name", "sort_key")


def some(count, first=0):
    return [(f"id-{n}", f"Orang {n}", f"{n:05d}") for n in range(first, first + count)]


def insert_one(db, record):
    rows.insert(db, "orang", record[0], dict(zip(COLUMNS, record[1:], strict=True)))


def journal(store):
    found = store.db.query("select seq, table_name, row_id, before, after, label from perubahan order by seq")
    return [{**row, "after": json.loads(row["after"])} for row in found]


def test_many_rows_are_journaled_in_their_order_like_single_ones(store):
    store.write("satu-satu", lambda db: [insert_one(db, record) for record in some(MANY)])
    store.write("bersama", lambda db: rows.insert_many(db, "orang", COLUMNS, some(2 * MANY, first=MANY)))
    written = journal(store)
    assert [row["seq"] for row in written] == list(range(1, 3 * MANY + 1))
    assert [row["row_id"] for row in written] == [f"id-{n}" for n in range(3 * MANY)]
    stored = {row["id"]: dict(row) for row in store.db.query("select * from orang")}
    assert all(row["after"] == stored[row["row_id"]] and row["before"] is None for row in written)
    assert {row["label"] for row in written[MANY:]} == {"bersama"}


def test_when_many_rows_fail_nothing_stays_and_the_next_row_is_journaled(store):
    twice = [*some(2 * MANY), *some(1)]
    with pytest.raises(sqlite3.IntegrityError):
        store.write("gagal", lambda db: rows.insert_many(db, "orang", COLUMNS, twice))
    assert journal(store) == []
    store.write("baik", lambda db: insert_one(db, some(1)[0]))
    assert [row["row_id"] for row in journal(store)] == ["id-0"]


def test_a_change_that_catches_the_failure_goes_on_with_its_journal(store):
    def change(db):
        with pytest.raises(sqlite3.IntegrityError):
            rows.insert_many(db, "orang", COLUMNS, [*some(2 * MANY), *some(1)])
        rows.insert(db, "orang", "sesudah", {"name": "Siti"})

    store.write("tetap", change)
    stored = {row["id"] for row in store.db.query("select id from orang")}
    assert {row["row_id"] for row in journal(store)} == stored > {"sesudah"}


def test_ids_are_random_uuids():
    made = [uuid.UUID(new_id()) for _n in range(1000)]
    assert len(set(made)) == 1000
    assert {(one.version, one.variant) for one in made} == {(4, uuid.RFC_4122)}
