"""The tabs of Pengaturan, one file each. To add one: its file, and one line in TABS."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text, _
from bimtek.ui.context import UiContext


@dataclass(frozen=True)
class Tab:
    """One tab. `factory` imports and builds it on its first visit; it may have `refresh()`."""

    key: str
    title: Text
    factory: Callable[[UiContext], QWidget]


def _general(context: UiContext) -> QWidget:
    from bimtek.ui.settings.general import GeneralTab

    return GeneralTab(context)


def _look(context: UiContext) -> QWidget:
    from bimtek.ui.settings.look import LookTab

    return LookTab(context)


def _data(context: UiContext) -> QWidget:
    from bimtek.ui.settings.data import DataTab

    return DataTab(context)


def _security(context: UiContext) -> QWidget:
    from bimtek.ui.settings.security import SecurityTab

    return SecurityTab(context)


def _clock(context: UiContext) -> QWidget:
    from bimtek.ui.settings.clock import ClockTab

    return ClockTab(context)


def _about(context: UiContext) -> QWidget:
    from bimtek.ui.settings.about import AboutTab

    return AboutTab(context)


TABS: tuple[Tab, ...] = (
    Tab("umum", _("Umum"), _general),
    Tab("tampilan", _("Tampilan"), _look),
    Tab("data", _("Data & cadangan"), _data),
    Tab("keamanan", _("Keamanan"), _security),
    Tab("jam", _("Jam"), _clock),
    Tab("tentang", _("Tentang"), _about),
)
