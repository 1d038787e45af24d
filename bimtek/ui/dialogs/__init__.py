"""Windows over the page: one question each, closed with Esc."""
