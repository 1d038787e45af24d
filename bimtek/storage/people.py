"""People (orang) and their taking part in kegiatan (keikutsertaan)."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from sqlite3 import Row
from typing import Any, NamedTuple

from bimtek.domain.people import Participation, Person, PersonName, Role, Sex
from bimtek.storage import rows
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.store import Store

PAGE = 100
_PLAIN = (
    "disability", "unsur", "instansi", "jabatan", "pangkat", "golongan", "id_kind", "id_number", "phone",
    "email", "address", "desa", "kecamatan", "kabupaten", "provinsi", "wilayah_code", "age",
)  # fmt: skip
_plain_of = attrgetter(*_PLAIN)
_PERSON_COLUMNS = ("front_title", "name", "back_title", "sort_key", "sex", "born_on", *_PLAIN)
_LINK_COLUMNS = (
    "kegiatan_id", "orang_id", "role", "code", "position", "walk_in", "consent_at", "photo_consent", "topic",
)  # fmt: skip
_PERSON = "o.id as orang_id, o.front_title, o.name, o.back_title, o.sex, o.born_on, " + ", ".join(
    f"o.{name}" for name in _PLAIN
)
_JOINED = (
    f"select i.id, i.kegiatan_id, i.role, i.code, i.position, i.walk_in, i.consent_at, i.photo_consent,"
    f" i.topic, {_PERSON} from keikutsertaan as i join orang as o on o.id = i.orang_id"
)

_RANKS = " ".join(f"when '{role}' then {rank}" for rank, role in enumerate(Role))
_ROLE_RANK = f"case i.role {_RANKS} end"

_KNOWN_FROM = (
    "(select 1 from keikutsertaan as i join kegiatan as k on k.id = i.kegiatan_id"
    " where i.orang_id = o.id and k.sample = {sample})"
)
# Who is known from a sample alone, also from a removed one, is invented and never counted.
_REAL = f"(not exists {_KNOWN_FROM.format(sample=1)} or exists {_KNOWN_FROM.format(sample=0)})"


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """One line of the list of everybody: the person and in how many kegiatan, samples not counted."""

    person: Person
    sort_key: str
    kegiatan_count: int


class Newcomer(NamedTuple):
    """Somebody on the way into a kegiatan: the ids and the code they get, and how they are sorted.

    `part` tells the rest; its own ids, code and order are not looked at.
    """

    id: str
    person_id: str
    code: str
    sort_key: str
    part: Participation


class PeopleRepository:
    """Reads and writes people; never decides anything."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, people: Sequence[Newcomer], label: str, kegiatan_id: str) -> Future[None]:
        """Store participations with new people; everybody gets the next number of their role."""
        persons = [(n.person_id, *_person_values(n.part.person, n.sort_key)) for n in people]

        def change(db: Database) -> None:
            rows.insert_many(db, "orang", _PERSON_COLUMNS, persons)
            _link(db, people, kegiatan_id)

        return self._store.submit(label, change, kegiatan_id)

    def link(self, people: Sequence[Newcomer], label: str, kegiatan_id: str) -> Future[None]:
        """Let people who are already known take part; numbers as in `add`."""
        return self._store.submit(label, lambda db: _link(db, people, kegiatan_id), kegiatan_id)

    def renumber(self, kegiatan_id: str, label: str) -> Future[None]:
        """Number everybody of each role from 1 in list order, closing the gaps that removals left."""

        def change(db: Database) -> None:
            sql = (
                "select id, role, position from keikutsertaan where kegiatan_id = ? and deleted_at is null"
                " order by position, id"
            )
            last: dict[str, int] = {}
            for row in list(db.query(sql, [kegiatan_id])):
                number = last[row["role"]] = last.get(row["role"], 0) + 1
                if number != row["position"]:
                    rows.update(db, "keikutsertaan", row["id"], {"position": number})

        return self._store.submit(label, change, kegiatan_id)

    def update_person(self, person: Person, sort_key: str, label: str, kegiatan_id: str = "") -> Future[int]:
        """Store the changed facts of a person."""
        columns = dict(zip(_PERSON_COLUMNS, _person_values(person, sort_key), strict=True))
        return self._store.submit(label, lambda db: rows.update(db, "orang", person.id, columns), kegiatan_id)

    def update_participation(self, part: Participation, label: str) -> Future[int]:
        """Store role, order, consent and topic of a participation."""
        values = _link_values(part, part.kegiatan_id, part.person.id, part.code, part.order)
        columns = dict(zip(_LINK_COLUMNS, values, strict=True))
        return self._store.submit(
            label, lambda db: rows.update(db, "keikutsertaan", part.id, columns), part.kegiatan_id
        )

    def remove_participation(self, part: Participation, label: str) -> Future[int]:
        """Take somebody off a kegiatan; the person stays known."""
        return self._store.submit(
            label, lambda db: rows.remove(db, "keikutsertaan", part.id), part.kegiatan_id
        )

    def of_kegiatan(self, kegiatan_id: str, role: Role | None = None) -> list[Participation]:
        """Everyone of one kegiatan (hundreds), by role and then in list order: loaded whole."""
        sql = f"{_JOINED} where i.kegiatan_id = :k and i.deleted_at is null"
        if role is not None:
            sql += " and i.role = :role"
        found = self._store.db.query(
            f"{sql} order by {_ROLE_RANK}, i.position, o.sort_key, i.id",
            {"k": kegiatan_id} if role is None else {"k": kegiatan_id, "role": role.value},
        )
        return [_participation(row) for row in found]

    def roles(self, kegiatan_id: str) -> set[Role]:
        """The roles somebody has in a kegiatan."""
        sql = "select distinct role from keikutsertaan where kegiatan_id = ? and deleted_at is null"
        return {_role(*row) for row in self._store.db.execute(sql, [kegiatan_id])}

    def get(self, participation_id: str) -> Participation | None:
        """One participation, or None when it is gone."""
        found = list(
            self._store.db.query(f"{_JOINED} where i.id = ? and i.deleted_at is null", [participation_id])
        )
        return _participation(found[0]) if found else None

    def by_code(self, kegiatan_id: str, code: str) -> Participation | None:
        """The person a code slip belongs to, or None."""
        sql = f"{_JOINED} where i.kegiatan_id = ? and i.code = ? and i.deleted_at is null"
        found = list(self._store.db.query(sql, [kegiatan_id, code]))
        return _participation(found[0]) if found else None

    def codes(self, kegiatan_id: str) -> set[str]:
        """Every code ever given out in a kegiatan, also to people taken off the list."""
        found = self._store.db.query("select code from keikutsertaan where kegiatan_id = ?", [kegiatan_id])
        return {row["code"] for row in found}

    def page(self, after: tuple[str, str] = ("", ""), limit: int = PAGE) -> list[PersonSummary]:
        """Every real person, by name; `after` is the (sort key, id) of the last line seen."""
        return self._people("(o.sort_key, o.id) > (:key, :id)", {"key": after[0], "id": after[1], "n": limit})

    def search(self, key: str, limit: int = 50) -> list[PersonSummary]:
        """Real people with a word of their name that begins with `key` (already folded as a sort key)."""
        pattern = key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        where = "(o.sort_key like :a escape '\\' or o.sort_key like :b escape '\\')"
        return self._people(where, {"a": f"{pattern}%", "b": f"% {pattern}%", "n": limit})

    def history(self, person_id: str) -> list[tuple[str, str, Role]]:
        """(id, title, role) of the kegiatan somebody takes part in, newest first."""
        sql = (
            "select k.id, k.title, i.role from keikutsertaan as i join kegiatan as k on k.id = i.kegiatan_id"
            " where i.orang_id = ? and i.deleted_at is null and k.deleted_at is null"
            " order by k.starts_on desc, k.id, i.role"
        )
        return [_taken_part(row) for row in self._store.db.query(sql, [person_id])]

    def same_phone(self, phones: Sequence[str]) -> dict[str, list[Person]]:
        """Real people by phone number, for the duplicates list of an import."""
        found: dict[str, list[Person]] = {}
        for phone in {p for p in phones if p}:
            sql = f"select {_PERSON} from orang as o where o.phone = ? and o.deleted_at is null and {_REAL}"
            people = [_person(row) for row in self._store.db.query(sql, [phone])]
            if people:
                found[phone] = people
        return found

    def _people(self, where: str, params: dict[str, Any]) -> list[PersonSummary]:
        sql = (
            f"select {_PERSON}, o.sort_key, (select count(distinct i.kegiatan_id) from keikutsertaan as i"
            f" join kegiatan as k on k.id = i.kegiatan_id and k.deleted_at is null and k.sample = 0"
            f" where i.orang_id = o.id and i.deleted_at is null) as kegiatan_count from orang as o"
            f" where {where} and o.deleted_at is null and {_REAL} order by o.sort_key, o.id limit :n"
        )
        found = self._store.db.query(sql, params)
        return [PersonSummary(_person(row), row["sort_key"], row["kegiatan_count"]) for row in found]


def _link(db: Database, people: Sequence[Newcomer], kegiatan_id: str) -> None:
    """Store participations with the next free numbers; on the writer thread, so no number is given twice."""
    sql = "select role, max(position) as last from keikutsertaan where kegiatan_id = ? group by role"
    last = {row["role"]: int(row["last"]) for row in db.query(sql, [kegiatan_id])}
    records = []
    for newcomer in people:
        role = newcomer.part.role.value
        number = last[role] = last.get(role, 0) + 1
        values = _link_values(newcomer.part, kegiatan_id, newcomer.person_id, newcomer.code, number)
        records.append((newcomer.id, *values))
    rows.insert_many(db, "keikutsertaan", _LINK_COLUMNS, records)


def _person_values(p: Person, sort_key: str) -> tuple[Any, ...]:
    """What stands in _PERSON_COLUMNS."""
    born = p.born_on.isoformat() if p.born_on else ""
    return (p.name.front, p.name.name, p.name.back, sort_key, p.sex.value, born, *_plain_of(p))


def _link_values(
    p: Participation, kegiatan_id: str, person_id: str, code: str, number: int
) -> tuple[Any, ...]:
    """What stands in _LINK_COLUMNS."""
    photo = None if p.photo_consent is None else int(p.photo_consent)
    return (
        kegiatan_id, person_id, p.role.value, code, number, int(p.walk_in), p.consent_at, photo, p.topic
    )  # fmt: skip


@reads_row
def _person(row: Row) -> Person:
    return Person(
        id=row["orang_id"],
        name=PersonName(row["name"], row["front_title"], row["back_title"]),
        sex=Sex(row["sex"]),
        born_on=date.fromisoformat(row["born_on"]) if row["born_on"] else None,
        **{name: row[name] for name in _PLAIN},
    )


@reads_row
def _taken_part(row: Row) -> tuple[str, str, Role]:
    return row["id"], row["title"], Role(row["role"])


@reads_row
def _role(role: str) -> Role:
    return Role(role)


@reads_row
def _participation(row: Row) -> Participation:
    photo = row["photo_consent"]
    return Participation(
        id=row["id"],
        kegiatan_id=row["kegiatan_id"],
        person=_person(row),
        role=Role(row["role"]),
        code=row["code"],
        order=row["position"],
        walk_in=bool(row["walk_in"]),
        consent_at=row["consent_at"],
        photo_consent=None if photo is None else bool(photo),
        topic=row["topic"],
    )
