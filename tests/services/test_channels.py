"""Channels as the organiser uses them: own numbers, and a call that renews for 180 days."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bimtek.app import build
from bimtek.domain.channels import ChannelState, LocalService
from bimtek.domain.errors import RefusedError
from bimtek.host.data_folder import DataFolder
from bimtek.host.paths import asset
from bimtek.services.channels import LOCAL
from bimtek.services.recovery import restore

NUMBER = "0000-0001"


@pytest.fixture
def own(services):
    """A stored entry of the organiser that nobody called yet."""
    entry = replace(services.channels.blank(), value=NUMBER, region="Kabupaten Contoh")
    services.channels.keep(entry).result()
    return entry


def state(services, channel_id):
    return services.channels.book().standing(channel_id).state


def test_own_entries_stand_before_the_pack_and_start_unverified(services, own):
    book = services.channels.book()
    assert book.standings[0].channel == own
    assert len(book.standings) > 25
    assert state(services, own.id) is ChannelState.UNVERIFIED


def test_a_call_today_renews_with_who_and_lapses_after_180_days(services, own, clock):
    services.settings.put("nama_pengguna", "Siti Aisyah").result()
    services.channels.called(own).result()
    standing = services.channels.book().standing(own.id)
    assert (standing.verified_on, standing.verified_by) == (services.channels.today(), "Siti Aisyah")
    assert NUMBER in [line.value for line in services.channels.book().card(LOCAL)]
    clock.at += timedelta(days=180)
    assert state(services, own.id) is ChannelState.VERIFIED
    clock.at += timedelta(days=1)
    assert state(services, own.id) is ChannelState.STALE
    lines = services.channels.book().card(LOCAL)
    assert [(line.label, line.value) for line in lines][-2:] == [(label, "") for _service, label in LOCAL]


def test_a_changed_number_has_to_be_called_again(services, own):
    services.channels.called(own).result()
    services.channels.keep(replace(own, value="0000-0002")).result()
    assert state(services, own.id) is ChannelState.UNVERIFIED


def test_a_channel_of_the_pack_is_renewed_too_and_never_changed(services):
    packed = services.channels.book().standing("take-it-down").channel
    assert state(services, packed.id) is ChannelState.UNVERIFIED
    services.channels.called(packed).result()
    assert state(services, packed.id) is ChannelState.VERIFIED
    with pytest.raises(RefusedError, match="tidak dapat diubah"):
        services.channels.keep(packed)


def test_what_has_no_number_cannot_be_called_and_too_much_is_refused(services):
    blank = services.channels.blank(LocalService.OTHER)
    with pytest.raises(RefusedError, match="belum punya nomor"):
        services.channels.called(blank)
    with pytest.raises(RefusedError, match="terlalu panjang"):
        services.channels.keep(replace(blank, name="n" * 201))


def test_removing_and_calling_can_be_taken_back(services, own):
    called = services.channels.called(own)
    called.result()
    services.history.take_back(called, "").result()
    assert state(services, own.id) is ChannelState.UNVERIFIED
    removed = services.channels.remove(own)
    removed.result()
    assert services.channels.book().standing(own.id) is None
    assert services.history.take_back(removed, "").result() == "Kanal UPTD PPA dihapus"
    assert services.channels.book().standing(own.id).channel == own


def test_a_newer_pack_in_the_data_folder_wins_and_its_new_number_is_not_vouched_by_old_calls(services):
    packed = services.channels.book().standing("take-it-down").channel
    services.channels.called(packed).result()
    text = asset("kanal.toml").read_text(encoding="utf-8").replace('versi = "1.0.0"', 'versi = "1.0.1"')
    services.folder.channels.write_text(text.replace(f'"{packed.value}"', '"contoh.invalid"'), "utf-8")
    found = services.channels.book().standing("take-it-down")
    assert (found.channel.value, found.state) == ("contoh.invalid", ChannelState.UNVERIFIED)


def test_a_backup_carries_own_entries_and_calls(services, own, tmp_path):
    services.channels.called(own).result()
    services.backup.export(tmp_path / "salinan.btkbak")
    restore(tmp_path / "salinan.btkbak", DataFolder(tmp_path / "lain"), services.clock)
    again = build(tmp_path / "lain", services.clock)
    try:
        assert again.channels.book().standing(own.id) == services.channels.book().standing(own.id)
    finally:
        again.close()
