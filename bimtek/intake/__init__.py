"""Reading what comes from outside: lists of people in files and pasted text, and the wilayah table."""
