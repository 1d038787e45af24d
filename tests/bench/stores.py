"""Data folders to measure on: one kegiatan alone, and the same kegiatan among 999 others.

The one is made through the services: 100 people, marks, 50 of them with both tests, 1,000 answers.
The others are copies made by SQL under other ids. The measured kegiatan keeps its random ids, so
that in the big file its answers lie scattered among those of all others.
"""

import contextlib
import shutil
import sqlite3
from functools import cached_property
from pathlib import Path

from bimtek.app import Services, build
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import parse_name
from bimtek.domain.people import Participation, Person, Role, Sex
from bimtek.domain.questions.view import (
    Input,
    Order,
    PickMany,
    PickOne,
    QuestionView,
    Scale,
    Text,
    Value,
    Values,
)
from bimtek.domain.quiz import TestKind
from bimtek.host.data_folder import DataFolder
from bimtek.host.paths import asset
from bimtek.services.quiz_run import Sitting
from bimtek.storage.store import new_id

PEOPLE = 100
TESTED = 50
KEGIATAN = 1000
# Parents before children; `form` and `setting` are shared.
COPIED = ("kegiatan", "session", "agenda", "signatory", "orang", "keikutsertaan", "attendance", "round",
          "attempt", "answer")  # fmt: skip
OWN_IDS = frozenset(
    {"id", "kegiatan_id", "session_id", "orang_id", "keikutsertaan_id", "round_id", "attempt_id"}
)


class Stores:
    """Makes data folders on first use, under one folder that the caller removes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: list[Services] = []

    @cached_property
    def small_folder(self) -> Path:
        """One kegiatan."""
        services = build(self.folder / "satu")
        _fill(services)
        services.close()
        return self.folder / "satu"

    @cached_property
    def big_folder(self) -> Path:
        """1,000 kegiatan, 100,000 people, 1,000,000 answers."""
        target = self.folder / "seribu"
        shutil.copytree(self.small_folder, target)
        copy_kegiatan(DataFolder(target).database, KEGIATAN - 1)
        return target

    @cached_property
    def small(self) -> Services:
        """Services on the small folder."""
        return self._opened(self.small_folder)

    @cached_property
    def big(self) -> Services:
        """Services on the big folder."""
        return self._opened(self.big_folder)

    @cached_property
    def kegiatan_id(self) -> str:
        """The kegiatan that is in both."""
        return self.small.overview.page()[0].id

    def _opened(self, folder: Path) -> Services:
        services = build(folder)
        self._open.append(services)
        return services

    def close(self) -> None:
        """Close what was opened."""
        for services in self._open:
            services.close()


def person(number: int) -> Participation:
    """An invented participant, no two alike in name and phone."""
    first = ("Siti", "Agus", "Sri", "Budi", "Endah", "Wahyu", "Rini", "Eko", "Dwi", "Nur")[number % 10]
    second = ("Rahayu", "Santoso", "Lestari", "Prasetyo", "Wulandari")[number // 10 % 5]
    letters = "".join(chr(97 + number // 26**at % 26) for at in range(3))
    return Participation(
        id="",
        kegiatan_id="",
        person=Person(
            id="",
            name=parse_name(f"{first} {second} {letters.capitalize()}ana, S.Pd."),
            sex=(Sex.FEMALE, Sex.MALE)[number % 2],
            unsur=("Perangkat desa", "Kader PKK", "Guru")[number % 3],
            instansi="Pemerintah Desa Contoh",
            jabatan="Kader",
            phone=f"+62811{number:08d}",
            desa="Contoh",
            kecamatan="Jepon",
            kabupaten="Kabupaten Blora",
        ),
        role=Role.PESERTA,
    )


def fresh_kegiatan(services: Services, people: int) -> tuple[Kegiatan, list[Participation]]:
    """The sample kegiatan with invented participants, nothing answered yet."""
    kegiatan, _named = services.planning.create_from_file(asset("contoh/kegiatan-blora.toml"))
    services.registration.add_all(kegiatan.id, [person(n) for n in range(people)])
    return kegiatan, services.registration.of_kegiatan(kegiatan.id, Role.PESERTA)


def _fill(services: Services) -> None:
    kegiatan, everyone = fresh_kegiatan(services, PEOPLE)
    session = kegiatan.sessions[0]
    for who in everyone[1:]:
        services.attendance.check_in(who, session.id, consent=True)
    services.attendance.check_in(everyone[0], session.id, consent=True).result()
    for sitting in sittings(services, kegiatan, everyone[:TESTED]):
        for view in sitting.views:
            services.quizzes.answer(sitting, view.id, some_values(view))
        services.quizzes.hand_in(sitting).result()


def sittings(services: Services, kegiatan: Kegiatan, people: list[Participation]) -> list[Sitting]:
    """Both tests open, and everybody seated in each of them."""
    services.quizzes.prepare(kegiatan, seed=1)
    rounds = services.quizzes.rounds(kegiatan.id)
    opened = [services.quizzes.open(rounds[kind]) for kind in (TestKind.PRE, TestKind.POST)]
    return [services.quizzes.sit(item, who) for item in opened for who in people]


def some_values(view: QuestionView) -> Values:
    """Values that every input of the question accepts."""
    return [_some_value(box) for box in view.inputs]


def _some_value(box: Input) -> Value:
    match box:
        case PickOne():
            return box.options[0].id
        case PickMany() | Order():
            return [option.id for option in box.options]
        case Scale():
            return 1
        case Text():
            return "jawaban"


def copy_kegiatan(database: Path, copies: int) -> None:
    """Add copies of the one kegiatan of a closed data file: everything in it under ids of its own."""
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as conn:
        conn.execute("pragma synchronous = off")
        conn.execute("begin")
        conn.execute("create temp table copies (mark text)")
        marks = sorted(new_id()[:8] for _n in range(copies))
        conn.executemany("insert into copies values (?)", [(mark,) for mark in marks])
        for table in COPIED:
            _copy_rows(conn, table)
        conn.execute("commit")


def _copy_rows(conn: sqlite3.Connection, table: str) -> None:
    names = [row[1] for row in conn.execute(f"pragma table_info({table})")]
    conn.execute(f"create temp table model as select * from {table} order by {_order(table)}")
    taken = ", ".join(f"c.mark || substr(m.{n}, 9)" if n in OWN_IDS else f"m.{n}" for n in names)
    conn.execute(
        f"insert into {table} ({', '.join(names)}) select {taken} from copies as c cross join model as m"
    )
    conn.execute("drop table model")


def _order(table: str) -> str:
    return "attempt_id, question_id" if table == "answer" else "id"
