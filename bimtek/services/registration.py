"""People of a kegiatan: adding, finding, correcting; each gets a code and a place on the lists."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

from bimtek.domain.errors import RefusedError
from bimtek.domain.formatting import folded
from bimtek.domain.identity import phone_number, read_id
from bimtek.domain.names import clean, parse_name, sort_key
from bimtek.domain.people import Participation, Person, Role, Sex
from bimtek.domain.text import _
from bimtek.services.codes import new_codes
from bimtek.storage.people import Newcomer, PeopleRepository, PersonSummary
from bimtek.storage.store import new_id

ADDED = _("{name} ditambahkan")
ADDED_MANY = _("{count} orang ditambahkan")
CHANGED = _("Data {name} diubah")
RENUMBERED = _("Nomor urut dirapikan")
REMOVED = _("{name} dihapus dari kegiatan")
MAX_NAME = 120
_ASKED = (
    "name", "sex", "age", "disability", "unsur", "instansi", "jabatan", "phone", "desa", "kecamatan",
    "kabupaten", "id_kind", "id_number",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What a form asks of somebody; only the name is required. `raw_name` may carry titles."""

    raw_name: str
    sex: Sex = Sex.UNKNOWN
    unsur: str = ""
    instansi: str = ""
    jabatan: str = ""
    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    phone: str = ""
    age: int | None = None
    disability: str = ""
    id_number: str = ""
    topic: str = ""


class Registration:
    """The verbs around the people of a kegiatan. Changes return Futures that are done when durable."""

    def __init__(self, people: PeopleRepository) -> None:
        self._people = people

    def of_kegiatan(self, kegiatan_id: str, role: Role | None = None) -> list[Participation]:
        """Everyone of a kegiatan, in list order; of one role when given."""
        return self._people.of_kegiatan(kegiatan_id, role)

    def roles(self, kegiatan_id: str) -> set[Role]:
        """The roles somebody has in a kegiatan."""
        return self._people.roles(kegiatan_id)

    def get(self, participation_id: str) -> Participation | None:
        """One participation, or None when it was removed."""
        return self._people.get(participation_id)

    def everybody(self, after: tuple[str, str] = ("", "")) -> list[PersonSummary]:
        """The next page of all known people, by name."""
        return self._people.page(after)

    def search(self, text: str) -> list[PersonSummary]:
        """Known people with a name word that begins with `text`; none for an empty text."""
        key = folded(text)
        return self._people.search(key) if key else []

    def history(self, person_id: str) -> list[tuple[str, str, Role]]:
        """(id, title, role) of the kegiatan somebody takes part in, newest first."""
        return self._people.history(person_id)

    def add(
        self, kegiatan_id: str, new: NewPerson, role: Role = Role.PESERTA, *, walk_in: bool = True
    ) -> Participation:
        """Add somebody who is not on the list; `walk_in` only counts for peserta. Waits.

        Errors: RefusedError without a name or with half a phone number.
        """
        person = _person(new)
        draft = Participation(
            id="",
            kegiatan_id=kegiatan_id,
            person=person,
            role=role,
            walk_in=walk_in and role is Role.PESERTA,
            topic=clean(new.topic),
        )
        (newcomer,) = self._newcomers(kegiatan_id, [draft])
        self._people.add([newcomer], str(ADDED).format(name=person.name.full), kegiatan_id).result()
        return self._added(newcomer.id)

    def add_known(self, kegiatan_id: str, person: Person, role: Role = Role.PESERTA) -> Participation:
        """Let a person who is already known take part. Waits. Errors: RefusedError when they already do."""
        if any(p.person.id == person.id for p in self._people.of_kegiatan(kegiatan_id, role)):
            raise RefusedError(
                _("{name} sudah ada di kegiatan ini.", name=person.name.full),
                advice=_("Pilih namanya dari daftar."),
            )
        draft = Participation(id="", kegiatan_id=kegiatan_id, person=person, role=role)
        (newcomer,) = self._newcomers(kegiatan_id, [draft])
        newcomer = newcomer._replace(person_id=person.id)
        self._people.link([newcomer], str(ADDED).format(name=person.name.full), kegiatan_id).result()
        return self._added(newcomer.id)

    def add_all(self, kegiatan_id: str, people: Sequence[Participation]) -> int:
        """Add new people in the order given, all or none, in one change that one undo takes back. Waits.

        Their ids, codes and orders are given here. Returns how many were added.
        """
        if people:
            newcomers = self._newcomers(kegiatan_id, people)
            label = str(ADDED_MANY).format(count=len(newcomers))
            self._people.add(newcomers, label, kegiatan_id).result()
        return len(people)

    def close_gaps(self, kegiatan_id: str) -> None:
        """Number the lists of every role from 1 again, before they are printed for the first time. Waits."""
        self._people.renumber(kegiatan_id, str(RENUMBERED)).result()

    def correct(self, part: Participation, new: NewPerson) -> Future[int]:
        """Store what a form now says of somebody; facts it does not ask for stay. Errors: as `add`."""
        given = _person(new)
        facts = {name: getattr(given, name) for name in _ASKED}
        if part.topic != clean(new.topic):
            self.update_participation(replace(part, topic=clean(new.topic)))
        return self.update_person(part, replace(part.person, **facts))

    def update_person(self, part: Participation, person: Person) -> Future[int]:
        """Correct the facts of a person. Errors: RefusedError without a name."""
        _check_name(person.name.name)
        label = str(CHANGED).format(name=person.name.full)
        return self._people.update_person(person, sort_key(person.name), label, part.kegiatan_id)

    def update_participation(self, part: Participation) -> Future[int]:
        """Change role, order, consent or topic."""
        return self._people.update_participation(part, str(CHANGED).format(name=part.person.name.full))

    def remove(self, part: Participation) -> Future[int]:
        """Take somebody off a kegiatan; can be undone."""
        return self._people.remove_participation(part, str(REMOVED).format(name=part.person.name.full))

    def same_name(self, kegiatan_id: str, raw_name: str) -> list[Participation]:
        """People of a kegiatan with the same name, for the warning; both may stay."""
        key = sort_key(parse_name(raw_name))
        return [p for p in self._people.of_kegiatan(kegiatan_id) if sort_key(p.person.name) == key]

    def known_by_phone(self, phones: Iterable[str]) -> dict[str, list[Person]]:
        """Known people by phone number, for the duplicates list of an import."""
        return self._people.same_phone(list(phones))

    def _newcomers(self, kegiatan_id: str, people: Sequence[Participation]) -> list[Newcomer]:
        """The same taking part as new people: ids for both, and codes."""
        codes = new_codes(len(people), self._people.codes(kegiatan_id))
        return [
            Newcomer(new_id(), new_id(), code, sort_key(part.person.name), part)
            for part, code in zip(people, codes, strict=True)
        ]

    def _added(self, participation_id: str) -> Participation:
        added = self._people.get(participation_id)
        assert added is not None
        return added


def _person(new: NewPerson) -> Person:
    name = parse_name(new.raw_name)
    _check_name(name.name)
    phone = phone_number(new.phone)
    if new.phone.strip() and not phone:
        raise RefusedError(_("Nomor HP belum lengkap."), advice=_("Perbaiki atau kosongkan nomor itu."))
    number = read_id(new.id_number)
    if number.doubt and not number.number:
        raise RefusedError(number.doubt, advice=_("Perbaiki atau kosongkan nomor itu."))
    return Person(
        id="",
        name=name,
        id_kind=number.kind,
        id_number=number.number,
        sex=new.sex,
        age=new.age,
        disability=new.disability,
        unsur=clean(new.unsur),
        instansi=clean(new.instansi),
        jabatan=clean(new.jabatan),
        phone=phone,
        desa=clean(new.desa),
        kecamatan=clean(new.kecamatan),
        kabupaten=clean(new.kabupaten),
    )


def _check_name(name: str) -> None:
    if not name:
        raise RefusedError(_("Nama belum diisi."), advice=_("Isi nama orang itu, lalu coba lagi."))
    if len(name) > MAX_NAME:
        raise RefusedError(
            _("Nama itu terlalu panjang."), advice=_("Pendekkan sampai {n} huruf.", n=MAX_NAME)
        )
