"""Own channels and calls: journaled, marked rather than deleted, with ids of their own on every laptop."""

from datetime import date

import pytest

from bimtek.domain.channels import Call, Channel, ChannelKind, LocalService
from bimtek.storage import journal
from bimtek.storage.channels import ChannelRepository

DAY = date(2027, 3, 5)


@pytest.fixture
def channels(store):
    return ChannelRepository(store)


def entry(**changed):
    made = {"id": "a", "name": "UPTD PPA", "kind": ChannelKind.PHONE, "value": "0000-0001"}
    return Channel(**{**made, "service": LocalService.UPTD_PPA, "region": "Contoh", **changed})


def test_what_was_stored_comes_back_whole(channels):
    made = entry(
        answered_by="Petugas", purpose="Aduan", not_for="Berita", hours="24 jam", cost="Gratis",
        kind=ChannelKind.WHATSAPP, service=LocalService.OTHER,
    )  # fmt: skip
    channels.put(made, "baru", "ubah").result()
    assert channels.own() == (made,)


def test_storing_again_changes_and_the_journal_says_which(store, channels):
    channels.put(entry(), "baru", "ubah").result()
    channels.put(entry(value="0000-0002"), "baru", "ubah").result()
    assert [one.value for one in channels.own()] == ["0000-0002"]
    assert [step.label for step in journal.recent(store.db, "")] == ["ubah", "baru"]


def test_a_removed_one_stays_in_the_file_and_comes_back_by_undo(store, channels):
    channels.put(entry(), "baru", "ubah").result()
    removed = channels.remove("a", "hapus")
    assert removed.result() == 1
    assert channels.own() == ()
    assert store.db.execute("select count(*) from channel").fetchone() == (1,)
    store.write("", lambda db: journal.undo(db, removed.id, "Diurungkan: {label}"))
    assert channels.own() == (entry(),)


def test_calls_of_own_and_of_packed_channels_stand_beside_each_other(store, channels):
    first, second = Call("a", "0000-0001", DAY, "Siti"), Call("paket", "contoh.invalid", DAY, "")
    channels.add_call(first, "hubungi").result()
    taken_back = channels.add_call(second, "hubungi")
    taken_back.result()
    assert channels.calls() == (first, second)
    ids = [row[0] for row in store.db.execute("select id from channel_call").fetchall()]
    assert len({*ids}) == 2
    assert all(len(one) == 32 for one in ids)
    store.write("", lambda db: journal.undo(db, taken_back.id, "Diurungkan: {label}"))
    assert channels.calls() == (first,)
