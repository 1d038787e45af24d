"""The window: pages, widgets and the projector. The only package that knows widgets."""

import builtins

import PySide6.QtCore  # noqa: F401 - from here on every import passes through PySide

# PySide reads the source of each module imported after it, looking for `from __feature__ import …`,
# and keeps it all in memory. Nobody here writes that, so imports go again as Python made them.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
