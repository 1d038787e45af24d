"""Records survive their column, also when an older or newer build wrote it."""

import json
from dataclasses import dataclass
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.certificate import CertificateKind, CertificateRecord, MateriRow
from bimtek.domain.kegiatan import Letterhead, NumberRule, Paper, PaperOptions, Signatory
from bimtek.domain.logo_place import LogoPlace
from bimtek.domain.place import Place
from bimtek.storage import codec

words = st.text(max_size=20)
tuples = st.lists(words, max_size=4).map(tuple)
fractions = st.none() | st.floats(0, 1)
signatories = st.builds(Signatory, title_lines=tuples, name=words, id_number=words)
records = st.builds(
    CertificateRecord,
    kind=st.sampled_from(CertificateKind),
    partners=tuples,
    dates=st.lists(st.dates(), max_size=4).map(tuple),
    issued_on=st.dates(),
    signers=st.lists(signatories, max_size=3).map(tuple),
    materi=st.lists(st.builds(MateriRow), max_size=4).map(tuple),
    logos=tuples,
    pre=fractions,
    post=fractions,
    attendance=fractions,
)
papers = st.builds(PaperOptions, paper=st.sampled_from(Paper), row_mm=st.none() | st.floats(1, 50))
places = st.builds(LogoPlace, x=st.floats(0, 50), y=st.floats(0, 40), width=st.floats(1, 40))
letterheads = st.builds(Letterhead, logos=tuples, logo_places=st.lists(places, max_size=4).map(tuple))


@given(records | papers | signatories | st.builds(Place) | letterheads)
def test_record_comes_back_equal(record):
    assert codec.load(type(record), codec.dump(record)) == record


@given(records)
def test_equal_records_give_equal_letters(record):
    again = codec.load(CertificateRecord, codec.dump(record))
    assert codec.dump(again) == codec.dump(record)


@given(st.lists(st.dates()).map(tuple), tuples)
def test_lists_come_back_equal(dates, texts):
    assert codec.load_list(date, codec.dump_list(dates)) == dates
    assert codec.load_list(str, codec.dump_list(texts)) == texts


def test_empty_column_gives_the_defaults():
    assert codec.load(PaperOptions, "") == PaperOptions()
    assert codec.load_list(str, "") == ()


def test_key_of_a_newer_build_is_left_out_and_a_missing_one_takes_its_default():
    text = json.dumps({"pattern": "{urut}", "warna": "biru"})
    assert codec.load(NumberRule, text) == NumberRule(pattern="{urut}")


def test_a_letterhead_of_a_build_without_places_has_its_logos_in_the_usual_order():
    old = json.dumps({"mode": "teks", "parent": "Pemkab", "unit": "", "logos": ["aa", "bb"], "image": ""})
    read = codec.load(Letterhead, old)
    assert read == Letterhead(parent="Pemkab", logos=("aa", "bb"))
    assert not read.placed


@dataclass(frozen=True)
class Clocked:
    at: time
    until: time | None = None


def test_times_and_none_come_back():
    for record in (Clocked(time(8, 30)), Clocked(time(8, 30), time(12, 0, 5))):
        assert codec.load(Clocked, codec.dump(record)) == record
