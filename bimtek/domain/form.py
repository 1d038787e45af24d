"""Test forms: two parallel ones drawn from a blueprint, each an immutable snapshot.

A form holds all that was asked: wording, options, key, feedback, references, sources, and the
versions of the modules. Results are read from the form, never from a module that may have changed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain, zip_longest
from math import fsum
from typing import Any

from bimtek.domain.errors import FormError, NotFoundError
from bimtek.domain.module import Module, Source
from bimtek.domain.questions import Question, QuestionKind, dump_question, kind_of, parse_question
from bimtek.domain.questions.letters import write_letters
from bimtek.domain.questions.view import QuestionView, Values
from bimtek.domain.quiz import TestKind
from bimtek.domain.shuffle import opaque_id, shuffled
from bimtek.domain.text import _

FORMAT = 1

Answers = Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class FormItem:
    """One question of a form, with the module it came from and the sources it names.

    The question's id holds the module's (`memahami-ocsea/p01a`), so that it is unique in the form.
    """

    question: Question
    module: str
    sources: tuple[Source, ...] = ()

    @property
    def id(self) -> str:
        """Id of the question within the form, in answers and in views."""
        return self.question.id

    @property
    def kind(self) -> QuestionKind:
        """Kind of the question."""
        return kind_of(self.question)


@dataclass(frozen=True)
class Form:
    """One form. `modules` are (id, version); `seed` is the one it was drawn with.

    The seeds given to `order` and `view` are those of an attempt or of a printed sheet.
    """

    title: str
    kind: TestKind
    items: tuple[FormItem, ...]
    modules: tuple[tuple[str, str], ...]
    seed: int

    @cached_property
    def _by_id(self) -> dict[str, FormItem]:
        return {item.id: item for item in self.items}

    def item(self, question_id: str) -> FormItem:
        """Return an item; NotFoundError when the form does not have it."""
        try:
            return self._by_id[question_id]
        except KeyError:
            raise NotFoundError(
                _("Soal itu tidak ada di formulir ini."),
                advice=_("Buka lagi tesnya, lalu ulangi."),
                detail=question_id,
            ) from None

    def order(self, seed: int) -> tuple[str, ...]:
        """Return the ids of all questions in the order they are shown for this seed."""
        return shuffled([item.id for item in self.items], seed, "urutan soal")

    def view(self, seed: int) -> list[QuestionView]:
        """Return the questions as shown for this seed: no key, no feedback."""
        return [self.view_of(question_id, seed) for question_id in self.order(seed)]

    def view_of(self, question_id: str, seed: int) -> QuestionView:
        """Return one question as shown for this seed."""
        item = self.item(question_id)
        return item.kind.view(item.question, seed)

    def paper_key(self, seed: int) -> list[tuple[str, tuple[str, ...]]]:
        """Return (question id, letters per input) in the order of `view(seed)`. Unscored: no letters."""
        key = []
        for view in self.view(seed):
            item = self.item(view.id)
            best = item.kind.best_values(item.question) if item.kind.scored else [None] * len(view.inputs)
            key.append((view.id, write_letters(view, best)))
        return key

    def item_scores(self, answers: Answers) -> dict[str, float | None]:
        """Return the score 0..1 of every item, 0 when unanswered, None for kinds not scored."""
        return {
            item.id: item.kind.score(item.question, answers.get(item.id, ())) if item.kind.scored else None
            for item in self.items
        }

    def score(self, answers: Answers) -> float:
        """Return the mean over the scored items, 0..1; unanswered ones count 0."""
        scores = [score for score in self.item_scores(answers).values() if score is not None]
        return fsum(scores) / len(scores) if scores else 0.0

    def uncarried(self, channel: str) -> tuple[FormItem, ...]:
        """Return the items that a channel cannot carry."""
        return tuple(item for item in self.items if channel not in item.kind.channels)

    def dump(self) -> str:
        """Return canonical JSON: the same form gives the same letters, `parse` gives the same form."""
        table = {
            "format": FORMAT,
            "judul": self.title,
            "jenis": self.kind.value,
            "modul": [list(module) for module in self.modules],
            "benih": self.seed,
            "butir": [_dump_item(item) for item in self.items],
        }
        return json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def parse(cls, text: str) -> "Form":
        """Read a form back; FormError when it is damaged or of a newer Bimtek."""
        try:
            table = json.loads(text)
            if table["format"] > FORMAT:
                raise FormError(
                    _("Formulir tes ini dibuat oleh Bimtek yang lebih baru."),
                    advice=_("Perbarui aplikasi Bimtek di laptop ini, lalu buka lagi."),
                )
            return cls(
                title=table["judul"],
                kind=TestKind(table["jenis"]),
                items=tuple(map(_parse_item, table["butir"])),
                modules=tuple((id_, version) for id_, version in table["modul"]),
                seed=table["benih"],
            )
        except (ValueError, KeyError, TypeError) as error:
            raise FormError(
                _("Formulir tes ini rusak dan tidak terbaca."),
                _("Cadangan Anda tidak tersentuh."),
                _("Pulihkan cadangan terbaru."),
                repr(error),
            ) from error


def draw_pair(modules: Module | Sequence[Module], seed: int, items: int | None = None) -> tuple[Form, Form]:
    """Draw the forms of pre-test and post-test.

    Every drawn pair of parallel questions gives one member to each form, so the two are disjoint and
    ask the same things. Each form has the blueprint's number of questions per aspect: the sum over
    the modules, brought to `items` in proportion when that is given. Several modules take turns.
    Errors: FormError naming every aspect that has too few pairs.
    """
    taught = [modules] if isinstance(modules, Module) else list(modules)
    wanted = _wanted(taught, items)
    if not any(wanted.values()):
        raise FormError(
            _("Modul yang dipilih tidak punya cetak biru tes."), advice=_("Pilih modul yang memuat soal.")
        )
    lacking = []
    pre: list[FormItem] = []
    post: list[FormItem] = []
    for aspect, count in wanted.items():
        pairs = _pairs_in_turn(taught, aspect, seed)
        if len(pairs) < count:
            lacking.append(f"{aspect} ({len(pairs)}/{count})")
        for module, pair in pairs[:count]:
            for form, question in zip((pre, post), shuffled(pair, seed, module.id, pair[0].id), strict=True):
                form.append(_item(module, question, seed, len(form)))
    if lacking:
        raise FormError(
            _("Pasangan soal belum cukup untuk aspek {aspects}.", aspects=", ".join(lacking)),
            advice=_("Tambah pasangan soal pada aspek itu, atau kurangi butir tes."),
        )
    title = ", ".join(module.title for module in taught)
    versions = tuple((module.id, module.version) for module in taught)
    return (
        Form(title, TestKind.PRE, tuple(pre), versions, seed),
        Form(title, TestKind.POST, tuple(post), versions, seed),
    )


def items_each(modules: Sequence[Module]) -> int:
    """How many questions the pre-test has, and as many the post-test; 0 when no module has a test.

    Errors: FormError as in `draw_pair`.
    """
    if not any(module.blueprint.aspects for module in modules):
        return 0
    pre, _post = draw_pair(modules, 0)
    return len(pre.items)


def _wanted(modules: Sequence[Module], items: int | None) -> dict[str, int]:
    """Return how many questions of each aspect a form gets: largest remainders, first aspect first."""
    weights: dict[str, int] = {}
    for aspect, count in chain.from_iterable(module.blueprint.aspects for module in modules):
        weights[aspect] = weights.get(aspect, 0) + count
    total = sum(weights.values())
    if items is None or not total:
        return weights
    shares = {aspect: divmod(items * weight, total) for aspect, weight in weights.items()}
    wanted = {aspect: whole for aspect, (whole, _rest) in shares.items()}
    by_rest = sorted(shares, key=lambda aspect: -shares[aspect][1])
    for aspect in by_rest[: items - sum(wanted.values())]:
        wanted[aspect] += 1
    return wanted


def _pairs_in_turn(
    modules: Sequence[Module], aspect: str, seed: int
) -> list[tuple[Module, tuple[Question, Question]]]:
    """Return all pairs of an aspect, shuffled within each module, modules taking turns."""
    turns = shuffled(modules, seed, aspect, "modul")
    columns = [
        [(module, pair) for pair in shuffled(module.pairs(aspect), seed, module.id, aspect)]
        for module in turns
    ]
    return [entry for row in zip_longest(*columns) for entry in row if entry is not None]


def _item(module: Module, question: Question, seed: int, place: int) -> FormItem:
    """Return the snapshot of a question; its salt hides which option was first in the bank."""
    salt = opaque_id(seed, module.id, question.id, place)
    sources = tuple(source for id_ in question.sources if (source := module.source(id_)) is not None)
    return FormItem(replace(question, id=f"{module.id}/{question.id}", salt=salt), module.id, sources)


def _dump_item(item: FormItem) -> dict[str, Any]:
    return {
        "modul": item.module,
        "rincian_sumber": [
            {
                "id": source.id,
                "judul": source.title,
                "penerbit": source.publisher,
                "tanggal": source.date,
                "diperiksa": source.checked_on.isoformat(),
                "alamat": source.address,
            }
            for source in item.sources
        ],
        **dump_question(item.question),
    }


def _parse_item(table: Mapping[str, Any]) -> FormItem:
    sources = tuple(
        Source(
            id=source["id"],
            title=source["judul"],
            publisher=source["penerbit"],
            date=source["tanggal"],
            checked_on=date.fromisoformat(source["diperiksa"]),
            address=source["alamat"],
        )
        for source in table["rincian_sumber"]
    )
    return FormItem(parse_question(table), table["modul"], sources)
