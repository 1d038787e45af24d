"""Slides of a module: its sections, and what a slide asks for."""

from bimtek.content.library import Library
from bimtek.domain.blocks import Callout, Columns, Paragraph, Span, Video
from bimtek.domain.module import Section, Slide, sections
from bimtek.host.paths import shipped_modules

TALK = Callout("diskusi", "Berdua", (Paragraph((Span("Apa kata Anda?"),)),))


def slide(name, file="", section="", minutes=None):
    return Slide(id=name, title=(Span(name),), file=file, section=section, minutes=minutes)


def test_a_section_begins_with_another_file_or_where_the_author_says():
    slides = [
        slide("Awal", "1.md", minutes=2),
        slide("Lagi", "1.md", minutes=3),
        slide("Kata", "1.md", "Kata yang menjaga"),
        slide("Akhir", "2.md", minutes=4),
    ]
    assert sections(slides) == (
        Section("Awal", 0, 2, 5),
        Section("Kata yang menjaga", 2, 1, 0),
        Section("Akhir", 3, 1, 4),
    )


def test_sections_of_the_shipped_module_hold_every_slide_and_minute_once():
    found = Library([shipped_modules()]).module("memahami-ocsea")
    parts = sections(found.slides)
    assert [part.title for part in parts][:3] == ["Pembuka", "Apa itu OCSEA", "Lima bentuk"]
    assert sum(part.count for part in parts) == len(found.slides)
    assert sum(part.minutes for part in parts) == found.minutes


def test_a_slide_knows_whether_people_talk_and_what_it_plays():
    film = Video("media/a.mp4", "Cerita", ())
    assert Slide(id="a", blocks=(Columns(((TALK,), ())),)).asks
    assert not Slide(id="a", blocks=(Callout("penting", "", ()),)).asks
    assert Slide(id="a", blocks=(film,)).video is film
    assert Slide(id="a").video is None
    assert film.captions == ("media/a.id.vtt", "media/a.id.srt", "media/a.vtt", "media/a.srt")
