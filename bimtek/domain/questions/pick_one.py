"""One right option."""

from collections.abc import Iterable

from bimtek.domain.questions import choices
from bimtek.domain.questions.choices import ChoiceKind
from bimtek.domain.questions.question import Flaw, Question, check_count
from bimtek.domain.questions.view import PickOne, QuestionView, Values, value_at
from bimtek.domain.text import _


class PickOneKind(ChoiceKind):
    """Full score for the right option, none for any other."""

    name = "pilihan-tunggal"
    label = _("Pilihan tunggal")

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is wrong with its keys and options."""
        body = choices.body_of(question)
        yield from check_count("opsi", body.options, 3, 5)
        right = [place for place, option in enumerate(body.options) if option.correct]
        if not right:
            yield Flaw(_("Soal ini belum punya kunci."), ("opsi",))
        for place in right[1:]:
            yield Flaw(_("Soal ini punya lebih dari satu kunci."), ("opsi", place, "benar"))
        yield from choices.check_choices(question)

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as one person sees it."""
        return QuestionView(question.id, question.stem, "", (PickOne("", choices.shown(question, seed)),))

    def score(self, question: Question, values: Values) -> float:
        """Return 1 for the right option."""
        return float(value_at(values, 0) in choices.right_ids(question))

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return what the bank says to whoever chose this option."""
        chosen = value_at(values, 0)
        found = choices.ids_of_choices(question).get(chosen) if isinstance(chosen, str) else None
        return (found.feedback if found else "",)

    def best_values(self, question: Question) -> Values:
        """Return the right option."""
        return choices.right_ids(question)[:1]
