"""Rounds, the forms they use, attempts, and answers that are only ever added."""

import hashlib
import json
from collections.abc import Mapping
from concurrent.futures import Future
from sqlite3 import Row
from typing import Any

from bimtek.domain.errors import RefusedError
from bimtek.domain.quiz import Answer, Attempt, Channel, Round, TestKind
from bimtek.domain.text import _
from bimtek.storage import rows
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.store import Store, new_id

_INSERT_ANSWER = (
    "insert into answer (id, attempt_id, question_id, rev, value, channel, device, answered_at,"
    " created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NEXT_REV = "select coalesce(max(rev), 0) + 1 from answer where attempt_id = ? and question_id = ?"


class QuizRepository:
    """Reads and writes rounds, attempts and answers; never decides what is right."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add_rounds(self, rounds: list[tuple[Round, str]], label: str) -> Future[None]:
        """Store rounds with the text of their forms; an equal form is stored once."""

        def change(db: Database) -> None:
            for item, body in rounds:
                form_id = _form_id(db, body)
                rows.insert(
                    db,
                    "round",
                    item.id,
                    {
                        "kegiatan_id": item.kegiatan_id,
                        "kind": item.kind.value,
                        "form_id": form_id,
                        "seed": item.seed,
                        "status": item.status,
                    },
                )

        return self._store.submit(label, change, rounds[0][0].kegiatan_id)

    def remove_rounds(self, kegiatan_id: str, label: str) -> Future[None]:
        """Take back rounds nobody has begun, so that others can be drawn."""

        def change(db: Database) -> None:
            if db.execute("select 1 from attempt where kegiatan_id = ? limit 1", [kegiatan_id]).fetchone():
                raise RefusedError(
                    _("Soal tidak dapat diganti karena sudah ada yang mengerjakan."),
                    advice=_("Lanjutkan dengan soal yang sekarang."),
                )
            sql = "select id from round where kegiatan_id = ? and deleted_at is null"
            for (round_id,) in db.execute(sql, [kegiatan_id]).fetchall():
                rows.remove(db, "round", round_id)

        return self._store.submit(label, change, kegiatan_id)

    def set_status(self, item: Round, label: str) -> Future[int]:
        """Store that a round was opened or closed."""
        values = {"status": item.status, "opened_at": item.opened_at, "closed_at": item.closed_at}
        return self._store.submit(
            label, lambda db: rows.update(db, "round", item.id, values), item.kegiatan_id
        )

    def start(self, attempt: Attempt, label: str) -> Future[Attempt]:
        """Store an attempt, or hand back the one the person already has: nobody gets two."""

        def change(db: Database) -> Attempt:
            sql = "select * from attempt where round_id = ? and keikutsertaan_id = ? and deleted_at is null"
            for row in db.query(sql, [attempt.round_id, attempt.participation_id]):
                return _attempt(row)
            rows.insert(
                db,
                "attempt",
                attempt.id,
                {
                    "round_id": attempt.round_id,
                    "kegiatan_id": attempt.kegiatan_id,
                    "keikutsertaan_id": attempt.participation_id,
                    "form_id": attempt.form_id,
                    "seed": attempt.seed,
                    "shown_order": attempt.order,
                    "channel": attempt.channel.value,
                    "device": attempt.device,
                    "started_at": attempt.started_at,
                },
            )
            return attempt

        return self._store.submit(label, change, attempt.kegiatan_id)

    def answer(self, answer: Answer, kegiatan_id: str, label: str) -> Future[int]:
        """Add one revision of one answer; the Future holds its number once it is durable.

        `answer.rev` 0 takes the next number. A number that exists already adds nothing, so that a
        repeated message is harmless. Errors: RefusedError once the attempt is handed in or closed.
        """
        fixed = (answer.value, answer.channel.value, answer.device, answer.answered_at)

        def change(db: Database) -> int:
            execute = db.execute
            open_attempt = execute(
                "select 1 from attempt as t join round as r on r.id = t.round_id"
                " where t.id = ? and t.submitted_at = '' and r.status = 'buka'",
                (answer.attempt_id,),
            ).fetchone()
            if open_attempt is None:
                raise RefusedError(
                    _("Tes ini sudah ditutup."),
                    _("Jawaban yang sudah tersimpan tetap dihitung."),
                    _("Panggil panitia bila Anda belum selesai."),
                )
            (following,) = execute(_NEXT_REV, (answer.attempt_id, answer.question_id)).fetchone()
            rev = answer.rev or int(following)
            if rev >= following:
                at = answer.answered_at
                row = (new_id(), answer.attempt_id, answer.question_id, rev, *fixed, at, at)
                execute(_INSERT_ANSWER, row)
            return rev

        return self._store.submit(label, change, kegiatan_id)

    def submit(self, attempt: Attempt, at: str, label: str) -> Future[int]:
        """Note that an attempt was handed in."""
        return self._store.submit(
            label,
            lambda db: rows.update(db, "attempt", attempt.id, {"submitted_at": at}),
            attempt.kegiatan_id,
        )

    def reopen(self, attempt: Attempt, label: str) -> Future[int]:
        """Let an attempt go on after it was handed in by mistake."""
        return self._store.submit(
            label,
            lambda db: rows.update(db, "attempt", attempt.id, {"submitted_at": ""}),
            attempt.kegiatan_id,
        )

    def rounds(self, kegiatan_id: str) -> list[Round]:
        """The rounds of a kegiatan, pre-test first."""
        sql = "select * from round where kegiatan_id = ? and deleted_at is null order by kind = 'post'"
        return [_round(row) for row in self._store.db.query(sql, [kegiatan_id])]

    def form(self, form_id: str) -> str:
        """The stored text of a form, as it was stored to the letter."""
        return _body(
            self._store.db.execute("select body, sha256 from form where id = ?", [form_id]).fetchone()
        )

    def attempts(self, kegiatan_id: str) -> list[Attempt]:
        """All attempts of a kegiatan."""
        sql = "select * from attempt where kegiatan_id = ? and deleted_at is null order by started_at, id"
        return [_attempt(row) for row in self._store.db.query(sql, [kegiatan_id])]

    def attempt_of(self, round_id: str, participation_id: str) -> Attempt | None:
        """The attempt of one person in one round, or None."""
        sql = "select * from attempt where round_id = ? and keikutsertaan_id = ? and deleted_at is null"
        found = list(self._store.db.query(sql, [round_id, participation_id]))
        return _attempt(found[0]) if found else None

    def answers(self, attempt_id: str) -> dict[str, str]:
        """The counting value of each answered question of one attempt."""
        sql = "select question_id, rev, value from answer where attempt_id = ? order by question_id, rev"
        return {question: value for question, _rev, value in self._store.db.execute(sql, [attempt_id])}

    def answers_of_kegiatan(self, kegiatan_id: str) -> dict[str, dict[str, str]]:
        """Counting values by attempt id and question id; reads two covering indexes only."""
        sql = (
            "select a.attempt_id, a.question_id, a.rev, a.value from attempt as t"
            " cross join answer as a on a.attempt_id = t.id"
            " where t.kegiatan_id = ? and t.deleted_at is null order by a.attempt_id, a.question_id, a.rev"
        )
        found: dict[str, dict[str, str]] = {}
        for attempt_id, question_id, _rev, value in self._store.db.execute(sql, [kegiatan_id]):
            found.setdefault(attempt_id, {})[question_id] = value
        return found


def _form_id(db: Database, body: str) -> str:
    digest = hashlib.sha256(body.encode()).hexdigest()
    row = db.execute("select id from form where sha256 = ?", [digest]).fetchone()
    if row is not None:
        return str(row[0])
    form_id = new_id()
    rows.insert(db, "form", form_id, {"sha256": digest, "body": body})
    return form_id


@reads_row
def answer_values(given: Mapping[str, str]) -> dict[str, Any]:
    """Stored answers by question id as what was chosen."""
    return {question: json.loads(value) for question, value in given.items()}


@reads_row
def _body(row: tuple[str, str]) -> str:
    body, digest = row
    if hashlib.sha256(body.encode()).hexdigest() != digest:
        raise ValueError("a stored form never changes")
    return body


@reads_row
def _round(row: Row) -> Round:
    return Round(
        id=row["id"],
        kegiatan_id=row["kegiatan_id"],
        kind=TestKind(row["kind"]),
        form_id=row["form_id"],
        seed=row["seed"],
        status=row["status"],
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
    )


@reads_row
def _attempt(row: Row) -> Attempt:
    return Attempt(
        id=row["id"],
        round_id=row["round_id"],
        kegiatan_id=row["kegiatan_id"],
        participation_id=row["keikutsertaan_id"],
        form_id=row["form_id"],
        seed=row["seed"],
        order=row["shown_order"],
        channel=Channel(row["channel"]),
        device=row["device"],
        started_at=row["started_at"],
        submitted_at=row["submitted_at"],
    )
