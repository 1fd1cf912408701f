"""What is stopped before saving: numbers that lead to one person."""

import pytest

from rundbord.reading.persons import FindingKind, Severity, findings


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Hans nummer er 010190-1234.", FindingKind.CPR, "010190-1234"),
        ("Hans nummer er 010190 1234.", FindingKind.CPR, "010190 1234"),
        ("Hans nummer er 0101901234.", FindingKind.CPR, "0101901234"),
        ("Ring på 20 30 40 50 i aften.", FindingKind.PHONE, "20 30 40 50"),
        ("Ring på 2030 4050 i aften.", FindingKind.PHONE, "2030 4050"),
        ("Ring på +45 20304050 i aften.", FindingKind.PHONE, "+45 20304050"),
        ("Ring på 004520304050 i aften.", FindingKind.PHONE, "004520304050"),
        ("Skriv til prøve@eksempel.dk i dag.", FindingKind.EMAIL, "prøve@eksempel.dk"),
        ("Bilen AB 12 345 holdt der.", FindingKind.PLATE, "AB 12 345"),
        ("Bilen AB12345 holdt der.", FindingKind.PLATE, "AB12345"),
        ("Registreringsnummer KONGEN1 blev set.", FindingKind.PLATE, "KONGEN1"),
        ("En bil med nummerplade HH-AB 1234 holdt der.", FindingKind.PLATE, "HH-AB 1234"),
        ("Uro ved Lyngvej 12 i nat.", FindingKind.HOUSE_NUMBER, " 12"),
        ("Uro ved Lyngvej 12A, 3. tv. i nat.", FindingKind.HOUSE_NUMBER, " 12A, 3. tv."),
        ("Uro ved Lyngvej nr. 12 i nat.", FindingKind.HOUSE_NUMBER, " nr. 12"),
        ("Uro ved P.S. Krøyers Vej 4 i nat.", FindingKind.HOUSE_NUMBER, " 4"),
        ("De står ud for nummer 7 på vejen.", FindingKind.HOUSE_NUMBER, " nummer 7"),
    ],
)
def test_a_number_that_leads_to_one_person_is_stopped(text: str, kind: FindingKind, words: str) -> None:
    found = findings(text)

    assert [(finding.kind, finding.severity, finding.words) for finding in found] == [(kind, Severity.STOP, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Situationsbillede nr. 231 er udsendt.",
        "Bus 200S kørte forbi kl. 1030.",
        "Mellem kl. 1030-1115 var der ro.",
        "Skaden er på 12.500 kr.",
        "Perioden 2019-2024 er gjort op.",
        "Sag 12345678 er lukket.",
        "Fredag d. 13/1-2019 kl. 02.33 var der ro.",
        "2750 Ballerup og 2730 Herlev er med.",
        "På Skovlunde Byvej 12 unge, som hørte musik.",
        "Herlev Hovedgade 22.30: roligt.",
        "Trafikken på E45 og Ringvej 3 gik i stå.",
        "Containeren ved blok 12 er brændt af.",
    ],
)
def test_other_figures_are_not_stopped(text: str) -> None:
    found = findings(text)

    assert found == ()
