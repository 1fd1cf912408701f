"""A report may come as text, web page or e-mail file, in any Danish encoding; what is none is refused in Danish."""

import quopri

import pytest

from rundbord.reading import Unreadable, plain_text
from rundbord.reading.source import document_of

STORY = "Hærværk på Åboulevarden\n\nLørdag kl. 03.10 blev en rude knust på en café i Århus."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_danish_letters_survive_every_usual_encoding(encoding: str) -> None:
    text = plain_text(STORY.encode(encoding))

    assert text == STORY


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_an_email_file_gives_its_body(charset: str) -> None:
    head = f"From: vagt@example.dk\nSubject: Rapport\nContent-Type: text/plain; charset={charset}\n"
    coding = "Content-Transfer-Encoding: quoted-printable\n\n"
    mail = (head + coding).encode() + quopri.encodestring(STORY.encode(charset))

    text = plain_text(mail)

    assert text == STORY


def test_an_email_with_only_html_gives_the_text_of_it() -> None:
    head = b"From: a@example.dk\nTo: b@example.dk\nContent-Type: text/html; charset=utf-8\n\n"
    mail = head + b"<h2>Brand</h2><p>Ild i skur.</p>"

    text = plain_text(mail)

    assert text == "Brand\n\nIld i skur."


def test_lines_that_a_mail_program_broke_are_joined() -> None:
    lines = (
        "Lørdag kl. 14.05 blev en cykel stjålet foran en forretning på Prøvegade i\n"
        "Odder. Ejeren havde låst den, og låsen lå klippet over på jorden, da han\n"
        "kom tilbage. Et vidne havde set to unge mænd forlade stedet på cyklen og\n"
        "køre mod havnen. Politiet vil gerne høre fra andre, der har set noget til\n"
        "cyklen, som er sort.\n"
    )

    text = plain_text(lines)

    assert "Prøvegade i Odder. Ejeren" in text
    assert "\n" not in text


def test_headings_bullets_and_hard_spaces_of_a_web_page_become_plain_lines() -> None:
    headings = "<h2></h2><h2><strong>\nIndbrud</strong></h2>"
    page = f"{headings}<p>Kl.&nbsp;10</p><ul><li>P&aring; Pr&oslash;vevej</li></ul><p>**</p>"

    document = document_of(page)

    assert document.text == "Indbrud\n\nKl. 10\n\n- På Prøvevej\n\n**"
    assert document.marked_headings == {0}


def test_a_heading_that_ran_into_the_text_gets_its_own_line() -> None:
    text = plain_text("Ild i skur blev slukket. Brand i villa Søndag kl. 20.49 opstod der brand på Prøvevej.")

    assert text.split("\n") == [
        "Ild i skur blev slukket.",
        "Brand i villa",
        "Søndag kl. 20.49 opstod der brand på Prøvevej.",
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"%PDF-1.7 ...", "ikke en tekstfil"),
        (bytes(range(1, 32)) * 20, "ikke læsbar tekst"),
        ("   \n\n ", "ingen tekst"),
        ("a" * 2_000_001, "for lang"),
        (b"x" * 2_000_001, "for stor"),
        (b"From: a@example.dk\nTo: b@example.dk\nContent-Type: application/pdf\n\nabc", "ingen læsbar tekst"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_danish_reason(source: str | bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        plain_text(source)

    assert reason in refusal.value.reason
