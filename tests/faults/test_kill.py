"""SIGKILL at random moments: nothing acknowledged is lost, no number is given twice, no half PDF."""

import json
import sqlite3

import pypdfium2
import pytest

from bimtek.app import build
from bimtek.domain.quiz import TestKind
from tests.faults.child import finished, killed_after, moments
from tests.faults.day import data_files, planned_day

pytestmark = [pytest.mark.fault, pytest.mark.timeout(1800)]


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def kegiatan(data):
    services = build(data)
    kegiatan = planned_day(services)
    services.quizzes.prepare(kegiatan, seed=1)
    services.quizzes.open(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    services.close()
    return kegiatan


def test_no_acknowledged_answer_is_lost_in_random_kills(data, kegiatan, counted):
    acknowledged = {}
    for turn, moment in enumerate(moments(counted(6, 100), 0.8)):
        for line in killed_after("tests.faults.answering", [str(data), kegiatan.id, str(turn)], moment):
            attempt, question, rev, *values = line.split(" ")
            acknowledged[attempt, question, int(rev)] = values
        stored, attempts = _stored(data)
        for key, values in acknowledged.items():
            assert [str(value) for value in stored[key]] == values, key
        assert len(attempts) == len(set(attempts)), "one attempt per person"
    assert len(acknowledged) > counted(6, 100), "the children had time to answer"


def test_what_the_kiosk_called_stored_is_stored_after_random_kills(data, kegiatan, counted):
    """The real kiosk window: only answers under "Tersimpan ✓" count as acknowledged."""
    acknowledged = set()
    for turn, moment in enumerate(moments(counted(3, 100), 1.2)):
        for line in killed_after("tests.faults.at_the_kiosk", [str(data), kegiatan.id, str(turn)], moment):
            who, question, values = line.split("\t")
            acknowledged.add((who, question, json.dumps(json.loads(values))))
        assert acknowledged <= _given(data)
    assert len(acknowledged) > counted(3, 100)


def _given(data):
    """Everything ever stored, by person and question."""
    conn = sqlite3.connect(data / "bimtek.db")
    try:
        rows = conn.execute(
            "select t.keikutsertaan_id, a.question_id, a.value"
            " from answer as a join attempt as t on t.id = a.attempt_id"
        ).fetchall()
    finally:
        conn.close()
    return {(who, question, json.dumps(json.loads(value))) for who, question, value in rows}


def _stored(data):
    conn = sqlite3.connect(data / "bimtek.db")
    try:
        assert conn.execute("pragma integrity_check").fetchone()[0] == "ok"
        rows = conn.execute("select attempt_id, question_id, rev, value from answer").fetchall()
        attempts = [row[0] for row in conn.execute("select keikutsertaan_id from attempt")]
        journaled = conn.execute("select count(*) from perubahan where table_name = 'answer'").fetchone()[0]
        assert journaled == len(rows), "an answer and its journal are one"
    finally:
        conn.close()
    return {(attempt, question, rev): json.loads(value) for attempt, question, rev, value in rows}, attempts


def test_kills_in_a_certificate_batch_leave_whole_files_and_no_number_twice(data, kegiatan, counted):
    whole = finished("tests.faults.issuing", [str(_copy_of(data, "ukur")), kegiatan.id])
    for moment in moments(counted(6, 100), whole):
        killed_after("tests.faults.issuing", [str(data), kegiatan.id], moment)
        _check_numbers(data)
        _check_files(data)
    finished("tests.faults.issuing", [str(data), kegiatan.id])
    numbers = _check_numbers(data)
    files = _check_files(data)
    assert len(files) == len(numbers) + 3, "one file each, and the combined, front and back ones"
    finished("tests.faults.issuing", [str(data), kegiatan.id])
    assert _check_files(data) == files, "a second run gives the same bytes"
    assert _check_numbers(data) == numbers


def _copy_of(data, name):
    import shutil

    return shutil.copytree(data, data.parent / name)


def _check_numbers(data):
    conn = sqlite3.connect(data / "bimtek.db")
    try:
        rows = conn.execute("select keikutsertaan_id, sequence, number from certificate order by sequence")
        people, sequences, numbers = zip(*rows.fetchall(), strict=True) if rows else ((), (), ())
    except ValueError:  # killed before the first number
        return []
    finally:
        conn.close()
    assert len(set(people)) == len(people)
    assert len(set(numbers)) == len(numbers)
    assert list(sequences) == list(range(1, len(sequences) + 1)), "all or nothing, no gap"
    return list(numbers)


def _check_files(data):
    found = {}
    for path in (data / "dokumen").rglob("*.pdf"):
        if path.name.startswith("."):  # a temporary file a kill left behind never has a paper's name
            continue
        pdf = pypdfium2.PdfDocument(path)
        assert len(pdf) >= 1
        pdf.close()
        found[path.relative_to(data).as_posix()] = path.read_bytes()
    return found


def test_the_start_after_a_kill_finds_no_lock_and_tidies_up(data, kegiatan):
    killed_after("tests.faults.answering", [str(data), kegiatan.id, "0"], 0.1)
    (data / "dokumen" / ".sertifikat.pdf.123.tmp").write_bytes(b"half")
    build(data).close()
    assert not {"bimtek.db-wal", ".sertifikat.pdf.123.tmp"} & data_files(data)
