"""Forums to begin from: for each kind its usual name, how often it meets and what its agenda begins with (law D.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from types import MappingProxyType

from rundbord.partnership.rules.forums import Cadence
from rundbord.partnership.vocabulary import ForumKind, ItemKind, Rhythm

K, About, R = ForumKind, ItemKind, Rhythm
WORKDAYS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item that an agenda begins with."""

    title: str
    minutes: int
    kind: ItemKind = ItemKind.TOPIC


@dataclass(frozen=True, kw_only=True)
class Template:
    """What a forum of a kind usually is; every word of it can be changed."""

    purpose: str
    cadence: Cadence
    minutes: int
    items: tuple[Item, ...]
    starts_at: time = time(9, 0)
    has_individual_part: bool = False


def _item(title: str, minutes: int, kind: ItemKind = ItemKind.TOPIC) -> Item:
    return Item(title=title, minutes=minutes, kind=kind)


_MORNING = Template(
    purpose="Samme billede for alle, før dagen begynder: hvad er nyt, hvor er der uro, hvem går ud, og hvem gør hvad.",
    cadence=Cadence(rhythm=R.WEEKDAYS, weekdays=WORKDAYS),
    starts_at=time(8, 30),
    minutes=20,
    has_individual_part=True,
    items=(
        _item("Hvem har meldt ind", 1, About.REPORTING),
        _item("Nyt siden i går", 4, About.NEW),
        _item("Områderne", 3, About.AREAS),
        _item("Konflikter og spænding", 4, About.CONFLICTS),
        _item("Hvem går ud i dag", 3, About.OUTREACH),
        _item("Beslutninger: hvem gør hvad", 4, About.DECISIONS),
        _item("Hvad siger vi udad", 1, About.COMMUNICATION),
    ),
)
_JOINT_LEADERS = Template(
    purpose="Lederne af enhederne deler, hvordan det står til, beslutter og drøfter nye tiltag.",
    cadence=Cadence(rhythm=R.WEEKDAYS, weekdays=(2, 4)),
    minutes=60,
    has_individual_part=True,
    items=(
        _item("Billedet og udviklingen", 10, About.NEW),
        _item("Beslutninger over fristen", 10, About.OPEN_DECISIONS),
        _item("Kræfterne: vagter og folk", 10, About.OUTREACH),
        _item("Nye tiltag", 15, About.DECISIONS),
        _item("Individuel del", 10, About.INDIVIDUAL),
        _item("Hvad siger vi udad", 5, About.COMMUNICATION),
    ),
)
_COORDINATION = Template(
    purpose="At det, der bekymrer, når frem til den rette myndighed, og at noget bliver gjort.",
    cadence=Cadence(rhythm=R.WEEKS, weekdays=(1,)),
    minutes=60,
    has_individual_part=True,
    items=(
        _item("Hvem er til stede, og for hvad", 5),
        _item("Individuel del", 40, About.INDIVIDUAL),
        _item("Åbne beslutninger", 10, About.OPEN_DECISIONS),
        _item("Hvad lukker vi og sletter", 5),
    ),
)
_HAND_OVER = Template(
    purpose="Linjer uden navn vurderes én for én; kun det, en myndighed tager op, bliver givet videre.",
    cadence=Cadence(rhythm=R.WEEKS, weekdays=(3,)),
    minutes=45,
    has_individual_part=True,
    items=(
        _item("Hvem er til stede, og for hvad", 5),
        _item("Overlevering", 35, About.INDIVIDUAL),
        _item("Lukning", 5),
    ),
)
_LOCAL = Template(
    purpose="Årsplan og forebyggende aktiviteter i et lokalt område.",
    cadence=Cadence(rhythm=R.MONTHS),
    minutes=90,
    items=(
        _item("Årsplanen", 15),
        _item("Hvad vi ser i området", 20, About.AREAS),
        _item("Aktiviteter: hvad virkede", 20),
        _item("Ferier og begivenheder forude", 15),
        _item("Beslutninger", 15, About.DECISIONS),
    ),
)
_STEERING = Template(
    purpose="Retning, mål og midler for partnerskabet. Enkeltsager hører ikke til her.",
    cadence=Cadence(rhythm=R.YEARLY, every=4),
    minutes=120,
    items=(
        _item("Velkomst og opfølgning", 10, About.OPEN_DECISIONS),
        _item("Mål og måltal", 30),
        _item("Plan, parter og budget", 30),
        _item("Tilsyn: indsatser, log og fornyelser", 25),
        _item("Indstillinger og beslutninger", 15, About.DECISIONS),
        _item("Rapport til kredsråd og byråd", 10),
    ),
)
_BILATERAL = Template(
    purpose="To organisationer følger det, de har sammen.",
    cadence=Cadence(rhythm=R.WEEKS, weekdays=(4,)),
    minutes=45,
    items=(
        _item("Hvad må vi tale om: hjemmel", 5),
        _item("Fælles opgaver", 25, About.OPEN_DECISIONS),
        _item("Nye aftaler", 10, About.DECISIONS),
        _item("Næste gang", 5),
    ),
)
_HOUSING = Template(
    purpose="Boligorganisationer og myndigheder taler om områderne, aldrig om beboere.",
    cadence=Cadence(rhythm=R.MONTHS),
    minutes=60,
    items=(
        _item("Nyt fra områderne", 20, About.AREAS),
        _item("Lys, belægning, opgange og drift", 15),
        _item("Kommende aktiviteter", 10),
        _item("Aftaler", 15, About.DECISIONS),
    ),
)
_THEME = Template(
    purpose="Fælles viden om ét emne for medarbejdere i bolig- og ejendomsdrift.",
    cadence=Cadence(rhythm=R.WHEN_NEEDED),
    minutes=90,
    items=(_item("Emnet", 40), _item("Sådan melder man ind", 15), _item("Spørgsmål", 20), _item("Hvad tog vi med", 15)),
)
_FRONT_LINE = Template(
    purpose="Medarbejdere fra gaden, klubberne og politiet udveksler måder at arbejde på.",
    cadence=Cadence(rhythm=R.MONTHS),
    minutes=60,
    items=(
        _item("Hvad ser vi", 20, About.AREAS),
        _item("Måder at arbejde på", 25),
        _item("Aftaler", 15, About.DECISIONS),
    ),
)
_SAFETY_MEETING = Template(
    purpose="Beboere hører, hvad der gøres, og får svar. Ingen personer nævnes.",
    cadence=Cadence(rhythm=R.YEARLY, every=2),
    starts_at=time(19, 0),
    minutes=120,
    items=(
        _item("Velkommen: her nævner vi ingen", 10),
        _item("Politiet", 20),
        _item("Kommunen", 20),
        _item("Boligorganisationen", 15),
        _item("Samtale ved bordene", 30),
        _item("Det lover vi", 15, About.DECISIONS),
        _item("Hvornår hører I fra os", 10),
    ),
)
_PARENTS = Template(
    purpose="Forældre mødes og deler erfaringer. Hvem der kom, hører ikke til i nogen sag.",
    cadence=Cadence(rhythm=R.MONTHS),
    starts_at=time(19, 0),
    minutes=120,
    items=(_item("Velkommen", 15), _item("Aftenens emne", 60), _item("Erfaringer", 30), _item("Næste gang", 15)),
)
_SAFETY_WALK = Template(
    purpose="Beboere og ansvarlige går en tur og aftaler, hvad der skal ændres.",
    cadence=Cadence(rhythm=R.WHEN_NEEDED),
    starts_at=time(18, 0),
    minutes=120,
    items=(
        _item("Formøde: rute og roller", 20),
        _item("Turen", 60),
        _item("Anbefalinger og ansvar", 30, About.DECISIONS),
        _item("Hvornår melder vi tilbage", 10),
    ),
)

TEMPLATES: Mapping[ForumKind, Template] = MappingProxyType(
    {
        K.MORNING: _MORNING,
        K.JOINT_LEADERS: _JOINT_LEADERS,
        K.COORDINATION: _COORDINATION,
        K.HAND_OVER: _HAND_OVER,
        K.LOCAL: _LOCAL,
        K.STEERING: _STEERING,
        K.BILATERAL: _BILATERAL,
        K.HOUSING: _HOUSING,
        K.THEME: _THEME,
        K.FRONT_LINE: _FRONT_LINE,
        K.SAFETY_MEETING: _SAFETY_MEETING,
        K.PARENTS: _PARENTS,
        K.SAFETY_WALK: _SAFETY_WALK,
    }
)
