"""Kanal bantuan, reached from the place Modul: the list of channels, and one of them."""
