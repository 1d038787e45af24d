"""Settings and the slide of each module survive."""

import pytest

from bimtek.storage.settings import SettingRepository, TeachingRepository
from tests.storage.day import kegiatan_in


@pytest.mark.parametrize("value", ["teks", 45, 0.8, True, None, [], {"a": [1, "ä"]}])
def test_setting_comes_back_as_it_was(store, value):
    SettingRepository(store).put("kunci", "lama", "ubah").result()
    SettingRepository(store).put("kunci", value, "ubah").result()
    assert SettingRepository(store).all() == {"kunci": value}


@pytest.fixture
def teaching(store):
    kegiatan_in(store)
    return TeachingRepository(store)


def test_module_not_begun_is_at_its_first_slide(teaching):
    assert teaching.slide("k", "m") == 0


def test_each_module_of_each_kegiatan_has_its_own_place(teaching, store):
    kegiatan_in(store, "k2")
    for kegiatan, module, slide in (("k", "a", 3), ("k", "b", 5), ("k2", "a", 7), ("k", "a", 4)):
        teaching.put(kegiatan, module, slide, "slide").result()
    assert [teaching.slide(*key) for key in (("k", "a"), ("k", "b"), ("k2", "a"))] == [4, 5, 7]
