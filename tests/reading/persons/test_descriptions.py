"""Descriptions that single out a person are warned about; groups and things may be described."""

import pytest

from rundbord.reading.persons import FindingKind, Severity, findings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("En 15-årig stod alene ved søen.", FindingKind.AGE),
        ("En dreng på 12 var alene ude.", FindingKind.AGE),
        ("Hun er 14 år og løbet hjemmefra.", FindingKind.AGE),
        ("Unge i alderen 15-17 år samles her.", FindingKind.AGE_BAND),
        ("13-15-årige kaster med sten.", FindingKind.AGE_BAND),
        ("En fyr i sort hættetrøje delte poser ud.", FindingKind.LOOKS),
        ("Sælgeren er ca. 185 cm høj.", FindingKind.LOOKS),
        ("En somalisk dreng blev jaget væk.", FindingKind.ORIGIN),
        ("Gruppen bestod af tre polakker.", FindingKind.ORIGIN),
        ("Han talte dansk med accent.", FindingKind.ORIGIN),
        ("En mand fra Hadsten kom forbi.", FindingKind.HOME),
        ("Familien er fra Irak.", FindingKind.HOME),
        ("Drengen, som bor i blok 14, åbnede døren.", FindingKind.HOME),
        ("Hun er straffet for tyveri.", FindingKind.RECORD),
        ("Drengen har en betinget dom.", FindingKind.RECORD),
        ("Skolens viceinspektør så det.", FindingKind.JOB),
        ("Han mangler en finger.", FindingKind.LOOKS),
        ("Hans lillebror bar tasken.", FindingKind.FAMILY),
        ("Han er psykisk syg.", FindingKind.HEALTH),
        ("Han er kendt af politiet.", FindingKind.RECORD),
        ("Imamen har talt med dem.", FindingKind.JOB),
    ],
)
def test_a_description_of_a_person_is_warned_about(text: str, kind: FindingKind) -> None:
    found = findings(text)

    assert [(finding.kind, finding.severity) for finding in found] == [(kind, Severity.WARN)]


@pytest.mark.parametrize(
    "text",
    [
        "20 unge samledes ved stationen.",
        "En treårig aftale er underskrevet.",
        "Den italienske restaurant har åbent, og en polsk lastbil holdt der.",
        "Somalisk Forening holder kulturfest.",
        "Der blev fundet en sort jakke i gården.",
        "Natteravnene gik i gule jakker.",
        "Forældrene til eleverne mødes på skolen.",
        "Knivene var 20 cm lange.",
        "Psykiatrien og rusmiddelcentret deltager.",
        "Viceværten har lukket kælderen.",
        "Der mangler en skraldespand ved søen.",
        "Faren for flere sammenstød er lille.",
    ],
)
def test_groups_things_and_offers_may_be_described(text: str) -> None:
    found = findings(text)

    assert found == ()


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_explains_itself_in_danish(kind: FindingKind) -> None:
    explanation = kind.explanation

    assert kind.label[0].isupper()
    assert explanation.endswith(".")
    assert len(explanation.split()) >= 5
