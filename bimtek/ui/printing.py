"""Sends pages to a printer at their real size, drawn from the very PDF that was shown."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from bimtek.domain.errors import DocumentError
from bimtek.domain.text import _
from bimtek.intake.pdf_file import opened
from bimtek.services.progress import Progress
from bimtek.ui.pdf_pages import POINTS_PER_INCH, draw_page, page_sizes

DPI = 300  # sharp on paper, and a page stays below 40 MB in memory
_MM = 25.4 / POINTS_PER_INCH
_SAME_MM = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """What to print: pages counted from 1, both ends included; `duplex` turns on the short edge."""

    printer: str
    first: int
    last: int
    copies: int = 1
    duplex: bool = False
    file: str = ""  # prints into a PDF instead: for printers of that kind


def printers() -> list[str]:
    """Names of the printers there are, the usual one first."""
    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != usual, name.casefold()))


def knows_paper(printer: str, size: tuple[float, float]) -> bool:
    """Whether a printer offers a paper of this size (points); True when it does not tell."""
    offered = QPrinterInfo.printerInfo(printer).supportedPageSizes()
    short, long = sorted(length * _MM for length in size)
    sizes = [sorted(page.size(QPageSize.Unit.Millimeter).toTuple()) for page in offered]
    return not sizes or any(
        abs(short - one) <= _SAME_MM and abs(long - other) <= _SAME_MM for one, other in sizes
    )


def print_pages(data: bytes, job: PrintJob, progress: Progress) -> int:
    """Print pages of a PDF and return how many. Runs on a worker.

    Cancelling between two pages ends the printing there. Errors: DocumentError when the printer does not
    take the job.
    """
    sizes = page_sizes(data)
    pages = range(job.first - 1, min(job.last, len(sizes)))
    printer = _printer(job, sizes[pages[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise DocumentError(
            _("Printer tidak menjawab."),
            _("Dokumen sudah tersimpan sebagai PDF."),
            _("Periksa kabel dan kertas, lalu tekan Cetak lagi."),
        )
    try:
        for done, at in enumerate(pages):
            progress(done, len(pages))
            if done:
                printer.newPage()
            with opened(data) as document:
                image = draw_page(document, at, printer.resolution() / POINTS_PER_INCH)
            painter.drawImage(QRectF(0, 0, image.width(), image.height()), image)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _printer(job: PrintJob, size: tuple[float, float]) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if job.file:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(job.file)
    else:
        printer.setPrinterName(job.printer)
    printer.setResolution(DPI)
    short, long = sorted(size)
    paper = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = size[0] > size[1]
    turned = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF()))
    printer.setFullPage(True)
    printer.setCopyCount(job.copies)
    if job.duplex:
        edge = QPrinter.DuplexMode.DuplexShortSide if lying else QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(edge)
    return printer
