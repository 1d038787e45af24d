"""Parts of the page Modul: a tile for each module, one module in detail, its slides as pictures."""
