"""The program as it is started from outside: real processes, exit codes, one owner of a data folder."""

import json
import os
import subprocess
import sys

import pytest

from bimtek.app import build
from tests.services.day import planned


def bimtek(*arguments, **kwargs):
    return subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        **kwargs,
    )


def test_json_is_all_there_is_on_stdout(tmp_path):
    done = bimtek("--data", tmp_path / "data", "modul", "daftar", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)


def test_mistake_leaves_code_1_and_an_indonesian_sentence_on_stderr(tmp_path):
    done = bimtek("--data", tmp_path / "data", "hadir", "lain")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Kegiatan “lain” tidak ada." in done.stderr
    assert "Traceback" not in done.stderr
    done = bimtek("--data", tmp_path / "data", "hapus")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Perintah 'hapus' tidak ada." in done.stderr


def test_folder_that_is_in_use_is_refused_by_every_command_that_writes(tmp_path, clock):
    owner = build(tmp_path / "data", clock)
    try:
        planned(owner)
        owner.backup.export(tmp_path / "a.btkbak")
        for command in (["kegiatan", "daftar"], ["pulihkan", tmp_path / "a.btkbak", "--ya"]):
            done = bimtek("--data", tmp_path / "data", *command)
            assert (done.returncode, done.stdout) == (1, "")
            assert "Bimtek sudah terbuka untuk folder data ini." in done.stderr
        assert [k.title for k in owner.overview.page()] == ["Bimtek OCSEA"]
    finally:
        owner.close()
    done = bimtek("--data", tmp_path / "data", "kegiatan", "daftar", "--json")
    assert [k["judul"] for k in json.loads(done.stdout)] == ["Bimtek OCSEA"]


def test_question_without_anybody_to_answer_changes_nothing(tmp_path, clock):
    owner = build(tmp_path / "data", clock)
    owner.backup.export(tmp_path / "a.btkbak")
    planned(owner)
    owner.close()
    done = bimtek("--data", tmp_path / "data", "pulihkan", tmp_path / "a.btkbak")
    assert done.returncode == 1
    assert "Dihentikan." in done.stderr
    done = bimtek("--data", tmp_path / "data", "kegiatan", "daftar", "--json")
    assert len(json.loads(done.stdout)) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_old_terminal_gets_question_marks_instead_of_a_crash(tmp_path, encoding):
    done = subprocess.run(
        [sys.executable, "main.py", "--data", str(tmp_path / "data"), "hadir", "“lain” \u4e2d"],
        capture_output=True, timeout=120, check=False, env={**os.environ, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert done.returncode == 1
    assert b"Kegiatan" in done.stderr
    assert b"Traceback" not in done.stderr
