"""One line of a burglary list, read by itself."""

from datetime import date

import pytest

from rundbord.reading import FlagKind
from rundbord.reading.burglary_lines import read_burglary_line

PUBLISHED = date(2027, 1, 14)


@pytest.mark.parametrize(
    ("line", "place", "town"),
    [
        ("På Prøvevej i Egå begået onsdag den 13/1 kl. 10.00", "Prøvevej", "Egå"),
        ("På Prøvevej Aarhus N begået onsdag den 13/1 kl. 10.00", "Prøvevej", "Aarhus N"),
        (
            "På Prøvevej 8310 Tranbjerg Jylland sket mellem 11/01 kl. 15.00 og d. 12/01 kl. 12.00",
            "Prøvevej",
            "Tranbjerg J",
        ),
        ("Prøvevej 8230 Åbyhøj, sket mellem 11.01.2027 kl. 16.00 og 12.01.27 kl. 07.15", "Prøvevej", "Åbyhøj"),
        ("På Prøvevej i Stavtrup, Viby begået onsdag den 13/1 kl. 10.00", "Prøvevej", "Viby"),
        ("På Prøvevej i Følle ved Rønde begået onsdag den 13/1 kl. 10.00", "Prøvevej", "Følle"),
        ("På Ved Prøven i Hadsten begået onsdag den 13/1 kl. 10.00", "Ved Prøven", "Hadsten"),
        ("På Prøvevej 14 8270 Højbjerg begået onsdag den 13/1 kl. 10.00", "Prøvevej", "Højbjerg"),
        ("På Prøvevej begået onsdag den 13/1 kl. 10.00", "Prøvevej", None),
        ("Forsøg på indbrud på Prøvevej i Egå begået onsdag den 13/1 kl. 10.00", "Prøvevej", "Egå"),
        ("Onsdag den 13. januar kl. 10.00 på Prøvevej i 8270 Højbjerg", "Prøvevej", "Højbjerg"),
    ],
)
def test_street_and_town_are_read(line: str, place: str, town: str | None) -> None:
    read = read_burglary_line(line, PUBLISHED)

    assert (read.place, read.town) == (place, town)


def test_a_line_reported_but_not_dated_gives_only_the_report() -> None:
    read = read_burglary_line("På Prøvevej i Egå anmeldt onsdag den 13/1 kl. 10.00", PUBLISHED)

    assert read.times.start is None
    assert read.times.reported is not None


def test_an_unfinished_line_is_flagged() -> None:
    read = read_burglary_line("På Prøvevej i Højbjerg begået", PUBLISHED)

    assert [flag.kind for flag in read.flags] == [FlagKind.INCOMPLETE_TIME]


def test_every_field_of_a_line_points_to_its_words() -> None:
    line = "På Prøvevej i Egå begået mellem tirsdag den 12/1 kl. 08.00 og onsdag den 13/1 kl. 07.30"

    read = read_burglary_line(line, PUBLISHED)

    words = {name: [span.of(line) for span in spans] for name, spans in read.evidence.items()}
    assert words == {
        "place": ["Prøvevej"],
        "town": ["Egå"],
        "start": ["tirsdag", "den 12/1", "kl. 08.00"],
        "end": ["onsdag", "den 13/1", "kl. 07.30"],
    }
