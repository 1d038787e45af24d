"""Norms are found by the beginnings of words, whatever is typed."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.storage.law_index import LawIndex, LawText

TEXTS = (
    LawText("tpks-14-1", "Pasal 14 ayat (1) UU TPKS", "Merekam", "Melarang merekam tanpa izin.", "korban"),
    LawText("tpks-14-2", "Pasal 14 ayat (2) UU TPKS", "Memeras", "Memperberat bila untuk memeras.", ""),
    LawText("kuhp-407-1", "Pasal 407 ayat (1) KUHP", "Pornografi", "Melarang menyebarluaskan.", "Pasal 14"),
    LawText("kuhp-40", "Pasal 40 KUHP", "Anak di bawah 12 tahun", "Tidak dipidana.", ""),
)


@pytest.fixture
def index():
    made = LawIndex(TEXTS)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("merek", ["tpks-14-1"]),
        ("MEREK", ["tpks-14-1"]),
        ("pasal 14", ["tpks-14-1", "tpks-14-2", "kuhp-407-1"]),
        ("pasal 14 tpks", ["tpks-14-1", "tpks-14-2"]),
        ("14 (2)", ["tpks-14-2"]),
        ("40", ["kuhp-40"]),
        ("407", ["kuhp-407-1"]),
        ("4", ["kuhp-407-1", "kuhp-40"]),
        ("merekam kuhp", []),
        ("", []),
        ("—!", []),
        ('"', []),
        ("NOT merek*", []),
    ],
)
def test_words_find_by_their_beginning_and_a_whole_number_before_its_beginning(index, typed, ids):
    assert index.find(typed) == ids


@given(st.text(max_size=40))
def test_nothing_typed_breaks_the_search(typed):
    index = LawIndex(TEXTS)
    try:
        assert set(index.find(typed)) <= {one.id for one in TEXTS}
    finally:
        index.close()


def test_another_thread_may_ask(index):
    found = []
    asker = threading.Thread(target=lambda: found.append(index.find("memer")))
    asker.start()
    asker.join()
    assert found == [["tpks-14-2"]]
