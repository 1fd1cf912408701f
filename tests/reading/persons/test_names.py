"""Names of persons are warned about; what is only named after a person is not."""

import pytest

from rundbord.reading.persons import FindingKind, findings, suggested_wording

_NAMING = {FindingKind.NAME, FindingKind.NICKNAME, FindingKind.INITIALS}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ahmed stod ved kiosken.", "Ahmed"),
        ("Vi så abdirahman ved stationen.", "abdirahman"),
        ("Vi talte med Mette Prøvensen i går.", "Mette Prøvensen"),
        ("Personalet nævnte Thi Hoa Nguyen i går.", "Thi Hoa Nguyen"),
        ("I går var Rojda meget vred.", "Rojda"),
        ("Vi hjalp Agnieszka Nowak hjem.", "Agnieszka Nowak"),
        ("Vi talte længe med Sulejman Begović.", "Sulejman Begović"),
        ("De spurgte efter Aqqaluk.", "Aqqaluk"),
        ("Der er talt med Malthe om det.", "Malthe"),
        ("En ung kaldet Kanonen sælger lattergas.", "Kanonen"),
        ("Vi mødte Lille M ved bænkene.", "Lille M"),
        ("Det siges, at ”Tyren” er tilbage.", "”Tyren”"),
        ("Det handler igen om M.H. og vennerne.", "M.H."),
    ],
)
def test_a_person_is_recognised_by_name(text: str, name: str) -> None:
    found = findings(text)

    assert [(finding.words, finding.kind in _NAMING) for finding in found] == [(name, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Der var ro på H.C. Andersens Boulevard.",
        "Gadeteamet gik langs Hans Bojes Allé.",
        "På P.S. Krøyers Vej blev der skrevet på muren.",
        "Kong Hans Allé er spærret.",
        "Vi mødte en gruppe ved Marienlyst og en ved Mjølnerparken.",
        "Loyal to Familia og Hells Angels har holdt møde.",
        "Harald Nyborg og Netto melder om tyverier.",
        "Skolen på Niels Ebbesens Vej har lukket porten.",
        "Fem mødtes ved Emanuel Sejrs Gade/Ringvejen.",
        "Det sker tit på Sankt Hans aften i juni.",
        "Mandag i august var der ro i Ballerup, Herlev og Gladsaxe.",
        "Københavns Vestegns Politi sendte to patruljer.",
        "Han løb mod stationen, og per aften er der ro.",
    ],
)
def test_places_groups_and_organisations_may_be_named(text: str) -> None:
    found = findings(text)

    assert found == ()


def test_a_place_that_the_partnership_knows_is_no_person() -> None:
    text = "Der var uro ved Ali Hansen."

    found = findings(text, places={"Ali Hansen"})

    assert findings(text) != ()
    assert found == ()


def test_the_suggested_wording_names_nobody_and_stays_danish() -> None:
    text = "Ahmeds scooter blev brændt af ved Lyngvej 12."

    wording = suggested_wording(text)

    assert wording == "En persons scooter blev brændt af ved Lyngvej."
