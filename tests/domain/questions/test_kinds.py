"""What each kind decides by itself: partial credit, feedback, order, flaws."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from bimtek.domain.questions import Question, check_question, kind_of, parse_question
from bimtek.domain.questions.view import Order, PickMany, PickOne, Scale


def question(jenis: str, **keys: Any) -> Question:
    stem = {"id": "s1", "jenis": jenis, "soal": "Apa yang Anda lakukan?"}
    return parse_question({**stem, **keys})


def option(text: str, right: bool = False) -> dict[str, Any]:
    return {"teks": text, "benar": right, "umpan": f"Tentang {text}."}


THREE = [option("catat", True), option("diam"), option("sebar")]
ONE = question("pilihan-tunggal", opsi=THREE)
MANY = question(
    "pilihan-ganda", opsi=[option("catat", True), option("lapor", True), option("diam"), option("sebar")]
)
TRUE = question("benar-salah", kunci=True, umpan_benar="Tepat.", umpan_salah="Baca lagi.")
MATCH = question(
    "menjodohkan",
    pasang=[{"kiri": k, "kanan": v, "umpan": f"{k} {v}"} for k, v in [("a", "1"), ("b", "2"), ("c", "3")]],
)
ORDER = question("mengurutkan", urutan=["lihat", "dengar", "hubungkan"], umpan="Lihat dulu.")
CASE = question(
    "kasus",
    cerita="Sebuah kasus.",
    bagian=[
        {"id": "a", "jenis": "benar-salah", "soal": "Satu.", "kunci": False, "umpan_salah": "Ya."},
        {"id": "b", "jenis": "pilihan-tunggal", "soal": "Dua.", "opsi": THREE},
    ],
)
SCALE = question("skala")


def best(q: Question) -> Any:
    return kind_of(q).best_values(q)


def score(q: Question, *values: Any) -> float:
    return kind_of(q).score(q, values)


def shown(q: Question, seed: int) -> list[str]:
    return [o.text for box in kind_of(q).view(q, seed).inputs for o in getattr(box, "options", ())]


def ids(q: Question) -> dict[str, str]:
    return {o.text: o.id for box in kind_of(q).view(q, 1).inputs for o in getattr(box, "options", ())}


def grave(q: Question) -> list[tuple[str | int, ...]]:
    return [flaw.key for flaw in check_question(q) if flaw.grave]


def advice(q: Question) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(str(flaw.message), flaw.key) for flaw in check_question(q) if not flaw.grave]


def test_several_right_counts_right_minus_wrong_over_right() -> None:
    id_ = ids(MANY)
    assert score(MANY, (id_["catat"],)) == 0.5
    assert score(MANY, (id_["catat"], id_["lapor"], id_["diam"])) == 0.5
    assert score(MANY, (id_["catat"], id_["diam"])) == 0.0
    assert score(MANY, (id_["diam"], id_["sebar"])) == 0.0
    assert score(MANY, tuple(id_.values())) == 0.0
    assert score(MANY, (id_["catat"], id_["catat"])) == 0.5


def test_matching_and_ordering_count_right_places() -> None:
    one, two, three = best(MATCH)
    assert score(MATCH, one, three, two) == pytest.approx(1 / 3)
    assert score(MATCH, one) == pytest.approx(1 / 3)
    first, second, third = best(ORDER)[0]
    assert score(ORDER, (second, first, third)) == pytest.approx(1 / 3)
    assert score(ORDER, (second, third, first)) == 0.0


def test_a_case_is_the_mean_of_its_parts() -> None:
    right_a, right_b = best(CASE)
    assert score(CASE, right_a, None) == 0.5
    assert score(CASE, None, right_b) == 0.5
    assert score(CASE, right_b, right_a) == 0.0


def test_every_kind_compiles_to_the_inputs_it_promises() -> None:
    def kinds(q: Question) -> list[type]:
        return [type(box) for box in kind_of(q).view(q, 3).inputs]

    assert kinds(ONE) == kinds(TRUE) == [PickOne]
    assert kinds(MANY) == [PickMany]
    assert kinds(MATCH) == [PickOne] * 3
    assert kinds(ORDER) == [Order]
    assert kinds(CASE) == [PickOne, PickOne]
    assert kinds(SCALE) == [Scale]


def test_case_shows_its_story_and_its_parts_as_prompts() -> None:
    view = kind_of(CASE).view(CASE, 3)
    assert view.story == "Sebuah kasus."
    assert [box.prompt for box in view.inputs] == ["Satu.", "Dua."]


def test_all_rows_of_a_match_offer_one_list() -> None:
    view = kind_of(MATCH).view(MATCH, 11)
    assert len({box.options for box in view.inputs if isinstance(box, PickOne)}) == 1
    assert [box.prompt for box in view.inputs] == ["a", "b", "c"]


def test_options_stay_where_the_author_put_them_when_acak_is_false() -> None:
    fixed = replace(ONE, shuffle=False)
    for seed in range(20):
        assert shown(fixed, seed) == ["catat", "diam", "sebar"]
        assert shown(TRUE, seed) == ["Benar", "Salah"]
    assert {tuple(shown(ONE, seed)) for seed in range(60)} == set(permutations(["catat", "diam", "sebar"]))


def test_steps_never_start_out_in_right_order_even_when_acak_is_false() -> None:
    for q in (ORDER, replace(ORDER, shuffle=False)):
        for seed in range(60):
            box = kind_of(q).view(q, seed).inputs[0]
            assert isinstance(box, Order)
            assert tuple(o.id for o in box.options) != best(q)[0]


def test_option_ids_follow_the_salt_and_not_the_wording() -> None:
    assert set(ids(ONE).values()).isdisjoint(ids(replace(ONE, salt="x")).values())
    reworded = question("pilihan-tunggal", opsi=[option("tulis", True), option("diam"), option("sebar")])
    assert set(ids(reworded).values()) == set(ids(ONE).values())


def test_feedback_answers_what_was_chosen() -> None:
    def said(q: Question, *values: Any) -> tuple[str, ...]:
        return kind_of(q).feedback(q, values)

    assert said(ONE, ids(ONE)["diam"]) == ("Tentang diam.",)
    assert said(ONE, None) == said(ONE) == ("",)
    assert said(MANY, (ids(MANY)["catat"], ids(MANY)["diam"])) == ("Tentang lapor.\nTentang diam.",)
    assert said(MANY, *best(MANY)) == ("Tentang catat.\nTentang lapor.",)
    assert said(MANY, ()) == ("",)
    assert said(TRUE, ids(TRUE)["Benar"]) == ("Tepat.",)
    assert said(TRUE, ids(TRUE)["Salah"]) == ("Baca lagi.",)
    assert said(MATCH, None, best(MATCH)[0]) == ("", "b 2", "")
    assert said(ORDER, best(ORDER)[0][::-1]) == ("Lihat dulu.",)
    assert said(ORDER) == ("",)
    assert said(CASE, best(CASE)[0], None) == ("Ya.", "")
    assert said(SCALE, 2) == ("",)


def test_a_scale_without_labels_asks_for_agreement() -> None:
    box = kind_of(SCALE).view(SCALE, 0).inputs[0]
    assert isinstance(box, Scale)
    assert box.labels[0] == "Sangat tidak setuju"
    assert len(box.labels) == 5


@pytest.mark.parametrize(
    ("jenis", "keys", "where"),
    [
        ("pilihan-tunggal", {"opsi": [option("a"), option("b"), option("c")]}, ("opsi",)),
        (
            "pilihan-tunggal",
            {"opsi": [option("a", True), option("b"), option("c", True)]},
            ("opsi", 2, "benar"),
        ),
        ("pilihan-tunggal", {"opsi": [option("a", True), option("b")]}, ("opsi",)),
        ("pilihan-tunggal", {"opsi": [option("a", True), option("B "), option("b.")]}, ("opsi", 2, "teks")),
        ("pilihan-ganda", {"opsi": [option("a", True), option("b"), option("c")]}, ("opsi",)),
        ("pilihan-ganda", {"opsi": [option(t, True) for t in "abc"]}, ("opsi",)),
        (
            "menjodohkan",
            {
                "pasang": [
                    {"kiri": "a", "kanan": "x", "umpan": "u"},
                    {"kiri": "b", "kanan": "y", "umpan": "u"},
                ]
            },
            ("pasang",),
        ),
        (
            "menjodohkan",
            {"pasang": [{"kiri": k, "kanan": v, "umpan": "u"} for k, v in ("ax", "by", "cx")]},
            ("pasang", 2, "kanan"),
        ),
        ("mengurutkan", {"urutan": ["a", "b"], "umpan": "u"}, ("urutan",)),
        ("mengurutkan", {"urutan": ["a", "b", "a"], "umpan": "u"}, ("urutan", 2)),
        ("kasus", {"cerita": "c", "bagian": []}, ("bagian",)),
        ("skala", {"tingkat": ["a", "b"]}, ("tingkat",)),
    ],
)
def test_a_question_that_cannot_be_scored_is_refused_at_its_key(
    jenis: str, keys: dict[str, Any], where: tuple[str | int, ...]
) -> None:
    assert grave(question(jenis, **keys)) == [where]


def test_flaws_of_a_part_are_found_inside_the_case() -> None:
    part = {"id": "a", "jenis": "pilihan-tunggal", "soal": "Apa?", "opsi": [option(t) for t in "abc"]}
    case = question("kasus", cerita="c", bagian=[part, part])
    assert grave(case) == [("bagian", 0, "opsi"), ("bagian", 1, "id"), ("bagian", 1, "opsi")]


@pytest.mark.parametrize(
    "text",
    [
        "Semua benar",
        "Semua jawaban di atas benar",
        "Semuanya salah",
        "Tidak ada yang benar",
        "A dan B benar",
        "Jawaban a dan c",
    ],
)
def test_options_that_speak_of_other_options_are_advised_against(text: str) -> None:
    q = question("pilihan-tunggal", opsi=[option("catat", True), option("diam"), option(text)])
    assert advice(q) == [("Hindari opsi seperti “semua benar”.", ("opsi", 2, "teks"))]


@pytest.mark.parametrize("text", ["Semua orang boleh tahu", "Tidak ada saksi", "Ibu dan bapak"])
def test_ordinary_options_are_left_alone(text: str) -> None:
    q = question("pilihan-tunggal", opsi=[option("catat", True), option("diam"), option(text)])
    assert advice(q) == []


def test_a_key_that_is_much_longer_is_advised_against() -> None:
    long = "catat waktu, akun dan alamatnya, lalu serahkan kepada petugas"
    q = question("pilihan-tunggal", opsi=[option("diam saja dulu"), option(long, True), option("sebar luas")])
    assert advice(q) == [("Kunci jauh lebih panjang daripada opsi lain.", ("opsi", 1, "teks"))]
    wrong = question("pilihan-tunggal", opsi=[option(long), option("catat", True), option("sebar luas")])
    assert advice(wrong) == []


def test_missing_feedback_is_advised_for_every_kind_that_is_scored() -> None:
    bare = [{"teks": "a", "benar": True}, {"teks": "b", "benar": False}, {"teks": "c", "benar": False}]
    assert [key for _m, key in advice(question("pilihan-tunggal", opsi=bare))] == [
        ("opsi", 0),
        ("opsi", 1),
        ("opsi", 2),
    ]
    assert [key for _m, key in advice(question("benar-salah", kunci=True))] == [
        ("umpan_benar",),
        ("umpan_salah",),
    ]
    assert [key for _m, key in advice(question("mengurutkan", urutan=["a", "b", "c"]))] == [("umpan",)]


@pytest.mark.parametrize(
    "stem",
    [
        "Manakah yang bukan hal yang tidak boleh dilakukan?",
        "Tindakan apa yang jangan pernah tidak dilakukan?",
    ],
)
def test_a_double_negative_is_advised_against(stem: str) -> None:
    q = replace(ONE, stem=stem)
    assert advice(q) == [("Soal memakai dua kata ingkar. Tulis dengan satu saja.", ("soal",))]


@pytest.mark.parametrize(
    "stem",
    [
        "Manakah yang tidak boleh dilakukan?",
        "Anak berkata: “Jangan bilang ibu, aku tidak mau.” Apa jawaban Anda?",
        "Ia tidak mau bicara. Apa yang tidak Anda lakukan?",
    ],
)
def test_one_negative_a_sentence_and_quoted_ones_are_left_alone(stem: str) -> None:
    assert advice(replace(ONE, stem=stem)) == []


def test_a_long_stem_is_advised_against_also_inside_a_case() -> None:
    long = "kata " * 26
    assert advice(replace(ONE, stem=long))[0][1] == ("soal",)
    assert advice(replace(ONE, stem="kata " * 25)) == []
    part = {
        "id": "a",
        "jenis": "benar-salah",
        "soal": long,
        "kunci": True,
        "umpan_benar": "u",
        "umpan_salah": "u",
    }
    assert [key for _m, key in advice(question("kasus", cerita="c", bagian=[part]))] == [
        ("bagian", 0, "soal")
    ]
