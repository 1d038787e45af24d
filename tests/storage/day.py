"""A kegiatan with one session and a few people, straight in the store."""

from datetime import date, time

from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.names import sort_key
from bimtek.domain.people import Participation, Person, PersonName
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import Newcomer, PeopleRepository
from bimtek.storage.store import Store, new_id


def kegiatan_in(store: Store, id_: str = "k") -> Kegiatan:
    session = Session(
        id=f"{id_}-pagi", kegiatan_id=id_, on_date=date(2027, 3, 5), label="Pagi", starts=time(8)
    )
    made = Kegiatan(id=id_, title="Bimtek", dates=(session.on_date,), sessions=(session,))
    KegiatanRepository(store).add(made, "dibuat").result()
    return made


def people_in(store: Store, count: int, kegiatan_id: str = "k") -> list[Participation]:
    people = [
        Participation(
            id=new_id(),
            kegiatan_id=kegiatan_id,
            person=Person(id=new_id(), name=PersonName(f"Orang {n}")),
            code=f"C{n:03d}",
        )
        for n in range(count)
    ]
    repository = PeopleRepository(store)
    repository.add([newcomer(p) for p in people], "tambah", kegiatan_id).result()
    return repository.of_kegiatan(kegiatan_id)


def newcomer(given: Participation) -> Newcomer:
    """Somebody on the way into the store under the ids and the code they already carry."""
    return Newcomer(given.id, given.person.id, given.code, sort_key(given.person.name), given)
