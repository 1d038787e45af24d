"""Whether this computer was told to keep its screen calm."""

import sys

_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION


def less_motion_wanted() -> bool:
    """True when Windows shows no animations; other systems cannot be asked and count as False."""
    if sys.platform == "win32":
        import ctypes

        shown = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
        return not shown.value
    else:  # noqa: RET505 - mypy checks each system by itself
        return False
