"""What a choice of modules comes to in a plan: its JP, and the pair of tests that goes with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bimtek.domain.errors import FormError
from bimtek.domain.form import items_each
from bimtek.domain.module import Module
from bimtek.domain.plan import Template
from bimtek.domain.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Proposal:
    """What modules bring to a template.

    `items` are the questions of the pre-test, and as many the post-test has; 0 for no test. `trouble`
    says why the banks do not give such a pair. `loose` are modules that no line of the agenda teaches.
    """

    modules: tuple[Module, ...]
    template_jp: int
    items: int = 0
    trouble: Text = NO_TEXT
    loose: tuple[Module, ...] = ()

    @property
    def jp(self) -> int:
        """JP of all its modules."""
        return sum(module.jp for module in self.modules)

    @property
    def too_long(self) -> bool:
        """True when the modules alone are longer than the whole agenda."""
        return self.jp > self.template_jp


def propose(template: Template, modules: Sequence[Module]) -> Proposal:
    """What these modules come to in a template."""
    loose = tuple(module for module in modules if module.id not in template.modules)
    try:
        items, trouble = items_each(modules), NO_TEXT
    except FormError as error:
        items, trouble = 0, error.what
    return Proposal(tuple(modules), template.jp, items, trouble, loose)
