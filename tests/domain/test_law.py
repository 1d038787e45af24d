"""One grammar for references to law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.law import LawReference


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("uu-12-2022/14/1/a", "Pasal 14 ayat (1) huruf a UU No. 12 Tahun 2022"),
        ("uu-11-2012/19/2", "Pasal 19 ayat (2) UU No. 11 Tahun 2012"),
        ("uu-1-2023/414", "Pasal 414 UU No. 1 Tahun 2023"),
        ("uu-1-2024/27A", "Pasal 27A UU No. 1 Tahun 2024"),
        ("perpres-87-2025/3", "Pasal 3 Perpres No. 87 Tahun 2025"),
        ("pp-17-2025/2/1", "Pasal 2 ayat (1) PP No. 17 Tahun 2025"),
        ("permen-komdigi-9-2026/5", "Pasal 5 Permen Komdigi No. 9 Tahun 2026"),
        ("uu-12-2022/6//a", "Pasal 6 huruf a UU No. 12 Tahun 2022"),
        ("uu-1-2024/II", "Pasal II UU No. 1 Tahun 2024"),
        ("putusan-mk-105-2024", "Putusan MK No. 105/PUU-XXII/2024"),
        ("putusan-mk-78-2023", "Putusan MK No. 78/PUU-XXI/2023"),
        ("kepmen-kominfo-522-2024", "Kepmen Kominfo No. 522 Tahun 2024"),
        ("peraturan-dewan-pers-1-2019", "Peraturan Dewan Pers No. 1 Tahun 2019"),
        ("pp-29-2025", "PP No. 29 Tahun 2025"),
    ],
)
def test_a_reference_reads_and_cites(text: str, citation: str) -> None:
    reference = LawReference.parse(text)
    assert str(reference) == text
    assert reference.citation == citation


@pytest.mark.parametrize(
    "text",
    [
        "",
        "uu-12-2022",
        "uu-12-2022/",
        "uu-12-2022/6//",
        "putusan-mk-105-2024/1",
        "UU-12-2022/14",
        "uu-12-22/14",
        "uu-012-2022/14",
        "uu-12-2022/14/a",
        "uu-12-2022/14/1/aa",
        "uu-12-2022/14/1/a/b",
        "uu-12-2022/14a",
        "perda-1-2020/3",
        "uu-12-2022/14 ",
        "uu-12-2022/14\n",
        "kuhp/414",
        "uu-1٢-2022/14",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        LawReference.parse(text)


@given(
    st.builds(
        LawReference,
        kind=st.sampled_from(["uu", "pp", "perpres", "perppu", "permen-sosial"]),
        number=st.integers(1, 9999),
        year=st.integers(1900, 2099),
        pasal=st.integers(1, 9999).map(str) | st.just("27A") | st.just("45B"),
        ayat=st.integers(1, 99).map(str) | st.just("1a"),
        huruf=st.sampled_from(["", "a", "z"]),
    )
)
def test_parse_undoes_writing(reference: LawReference) -> None:
    assert LawReference.parse(str(reference)) == reference
