"""Parts of the Dokumen step: the list of papers, their fields, problems, and the numbers of certificates."""
