"""Several right options."""

from collections.abc import Iterable

from bimtek.domain.questions import choices
from bimtek.domain.questions.choices import ChoiceKind
from bimtek.domain.questions.question import Flaw, Question, check_count
from bimtek.domain.questions.view import PickMany, QuestionView, Values, ids_of, value_at
from bimtek.domain.text import _


class PickManyKind(ChoiceKind):
    """Right ones chosen minus wrong ones chosen, over all right ones, never below 0.

    Choosing everything therefore earns less than choosing well.
    """

    name = "pilihan-ganda"
    label = _("Pilihan ganda (beberapa benar)")

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is wrong with its keys and options."""
        body = choices.body_of(question)
        yield from check_count("opsi", body.options, 3, 6)
        if len(body.keys) < 2:
            yield Flaw(_("Pilihan ganda perlu sedikitnya dua opsi benar."), ("opsi",))
        if len(body.keys) == len(body.options):
            yield Flaw(_("Pilihan ganda perlu sedikitnya satu opsi salah."), ("opsi",))
        yield from choices.check_choices(question)

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as one person sees it."""
        return QuestionView(question.id, question.stem, "", (PickMany("", choices.shown(question, seed)),))

    def score(self, question: Question, values: Values) -> float:
        """Return right minus wrong over right, at least 0."""
        chosen, right = set(ids_of(value_at(values, 0))), set(choices.right_ids(question))
        return max(0, len(chosen & right) - len(chosen - right)) / len(right) if right else 0.0

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return the words of every option that was wrongly chosen or wrongly left out.

        When all is right, those of the right options; without an answer, nothing.
        """
        chosen = set(ids_of(value_at(values, 0)))
        if not chosen:
            return ("",)
        by_id = choices.ids_of_choices(question)
        missed = [c.feedback for id_, c in by_id.items() if c.correct != (id_ in chosen)]
        said = missed or [c.feedback for c in by_id.values() if c.correct]
        return ("\n".join(text for text in said if text),)

    def best_values(self, question: Question) -> Values:
        """Return all right options."""
        return (choices.right_ids(question),)
