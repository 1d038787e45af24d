"""The data folder: one SQLite file, stored files beside it, and their backups."""
