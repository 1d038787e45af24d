"""The inputs of a question as widgets."""
