"""Pustaka hukum, reached from the place Modul: the list of norms, one norm, where it is taught."""
