"""Child process: a newer program opens a data file and brings it to its own schema."""

import sys
from pathlib import Path

from bimtek.storage import migrations
from bimtek.storage.connection import Database
from bimtek.storage.store import Store


def _add(db: Database) -> None:
    """A step of several statements: none of them may be left alone."""
    db.execute("alter table orang add column uji text not null default ''")
    db.execute("update orang set uji = name")
    db.execute("create table uji (id text primary key) strict")
    db.execute("insert into uji select id from orang")


migrations.STEPS += (("9001_uji", _add),)

if __name__ == "__main__":
    print("siap", flush=True)
    Store(Path(sys.argv[1])).close()
    print("selesai", flush=True)
