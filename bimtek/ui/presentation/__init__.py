"""Teaching on the projector: the show itself, the presenter's view, the projector's window."""
