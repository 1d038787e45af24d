"""The command line: the same verbs as the window, over the same services."""
