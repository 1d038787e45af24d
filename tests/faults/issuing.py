"""Child process: numbers are given out and every certificate is written, combined and one by one."""

import sys
from pathlib import Path

from bimtek.app import build
from bimtek.services.papers.request import PaperRequest


def main(data: Path, kegiatan_id: str) -> None:
    services = build(data)
    kegiatan = services.planning.get(kegiatan_id)
    print("siap", flush=True)
    services.certificates.issue(kegiatan)
    for offer in services.papers.offers(kegiatan):
        if offer.request.key == "sertifikat":
            services.papers.save(kegiatan, offer)
    services.papers.save_each(kegiatan, PaperRequest(key="sertifikat"))
    services.close()
    print("selesai", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
