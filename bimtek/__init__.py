"""Bimtek: offline workshops on child protection online."""

__version__ = "0.1.0"
