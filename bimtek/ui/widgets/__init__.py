"""Small own widgets: one file each, no knowledge of services."""
