"""Two invented press reports of the police, taken in by the ordinary action: one released, one that waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.situation.actions import receive_source_text, release_source_text

_OFFICER = "betjent@vestegnen"
_DISTRICT = "Københavns Vestegns Politi"


@dataclass(frozen=True, kw_only=True)
class DailyReport:
    """One report as the police would publish it; `{before}` is the evening before, as a Danish date."""

    published_ago: int
    is_released: bool
    text: str


DAILY_REPORTS = (
    DailyReport(
        published_ago=1,
        is_released=True,
        text="""Døgnrapport fra {district}

Indbrud i villa i Skovlunde
I går mellem kl. 08.15 og kl. 15.40 er der begået indbrud i en villa på Bybjergvej i Skovlunde. Gerningsmanden kom ind ad et vindue mod haven. Smykker er stjålet.

Spirituskørsel i Ballerup
I går kl. 23.25 blev en 44-årig mand fra Ballerup standset på Måløv Byvej i Ballerup. Han blev sigtet for at føre bil i påvirket tilstand.

Hærværk mod busstoppested i Herlev
Den {before} kl. 21.10 modtog politiet en anmeldelse om, at glasset i et busstoppested på Herlev Hovedgade i Herlev var knust. Ingen kom til skade.
""",
    ),
    DailyReport(
        published_ago=0,
        is_released=False,
        text="""Døgnrapport fra {district}

Røveriforsøg på station i Herlev
I går kl. 22.05 blev en 16-årig dreng fra Herlev truet med en kniv på Stationsalleen i Herlev. To unge i mørkt tøj ville have hans telefon, men løb fra stedet, da et tog kørte ind.

Brand i container i Gladsaxe
I går kl. 23.40 blev der sat ild til en container på Høje Gladsaxe Torv i Gladsaxe. Brandvæsenet slukkede ilden, før den nåede bygningen.

Indbrud i kælderrum i Ballerup
I går mellem kl. 17.00 og kl. 21.30 er der begået indbrud i fire kælderrum på Platanbuen 12 i Ballerup. En cykel og værktøj er stjålet.

Uheld i Buddinge
I går kl. 19.15 stødte to biler sammen i krydset mellem Buddinge Hovedgade og Søborg Hovedgade i Søborg. Ingen kom alvorligt til skade.
""",
    ),
)


def receive_daily_reports(founded: Founded) -> None:
    """Let the officer paste both, and release the older one, so that its incidents wait in the inbox."""
    officer = actor_named(_OFFICER, founded)
    today = timezone.localdate()
    for daily in DAILY_REPORTS:
        published_on = today - timedelta(days=daily.published_ago)
        with acting_for(officer):
            source = receive_source_text(
                text_of(daily, today),
                name=f"Døgnrapport {published_on.day}/{published_on.month}",
                published_on=published_on,
                district=_DISTRICT,
                by=officer,
            )
            if daily.is_released:
                release_source_text(source, by=officer)


def text_of(daily: DailyReport, today: date) -> str:
    """Give the report as it reads when published that many days before `today`."""
    before = today - timedelta(days=daily.published_ago + 1)
    return daily.text.format(district=_DISTRICT, before=f"{before.day}/{before.month}")
