"""The four pages of Buat kegiatan: what and where, modules and tests, people, and all of it once more."""
