"""Every message of trouble says what happened, whether data is safe and what to do, in few words."""

from tests.catalogue import HANDED_ON, messages

MOST_WORDS = 35  # ux.md B9 41


def test_b9_41_every_message_has_three_parts():
    found = messages()
    assert len(found) > 80
    lacking = [m.where for m in found if not (m.what and m.data_safe and m.advice)]
    assert lacking == []


def test_b9_41_every_message_is_read_in_few_words():
    assert [f"{m.where}: {m.words()}" for m in messages() if m.words() > MOST_WORDS] == []


def test_b9_41_every_part_is_a_sentence():
    loose = [
        f"{message.where}: {wording}"
        for message in messages()
        for part in (message.what, message.data_safe, message.advice)
        for wording in part
        if wording != HANDED_ON and not wording.rstrip("”").endswith((".", "?", "!", "}", ":"))
    ]
    assert loose == []
