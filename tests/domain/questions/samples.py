"""Tables of the bank, one strategy per kind: a kind without one fails the tests."""

from typing import Any

from hypothesis import strategies as st

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def distinct(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(SENTENCES, min_size=least, max_size=most, unique=True)


def options(texts: list[str], right: set[int]) -> list[dict[str, Any]]:
    return [{"teks": t, "benar": i in right, "umpan": f"umpan {t}"} for i, t in enumerate(texts)]


@st.composite
def pick_one(draw: st.DrawFn) -> dict[str, Any]:
    texts = draw(distinct(3, 5))
    return {"opsi": options(texts, {draw(st.integers(0, len(texts) - 1))})}


@st.composite
def pick_many(draw: st.DrawFn) -> dict[str, Any]:
    texts = draw(distinct(3, 6))
    right = draw(st.sets(st.integers(0, len(texts) - 1), min_size=2, max_size=len(texts) - 1))
    return {"opsi": options(texts, right)}


true_false = st.fixed_dictionaries({"kunci": st.booleans(), "umpan_benar": WORDS, "umpan_salah": WORDS})


@st.composite
def match(draw: st.DrawFn) -> dict[str, Any]:
    lefts = draw(distinct(3, 6))
    rights = draw(distinct(len(lefts), len(lefts)))
    return {
        "pasang": [{"kiri": a, "kanan": b, "umpan": f"{a}: {b}"} for a, b in zip(lefts, rights, strict=True)]
    }


order = st.fixed_dictionaries({"urutan": distinct(3, 6), "umpan": WORDS})
likert = st.one_of(st.just({}), st.fixed_dictionaries({"tingkat": distinct(3, 7)}))


@st.composite
def case(draw: st.DrawFn) -> dict[str, Any]:
    parts = draw(
        st.lists(
            st.one_of(
                pick_one().map(lambda t: {"jenis": "pilihan-tunggal", **t}),
                pick_many().map(lambda t: {"jenis": "pilihan-ganda", **t}),
                true_false.map(lambda t: {"jenis": "benar-salah", **t}),
            ),
            min_size=1,
            max_size=4,
        )
    )
    named = [{"id": chr(97 + at), "soal": f"bagian {at}", **part} for at, part in enumerate(parts)]
    return {"cerita": draw(SENTENCES), "bagian": named}


BODIES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "pilihan-tunggal": pick_one(),
    "pilihan-ganda": pick_many(),
    "benar-salah": true_false,
    "menjodohkan": match(),
    "mengurutkan": order,
    "kasus": case(),
    "skala": likert,
}


def tables(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Whole `[[soal]]` tables of one kind, as the bank has them once checked."""
    common = {
        "id": WORDS,
        "jenis": st.just(kind),
        "soal": SENTENCES,
        "pasangan": WORDS,
        "aspek": WORDS,
        "tujuan": WORDS,
        "kesulitan": st.sampled_from(["mudah", "sedang", "sulit"]),
        "rujukan": st.lists(st.sampled_from(["uu-12-2022/14/1/a", "uu-11-2012/19/2", "uu-1-2024/27A"])),
        "sumber": st.lists(WORDS),
        "acak": st.booleans(),
    }
    return st.tuples(st.fixed_dictionaries(common), BODIES[kind]).map(lambda t: {**t[0], **t[1]})
