"""Parts of the page Arsip & Dokumen: past kegiatan with their files, and the register of all numbers."""
