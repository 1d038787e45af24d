"""This computer: folders, files, locks, log, clock. No Qt; one small reader per fact."""
