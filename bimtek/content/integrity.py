"""What must hold between the parts of a module: ids that exist, pairs, a blueprint that can be met."""

from collections.abc import Iterator

from bimtek.content.bank import Entry
from bimtek.content.files import MANIFEST, names_in
from bimtek.content.pictures import check_picture, check_svg
from bimtek.content.problems import Problem
from bimtek.content.reading import Reading
from bimtek.content.videos import check_captions, check_video
from bimtek.domain.module import Module
from bimtek.domain.questions import kind_of
from bimtek.domain.text import _


def check_integrity(reading: Reading) -> Iterator[Problem]:
    """Yield every problem that only shows when the parts are seen together.

    All are grave, but for a line of captions beside others that can be read.
    """
    yield from _pictures(reading)
    yield from _videos(reading)
    yield from _question_ids(reading)
    yield from _pairs(reading)
    yield from _slides(reading)
    module = reading.module
    if module is not None:
        yield from _manifest_ids(reading, module)
        yield from _slide_sources(reading, module)
        for entry in reading.entries:
            yield from _question_links(entry, module)
        yield from _blueprint(reading, module)


def _pictures(reading: Reading) -> Iterator[Problem]:
    for file, line, name in reading.pictures:
        message = check_picture(reading.folder, name)
        if message is not None:
            yield Problem(file, line, message)
    for name in names_in(reading.folder / "media", ".svg"):
        path = reading.folder / "media" / name
        for line, message in check_svg(path):
            yield Problem(f"media/{name}", line, message)


def _videos(reading: Reading) -> Iterator[Problem]:
    for file, line, name in reading.videos:
        for message in check_video(reading.folder, name):
            yield Problem(file, line, message)
        yield from check_captions(reading.folder, name)


def _question_ids(reading: Reading) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in reading.entries:
        id_ = entry.question.id
        if id_ in seen:
            yield entry.problem(_("Id “{id}” dipakai dua kali.", id=id_), "id")
        seen.add(id_)


def _pairs(reading: Reading) -> Iterator[Problem]:
    members: dict[str, list[Entry]] = {}
    for entry in reading.entries:
        if entry.question.pair and kind_of(entry.question).scored:
            members.setdefault(entry.question.pair, []).append(entry)
    for pair, entries in members.items():
        if len(entries) != 2:
            message = _("Pasangan “{pair}” harus dua soal; sekarang {count}.", pair=pair, count=len(entries))
            yield entries[-1].problem(message, "pasangan")
        for entry in entries[1:]:
            if entry.question.aspect != entries[0].question.aspect:
                message = _("Aspek soal ini lain dari pasangannya, “{id}”.", id=entries[0].question.id)
                yield entry.problem(message, "aspek")


def _slides(reading: Reading) -> Iterator[Problem]:
    seen: set[str] = set()
    for slide in reading.slides:
        if slide.id in seen:
            yield Problem(slide.file, slide.line, _("Id slide “{id}” dipakai dua kali.", id=slide.id))
        seen.add(slide.id)
    if not reading.slides:
        yield Problem(MANIFEST, 1, _("Modul ini belum punya slide di folder “materi”."))


def _manifest_ids(reading: Reading, module: Module) -> Iterator[Problem]:
    groups = (
        ("tujuan", [objective.id for objective in module.objectives]),
        ("sumber", [source.id for source in module.sources]),
    )
    for key, ids in groups:
        for place, id_ in enumerate(ids):
            if id_ in ids[:place]:
                yield reading.at_manifest(_("Id “{id}” dipakai dua kali.", id=id_), key, place, "id")


def _slide_sources(reading: Reading, module: Module) -> Iterator[Problem]:
    for file, line, id_ in reading.cited:
        if module.source(id_) is None:
            yield Problem(file, line, _("Sumber “{id}” tidak ada di modul.toml.", id=id_))


def _question_links(entry: Entry, module: Module) -> Iterator[Problem]:
    question = entry.question
    for place, id_ in enumerate(question.sources):
        if module.source(id_) is None:
            message = _("Sumber “{id}” tidak ada di modul.toml.", id=id_)
            yield entry.problem(message, "sumber", place)
    if question.objective and question.objective not in {one.id for one in module.objectives}:
        message = _("Tujuan “{id}” tidak ada di modul.toml.", id=question.objective)
        yield entry.problem(message, "tujuan")
    aspects = {aspect for aspect, _count in module.blueprint.aspects}
    if kind_of(question).scored and aspects and question.aspect not in aspects:
        message = _("Aspek “{id}” tidak ada di cetak biru.", id=question.aspect)
        yield entry.problem(message, "aspek")


def _blueprint(reading: Reading, module: Module) -> Iterator[Problem]:
    blueprint = module.blueprint
    total = sum(count for _aspect, count in blueprint.aspects)
    if total != blueprint.items:
        message = _("Jumlah aspek {total}, padahal butir {items}.", total=total, items=blueprint.items)
        yield reading.at_manifest(message, "cetakbiru", "butir")
    for aspect, count in blueprint.aspects:
        pairs = len(module.pairs(aspect))
        if pairs < count:
            message = _(
                "Aspek “{aspect}” perlu {count} pasangan soal; baru ada {pairs}.",
                aspect=aspect,
                count=count,
                pairs=pairs,
            )
            yield reading.at_manifest(message, "cetakbiru", "aspek", aspect)
