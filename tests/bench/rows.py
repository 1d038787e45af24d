"""Every row of the table, in the order it is printed."""

from tests.bench import (
    buka_kegiatan,
    contoh,
    daftar_hadir_10k,
    hasil_1jt,
    impor_10k,
    jawaban,
    mulai,
    projector,
    sertifikat_gabung,
    siap_cpu,
    window,
)
from tests.bench.row import Row

ROWS = (
    Row("mulai_cpu", "s CPU", 1.3, 1.15, mulai.cpu),
    Row("mulai_rss", "MiB", 1.3, 1.15, mulai.rss),
    Row("siap_cpu", "s CPU", 2.0, 1.6, siap_cpu.measure),
    Row("buka_kegiatan", "ms", 1.5, 1.1, buka_kegiatan.measure),
    Row("contoh", "s", 1.0, 0.5, contoh.measure),
    Row("impor_10k", "s CPU", 12, 6, impor_10k.measure),
    Row("jawaban", "µs CPU", 1.5, 0.6, jawaban.measure),
    Row("hasil_1jt", "ms", 1.5, 1.25, hasil_1jt.measure),
    Row("daftar_hadir_10k", "s CPU", 1.5, 1.2, daftar_hadir_10k.measure),
    Row("sertifikat_gabung", "ms CPU", 2.5, 1.4, sertifikat_gabung.measure),
    Row("ganti_tema", "ms CPU", 1.0, 0.5, window.change_of_theme),
    Row("layar_hitam", "ms CPU", 1.0, 0.3, projector.covered),
    Row("proyektor_cabut", "ms CPU", 1.0, 0.1, projector.unplugged),
    Row("pratinjau_pertama", "ms CPU", 1.0, 0.5, window.first_preview),
    Row("pratinjau_lagi", "ms CPU", 1.0, 0.5, window.next_preview),
    Row("absen_500", "ms CPU", 1.0, 0.3, window.check_in),
)
