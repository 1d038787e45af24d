"""Training modules as folders of text: find them, read them, say what is wrong with them."""
