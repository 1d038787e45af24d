"""Use cases: the verbs of the product, without a window and without SQL."""
