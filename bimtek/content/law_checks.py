"""What must hold inside one law, and between the laws: dates that can be, sources, what replaces what."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bimtek.content.edge import Where, did_you_mean
from bimtek.content.law_tables import Hukum, Norma
from bimtek.domain.law_book import LawBook
from bimtek.domain.text import Text, _

Complaint = tuple[Where, Text]
GONE = ("dicabut", "diganti")

# What old leaflets still teach. Said of the past it may stand: "dahulu", "sebelum 2 Januari 2026".
_FLOOR = re.compile(
    r"\bpaling singkat\b|\bminimal\b[^.]{0,20}\btahun\b|\bsekurang-kurangnya\b", re.IGNORECASE
)
_RUPIAH = re.compile(r"\bRp\s?\d|\brupiah\b|\bkategori\s+[IVX]+\b", re.IGNORECASE)
_OLD_ITE = re.compile(
    r"\b(?:27\s+ayat\s*\(?[13]\)?|28\s+ayat\s*\(?[23]\)?|45\s+ayat\s*\(?[14]\)?|pasal\s+30)(?!\d)",
    re.IGNORECASE,
)
_ITE = re.compile(r"\bITE\b|\bUU (?:No\. )?(?:11(?:/| Tahun )2008|19(?:/| Tahun )2016|1(?:/| Tahun )2024)\b")
_PAST = re.compile(
    r"\b(?:historis|dahulu|dulu|sebelum 2-1-2026|sebelum 2 Januari 2026|hingga 1 Januari 2026)\b",
    re.IGNORECASE,
)


def stale(text: str, *, of_ite: bool = False) -> Text | None:
    """Say what of a text is no longer law; None when nothing is."""
    if _RUPIAH.search(text):
        return _("Jangan sebut jumlah atau kategori denda; itu berubah 2 Januari 2026.")
    if _PAST.search(text):
        return None
    if _FLOOR.search(text):
        return _("Jangan sebut batas bawah pidana; itu dihapus 2 Januari 2026.")
    if (of_ite or _ITE.search(text)) and _OLD_ITE.search(text):
        return _("Pasal UU ITE ini diganti 2 Januari 2026. Tulis bahwa itu dahulu.")
    return None


def check_law(hukum: Hukum) -> Iterator[Complaint]:
    """Yield what is wrong inside one law."""
    yield from _twice([one.kode for one in hukum.sumber], "sumber", "kode")
    yield from _twice([one.id for one in hukum.norma], "norma", "id")
    codes = {one.kode for one in hukum.sumber}
    places: dict[str, str] = {}
    for at, norm in enumerate(hukum.norma):
        for path, message in (
            *_place(hukum, norm, places),
            *_sources(norm, codes),
            *_status(norm),
            *_days(norm, hukum.since(norm)),
            *_certainty(norm),
            *_words(norm, of_ite=hukum.id == "ite"),
        ):
            yield ("norma", at, *path), message


def check_book(files: Mapping[str, Hukum], book: LawBook) -> Iterator[tuple[str, Complaint]]:
    """Yield what is wrong between the laws, with the path of the file it stands in."""
    owners: dict[str, str] = {}
    acts: dict[str, str] = {}
    for file, hukum in files.items():
        for key in (hukum.kunci, *hukum.perubahan):
            if acts.setdefault(key, file) != file:
                yield file, (("kunci",), _("“{key}” sudah ada di {file}.", key=key, file=_name(acts[key])))
        for at, norm in enumerate(hukum.norma):
            if owners.setdefault(norm.id, file) != file:
                message = _("Id “{id}” sudah ada di {file}.", id=norm.id, file=_name(owners[norm.id]))
                yield file, (("norma", at, "id"), message)
    known = set(owners)
    for file, hukum in files.items():
        for at, norm in enumerate(hukum.norma):
            for path, message in _replacing(norm, known, book):
                yield file, (("norma", at, *path), message)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _twice(ids: Iterable[str], table: str, key: str) -> Iterator[Complaint]:
    met: set[str] = set()
    for at, id_ in enumerate(ids):
        if id_ in met:
            yield (table, at, key), _("Id “{id}” dipakai dua kali.", id=id_)
        met.add(id_)


def _place(hukum: Hukum, norm: Norma, places: dict[str, str]) -> Iterator[Complaint]:
    try:
        place = str(hukum.reference(norm))
    except ValueError:
        yield ("pasal",), _("Pasal, ayat, atau huruf ini tidak terbaca. Contoh: 14, 1, a.")
        return
    first = places.setdefault(place, norm.id)
    if first != norm.id:
        yield ("pasal",), _("Tempat ini sudah dipakai norma “{id}”.", id=first)


def _sources(norm: Norma, codes: set[str]) -> Iterator[Complaint]:
    if not norm.sumber:
        yield ("sumber",), _("Norma ini belum punya sumber.")
    for at, code in enumerate(norm.sumber):
        if code not in codes:
            near = did_you_mean(code, codes)
            yield ("sumber", at), _("Sumber “{code}” tidak ada di berkas ini.{near}", code=code, near=near)


def _status(norm: Norma) -> Iterator[Complaint]:
    if norm.status == "diganti" and not norm.pengganti:
        yield ("status",), _("Norma yang diganti harus menyebut “pengganti”.")
    if norm.status != "diganti" and norm.pengganti:
        yield ("pengganti",), _("“pengganti” hanya untuk norma yang diganti.")
    if norm.status == "berubah" and not (norm.berubah_pada and norm.sebelum):
        yield ("status",), _("Norma yang berubah harus menyebut “berubah_pada” dan “sebelum”.")
    if norm.status != "berubah" and (norm.berubah_pada or norm.sebelum):
        key = "berubah_pada" if norm.berubah_pada else "sebelum"
        yield (key,), _("“{key}” hanya untuk norma yang berubah.", key=key)
    if norm.status in GONE and norm.berlaku_sampai is None:
        yield ("status",), _("Norma yang tidak berlaku lagi harus menyebut “berlaku_sampai”.")
    if norm.status not in GONE and norm.berlaku_sampai is not None:
        yield ("berlaku_sampai",), _("“berlaku_sampai” hanya untuk norma yang dicabut atau diganti.")


def _days(norm: Norma, since: date | None) -> Iterator[Complaint]:
    for key in ("berlaku_sampai", "berubah_pada"):
        day = getattr(norm, key)
        if day is not None and since is not None and day < since:
            yield (key,), _("Tanggal ini lebih awal daripada mulai berlakunya norma.")


def _certainty(norm: Norma) -> Iterator[Complaint]:
    if norm.kepastian == "belum" and norm.soal != "tidak":
        yield ("kepastian",), _("Norma yang belum pasti harus memakai soal = “tidak”.")
    if norm.pengadu and norm.pengaduan is None:
        yield ("pengadu",), _("“pengadu” memerlukan “pengaduan”.")


def _words(norm: Norma, *, of_ite: bool) -> Iterator[Complaint]:
    for key, text in norm.texts.items():
        message = stale(text, of_ite=of_ite) if text else None
        if message is not None:
            yield (key,), message


def _replacing(norm: Norma, known: set[str], book: LawBook) -> Iterator[Complaint]:
    for at, new in enumerate(norm.pengganti):
        if new not in known:
            near = did_you_mean(new, known)
            yield ("pengganti", at), _("Norma “{id}” tidak ada.{near}", id=new, near=near)
        elif _comes_back(norm.id, new, book):
            yield ("pengganti", at), _("Norma ini akhirnya menggantikan dirinya sendiri.")


def _comes_back(norm_id: str, new: str, book: LawBook) -> bool:
    found = book.norm(new)
    if found is None:
        return False
    return new == norm_id or any(norm_id in one.replaced_by for one in (found, *book.successors(found)))
