"""Facts and rules of a workshop. Standard library only: no Qt, no SQL, no PDF."""
