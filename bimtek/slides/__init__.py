"""Draws the slides of a module: QtGui and QtSvg only, no widgets, imported on first use."""
