"""Papers of the tests: sheets to answer on, the key, and the table of scores."""

from bimtek.documents.base import Document
from bimtek.domain.errors import NotFoundError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.text import _
from bimtek.services.papers.family import PaperFamily
from bimtek.services.papers.request import PaperOffer, PaperRequest, offer
from bimtek.services.quiz_run import QuizRun
from bimtek.services.results import Results


class QuizPapers(PaperFamily):
    """Lembar soal, kunci and rekap nilai."""

    def __init__(self, quizzes: QuizRun, results: Results) -> None:
        self._quizzes, self._results = quizzes, results
        self.makers = {
            "lembar-soal": self._lembar_soal,
            "kunci": self._kunci,
            "rekap-nilai": self._rekap_nilai,
        }

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """Sheets and key of each test that is prepared, then the scores of all."""
        offers = []
        for kind in self._quizzes.rounds(kegiatan.id):
            name = {TestKind.PRE: _("pre-test"), TestKind.POST: _("post-test")}[kind]
            offers += [
                offer(
                    _("Lembar soal {test}", test=name), f"soal_{kind.value}.pdf", key="lembar-soal", test=kind
                ),
                offer(
                    _("Lembar soal {test}", test=name),
                    f"soal_{kind.value}_huruf_besar.pdf",
                    _("huruf besar"),
                    key="lembar-soal",
                    test=kind,
                    large=True,
                ),
                offer(_("Kunci {test}", test=name), f"kunci_{kind.value}.pdf", key="kunci", test=kind),
            ]
        if offers:
            offers.append(offer(_("Rekap nilai"), "rekap-nilai.xlsx", key="rekap-nilai"))
        return offers

    def _lembar_soal(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.lembar_soal import LembarSoal

        item = self._round(kegiatan, request.test)
        return LembarSoal(
            kegiatan=kegiatan, form=self._quizzes.form(item), seed=item.seed, large=request.large
        )

    def _kunci(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.kunci import Kunci

        item = self._round(kegiatan, request.test)
        return Kunci(kegiatan=kegiatan, form=self._quizzes.form(item), seed=item.seed)

    def _rekap_nilai(self, kegiatan: Kegiatan, _request: PaperRequest) -> Document:
        from bimtek.documents.rekap_nilai import RekapNilai, ScoreRow

        results = self._results.of_kegiatan(kegiatan.id)
        rows = tuple(ScoreRow(person=p.participation, pre=p.pre, post=p.post) for p in results.people)
        return RekapNilai(kegiatan=kegiatan, rows=rows)

    def _round(self, kegiatan: Kegiatan, kind: TestKind) -> Round:
        rounds = self._quizzes.rounds(kegiatan.id)
        if kind not in rounds:
            raise NotFoundError(_("Soal belum disusun."), advice=_("Susun dulu di langkah Kuis."))
        return rounds[kind]
