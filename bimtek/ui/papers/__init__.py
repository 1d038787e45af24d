"""Parts of the Dokumen step: the list of papers, their fields, numbers and problems, saving and printing."""
