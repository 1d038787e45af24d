"""PDFs opened one thread at a time, and a foreign one judged before it is kept."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import Text, _

MAX_BYTES = 100 * 1024**2
MAX_PAGES = 500
_SMALLER = _("Simpan bagian yang akan ditampilkan saja, lalu buka lagi.")
_COPY = _("Salin dulu berkasnya ke laptop ini, lalu buka lagi.")
_UNLOCK = _("Simpan ulang tanpa kata sandi, lalu buka lagi.")
_AGAIN = _("Simpan ulang sebagai PDF dari program asalnya, lalu buka lagi.")
_PASSWORD = 4  # pdfium's number for a missing password
_PDFIUM = threading.Lock()  # pdfium is not safe for two threads


@contextmanager
def opened(source: bytes | Path) -> Iterator[Any]:
    """Open a PDF, in memory or a file; no other thread draws meanwhile. Raises PdfiumError."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(source)
        try:
            yield document
        finally:
            document.close()


def read_pdf(path: Path) -> tuple[bytes, int]:
    """Return the bytes of a PDF from outside and how many pages it has.

    Errors: FileTroubleError for what is no PDF, damaged, locked by a password, empty or too large.
    """
    import pypdfium2

    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(_("PDF ini lebih dari {most} MB.", most=MAX_BYTES // 1024**2), _SMALLER)
        data = path.read_bytes()
    except OSError as error:
        raise _refused(_("Berkas {name} tidak terbaca.", name=path.name), _COPY) from error
    try:
        with opened(data) as document:
            pages = len(document)
            if pages:
                document.get_page_size(0)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise _refused(_("PDF ini terkunci kata sandi."), _UNLOCK) from error
        raise _refused(_("Berkas {name} rusak atau bukan PDF.", name=path.name), _AGAIN) from error
    if not pages:
        raise _refused(_("PDF ini tidak berisi halaman."), _AGAIN)
    if pages > MAX_PAGES:
        raise _refused(
            _("PDF ini {pages} halaman; paling banyak {most}.", pages=pages, most=MAX_PAGES), _SMALLER
        )
    return data, pages


def _refused(what: Text, advice: Text) -> FileTroubleError:
    return FileTroubleError(what, advice=advice)
