"""The papers of a kegiatan: each family says which are on offer and fills them; `papers` writes them."""
