"""What nobody would call a report is refused, or read in about the time of an ordinary report of that size.

Times are the processor's, compared with those of ordinary words in the same test, so that a busy machine tells nothing.
"""

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest

from rundbord.reading import Unreadable, plain_text, published_in, read_report
from rundbord.reading.persons import findings, masked
from rundbord.reading.source import document_of
from rundbord.reading.source.tidying import LONGEST_TEXT
from tests.sampling import sampled

PUBLISHED = date(2027, 1, 14)
ORDINARY = "Lørdag kl. 12.30 skete der hærværk på Prøvevej i Odder, og en rude blev knust.\n"
OPENED = "<html><body><p>Lørdag kl. 10 skete der hærværk på Prøvevej i Odder.</p>"
MAIL = b"From: a@example.dk\r\nTo: b@example.dk\r\nMIME-Version: 1.0\r\n"
SLACK = 1.0
"""Seconds that any reading may take, and that no hang stays below."""


def _seconds(act: Callable[[], object]) -> float:
    """Give the processor's seconds, without those that looking through the rubbish of all tests before would take."""
    gc.disable()
    started = time.process_time()
    try:
        with suppress(Unreadable):
            act()
        return time.process_time() - started
    finally:
        gc.enable()


def _read(source: str | bytes) -> Callable[[], object]:
    return lambda: read_report(source, published=PUBLISHED)


def _filled(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.fixture(scope="module")
def ordinary_seconds() -> float:
    """What the longest report of ordinary words takes."""
    _seconds(_read(ORDINARY))
    return _seconds(_read(_filled(ORDINARY, LONGEST_TEXT - 100)))


@pytest.mark.parametrize("source", ["A" * 5_000, "Lørdag kl. 10 skete der hærværk. " * 4_000, "Aa | Bb | Cc\n" * 2_000])
def test_an_endless_word_text_or_list_is_refused_with_what_to_do(source: str) -> None:
    with pytest.raises(Unreadable, match=r"for lang"):
        read_report(source, published=PUBLISHED)


@pytest.mark.parametrize(
    "unit",
    sampled(
        [
            *("a" * 118 + " ", "A" * 118 + " ", "Ø" * 118 + " ", "1" * 118 + " ", "-" * 60 + " ", '"' * 60 + " "),
            *("A." * 58 + " ", "a-" * 58 + " ", "a@" * 58 + " ", "a." * 58 + " ", "'A" * 58 + " ", "A. ", "A ", "1 "),
            *(
                "kl. 12.30 ",
                "Søndag kl. 12 ",
                "den 1. januar ",
                "1/1 ",
                "lørdag ",
                "mellem kl. 10 og ",
                "fra kl. 10 til ",
            ),
            *("Prøvevej ", "Aa/", "krydset Aa ", "i Aarhus ", "og Aa ", "stjålet ", "sort, ", "27-, ", "Jens Jensen "),
            *("a | b | ", "a | b | c\n", "a\n", "Indbrud\n\n", "• a ", "** a ", "a\tb\tc\n", "? ", "(Å ", "1. th "),
        ],
        every=6,
    ),
)
def test_the_same_signs_over_and_over_take_no_longer_than_ordinary_words(unit: str, ordinary_seconds: float) -> None:
    taken = _seconds(_read("Prøverapport\n" + _filled(unit, LONGEST_TEXT - 100)))

    assert taken < SLACK + 3 * ordinary_seconds


@pytest.mark.parametrize(
    "unit",
    sampled(
        [
            "<a ",
            "<!--",
            "</",
            '<a a="',
            '<a ">" ',
            "<?",
            "<!",
            "<![",
            "<div>",
            "<div",
            "<script>",
            "<script",
            "<a/",
            "&#",
            "<td>",
        ],
        every=5,
    ),
)
def test_web_pages_that_never_close_what_they_open_take_no_longer_than_closed_ones(unit: str) -> None:
    closed = _seconds(_read(OPENED + _filled("<p>a <b>b</b></p>", 400_000)))

    taken = _seconds(_read(OPENED + _filled(unit, 400_000)))

    assert taken < SLACK + 3 * closed


def _nested(kind: str, depth: int) -> bytes:
    return b"".join(f"Content-Type: {kind}; boundary=b{i}\r\n\r\n--b{i}\r\n".encode() for i in range(depth))


@pytest.mark.parametrize(
    "rest",
    [
        b"Content-Type: text/plain; " + b"a*0*=x;" * 20_000,
        b"Content-Type: text/plain;\r\n" + b" a*0*=x;\r\n" * 20_000,
        b"Content-Transfer-Encoding: " + b"a;" * 400_000,
        b"Content-Disposition: " + b"a*0*=x;" * 20_000,
        b"X-A: " + b"=?utf-8?q?a?= " * 100_000,
        b"Content-Type: text/plain\r\n" * 50_000,
        _nested("multipart/mixed", 900),
        _nested("multipart/alternative", 300) + b"Content-Type: text/plain\r\n\r\n" + b"hej\r\n" * 300_000,
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nhej\r\n" * 100_000,
    ],
    ids=[
        "continued",
        "folded",
        "encoding",
        "disposition",
        "words",
        "types",
        "parts in parts",
        "deep body",
        "many parts",
    ],
)
def test_mails_built_for_delay_take_no_longer_than_a_long_one(rest: bytes) -> None:
    long = _seconds(_read(MAIL + b"\r\n" + ORDINARY.encode() * 400))

    assert _seconds(_read(MAIL + rest + b"\r\n\r\nhej")) < SLACK + 3 * long
    assert _seconds(lambda: published_in(MAIL + rest + b"\r\n\r\nhej")) < SLACK + 3 * long


@pytest.mark.parametrize(
    "unit",
    sampled(
        [
            *(
                "a",
                "A",
                "1",
                " ",
                "\n",
                "-",
                '"',
                "'A",
                "A.",
                "A-",
                "A ",
                "www.A",
                "a.A",
                "a@",
                "ny ",
                "og ",
                "'AAAAAAAA",
            ),
            *(
                "iført en sort ",
                ", har et par for stor ",
                "27-, ",
                ".penisA",
                "AA11",
                "Jens ",
                "1 år, ",
                "ar i ",
                "på 1",
            ),
        ],
        every=5,
    ),
)
def test_the_person_guard_is_not_slowed_by_the_shape_of_what_is_typed(unit: str) -> None:
    ordinary = _seconds(lambda: findings(_filled(ORDINARY, 20_000)))

    assert _seconds(lambda: findings(_filled(unit, 20_000))) < SLACK + 5 * ordinary
    assert _seconds(lambda: masked(_filled(unit, 8_000), strictest=True)) < SLACK + 5 * ordinary


@pytest.mark.parametrize("hidden", ["a" * 6_000, " " * 6_000, "-" * 6_000, "Der skete intet. " * 700])
def test_the_person_guard_finds_a_number_behind_any_filling(hidden: str) -> None:
    text = f"{hidden} 010101-1234 {hidden}"

    [found] = [each for each in findings(text) if each.kind == "cpr"]

    assert text[found.span.start : found.span.end] == found.words == "010101-1234"


def test_a_long_text_is_masked_as_a_short_one_and_told_back_to_its_own_letters() -> None:
    line = "En 27-årig mand blev anholdt.\n"

    result = masked(line * 400)

    assert result.text == masked(line).text * 400
    assert [each.words for each in result.findings] == [each.words for each in masked(line).findings] * 400
    assert all((line * 400)[slice(*each.span)] == each.words for each in result.findings)


def test_a_comment_or_tag_that_is_never_closed_hides_nothing_of_the_report() -> None:
    page = '<p>Indbrud</p><!-- <p>Lørdag kl. 10</p><a title="x>Odder</a><p>Tyveri</p>'

    assert plain_text(page).split() == ["Indbrud", "Lørdag", "kl.", "10", "Odder", "Tyveri"]


def test_signs_that_cannot_be_letters_are_left_out_of_a_page() -> None:
    page = f"<p>Hærværk &#{'9' * 9000}; &#xd800; &#0; p\u202eå \ud800Prøvevej</p><p>x &amp; y &lt;b&gt;</p>"

    text = plain_text(page)

    assert "på Prøvevej" in text
    assert "x & y <b>" in text
    text.encode()


def test_script_and_style_are_no_words_of_the_report() -> None:
    page = "<style>p {}</style><p>Brand</p><script>if (a < b) document.write('<p>Nej</p>')</script><p>Tyveri</p>"

    assert plain_text(page).split() == ["Brand", "Tyveri"]


def test_a_long_link_and_a_long_rule_do_not_keep_a_report_from_being_read() -> None:
    text = plain_text(f"Hærværk\nSe https://example.dk/{'a' * 700} her\n{'=' * 300}\nTyveri i Odder")

    assert "https://example.dk/… her" in text
    assert "Tyveri i Odder" in text


def test_an_endless_line_is_broken_where_a_sentence_ends() -> None:
    lines = document_of("Der skete intet i Odder. " * 300).lines

    assert all(line.text.endswith(".") and len(line.text) <= 2_000 for line in lines)
    assert len(lines) > 1
