"""What nobody would call a report is refused or read in reasonable time, never a hang."""

import time
from datetime import date

import pytest

from rundbord.reading import Unreadable, read_report

PUBLISHED = date(2027, 1, 14)


@pytest.mark.parametrize("source", ["A" * 5_000, "Lørdag kl. 10 skete der hærværk. " * 4_000])
def test_an_endless_word_and_an_endless_text_are_refused(source: str) -> None:
    with pytest.raises(Unreadable, match="for lang"):
        read_report(source, published=PUBLISHED)


@pytest.mark.parametrize("words", ["Prøvevej ", "i Aarhus ", "12.30 og ", "stjålet ", "| a | Prøve "])
def test_the_same_words_over_and_over_are_read_in_reasonable_time(words: str) -> None:
    started = time.monotonic()

    read_report(words * 2_000, published=PUBLISHED)

    assert time.monotonic() - started < 10
