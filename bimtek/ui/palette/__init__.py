"""Ctrl+K: find anything and go there, or do it."""
