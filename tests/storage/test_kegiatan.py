"""A kegiatan comes back as it was stored, and parts taken out can be put in again."""

import json
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bimtek.domain.clock import Zone
from bimtek.domain.kegiatan import (
    AgendaItem,
    ItemKind,
    Kegiatan,
    Letterhead,
    NumberRule,
    Paper,
    PaperOptions,
    Session,
    Signatory,
)
from bimtek.domain.logo_place import LogoPlace
from bimtek.domain.place import Place
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.store import new_id

DAY = date(2027, 3, 5)


@pytest.fixture
def kegiatan(store):
    return KegiatanRepository(store)


def session(kegiatan_id, label, day=DAY, lines=2):
    id_ = new_id()
    agenda = tuple(
        AgendaItem(
            id=new_id(), session_id=id_, order=n, starts=time(8 + n), ends=time(9 + n), title=f"{label} {n}",
            kind=ItemKind.MATERI, jp=n or None, module="m", speakers=("Kanit PPA", "Ketua RT"),
        )
        for n in range(lines)
    )  # fmt: skip
    return Session(
        id=id_,
        kegiatan_id=kegiatan_id,
        on_date=day,
        label=label,
        starts=time(8),
        ends=time(12),
        agenda=agenda,
    )


def full(title="Bimtek OCSEA", day=DAY, **facts):
    id_ = new_id()
    defaults = {
        "classification": "400.2", "office_code": "DINSOS",
        "short": "OCSEA", "code": "OC-1", "theme": "Tema", "organiser": "Dinsos PPPA", "partners": ("A", "B"),
        "funding": "APBD", "basis": "SK 1", "zone": Zone.WITA, "place": Place(hall="Aula", kabupaten="Blora"),
        "dates": (day, day + timedelta(days=2)), "minutes_per_jp": 60, "min_attendance": 0.75,
        "min_post": 0.7,
        "issue_city": "Blora", "issued_on": day, "sample": True,
        "papers": PaperOptions(paper=Paper.F4, row_mm=9.5, nip_dot=True),
        "letterhead": Letterhead(
            parent="Pemkab", address_lines=("Jl. 1",), logos=("aa",),
            logo_places=(LogoPlace(x=1, y=2, width=18),),
        ),
        "certificate_numbers": NumberRule(pattern="{urut}", start=7, scope="tahun"),
        "modules": ("m1", "m2"),
        "signatories": (
            Signatory(id=new_id(), title_lines=("Kepala", "Dinas"), name="Budi", id_number="1970"),
            Signatory(id=new_id(), paper="daftar-hadir", place="kiri", name="Ani"),
        ),
        "sessions": (session(id_, "Pagi", day), session(id_, "Siang", day + timedelta(days=2))),
    }  # fmt: skip
    return Kegiatan(id=id_, title=title, **{**defaults, **facts})


def test_everything_comes_back_equal(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    assert kegiatan.get(given.id) == given


def test_a_row_written_before_logos_had_places_is_read(kegiatan, store):
    given = full()
    kegiatan.add(given, "dibuat").result()
    old = json.dumps({"mode": "teks", "parent": "Pemkab", "address_lines": ["Jl. 1"], "logos": ["aa"]})
    sql = "update kegiatan set letterhead = ? where id = ?"
    store.submit("lama", lambda db: db.execute(sql, [old, given.id]), given.id).result()
    letterhead = replace(given.letterhead, logo_places=())
    assert kegiatan.get(given.id) == replace(given, letterhead=letterhead)


def test_sparse_one_comes_back_equal(kegiatan):
    given = Kegiatan(id=new_id(), title="Rapat")
    kegiatan.add(given, "dibuat").result()
    assert kegiatan.get(given.id) == given


def test_update_changes_facts_and_leaves_sessions_and_signers(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    kegiatan.update(replace(given, title="Lain", min_post=None, issued_on=None, sessions=()), "ubah").result()
    assert kegiatan.get(given.id) == replace(given, title="Lain", min_post=None, issued_on=None)


def test_sessions_are_added_changed_and_taken_out(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    kept = replace(given.sessions[0], label="Pagi sekali", agenda=given.sessions[0].agenda[:1])
    later = session(given.id, "Malam", DAY + timedelta(days=3))
    changed = replace(given, sessions=(kept, later), dates=(DAY, later.on_date))
    kegiatan.replace_sessions(changed, "acara").result()
    assert kegiatan.get(given.id) == changed


def test_session_taken_out_can_be_put_back_with_its_agenda(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    kegiatan.replace_sessions(replace(given, sessions=given.sessions[:1]), "acara").result()
    kegiatan.replace_sessions(given, "acara").result()
    assert kegiatan.get(given.id) == given


def test_agenda_line_and_signer_taken_out_can_be_put_back(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    shorter = replace(given.sessions[0], agenda=())
    kegiatan.replace_sessions(replace(given, sessions=(shorter, given.sessions[1])), "acara").result()
    kegiatan.replace_signatories(replace(given, signatories=given.signatories[1:]), "ttd").result()
    kegiatan.replace_sessions(given, "acara").result()
    kegiatan.replace_signatories(given, "ttd").result()
    assert kegiatan.get(given.id) == given


def test_signers_keep_the_order_in_which_they_were_given(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    turned = replace(given, signatories=given.signatories[::-1])
    kegiatan.replace_signatories(turned, "ttd").result()
    assert kegiatan.get(given.id).signatories == turned.signatories


def test_closing_a_session_and_opening_it_again(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    for at in ("2027-03-05T05:00:00.000000Z", ""):
        kegiatan.close_session(given.sessions[0].id, given.id, at, "tutup").result()
        assert [s.closed_at for s in kegiatan.get(given.id).sessions] == [at, ""]


def test_agenda_read_before_the_closing_does_not_open_the_session_again(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    at = "2027-03-05T05:00:00.000000Z"
    kegiatan.close_session(given.sessions[0].id, given.id, at, "tutup").result()
    renamed = (replace(given.sessions[0], label="Pagi sekali"), given.sessions[1])
    kegiatan.replace_sessions(replace(given, sessions=renamed), "acara").result()
    found = kegiatan.get(given.id).sessions
    assert [(s.label, s.closed_at) for s in found] == [("Pagi sekali", at), ("Siang", "")]


def test_removed_one_is_found_by_nothing(kegiatan):
    given = full()
    kegiatan.add(given, "dibuat").result()
    kegiatan.remove(given.id, "hapus").result()
    assert (kegiatan.get(given.id), kegiatan.find("OC-1")) == (None, [])


def test_found_by_id_code_or_short_name_in_any_case_and_by_nothing_else(kegiatan):
    one, other = full(short="Blora"), full(short="Jepon", code="OC-2")
    for given in (one, other):
        kegiatan.add(given, "dibuat").result()
    for text in (one.id, "oc-1", "BLORA"):
        assert kegiatan.find(text) == [one.id]
    assert kegiatan.find("Bimtek") == []


def test_empty_text_finds_nothing_even_where_code_and_short_name_are_empty(kegiatan):
    kegiatan.add(full(short="", code=""), "dibuat").result()
    assert kegiatan.find("") == []
