"""What can be changed beside the preview of a paper: one file a group of fields."""
