"""An invented police report: two incidents, a person to mask, a weekday that contradicts its date."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.partnership.models import AreaStreet
from rundbord.partnership.rules import street_key
from rundbord.situation import actions
from rundbord.situation.models import ReadIncident, SourceText
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen

PUBLISHED = date(2026, 11, 20)
TEXT = """Døgnrapport fra Vestegnens Politi

Indbrud i villa på Eksempelvej i Herlev
Torsdag mellem kl. 18.00 og kl. 22.30 blev der begået indbrud i en villa på Eksempelvej i Herlev. En 47-årig mand
fra Herlev så to personer i mørke jakker løbe fra stedet. Terrassedøren var brudt op.

Slagsmål ved stationen i Ballerup
Lørdag den 19. november kl. 23.15 anmeldte flere et slagsmål mellem to grupper ved stationen i Ballerup. Grupperne var
væk, da patruljen kom frem.
"""
INTERNAL = TEXT + "\nSigtet: Anders Eksempelsen, 010190-1234. Afhørt: Birgit Eksempelsen og Carl Eksempelsen.\n"


@pytest.fixture
def received(vestegnen: Vestegnen, actor_of: ActorOf, on_the_day: None) -> SourceText:
    """The report as an officer took it in."""
    with as_owner():
        AreaStreet.objects.create(
            partnership=vestegnen.partnership, area=vestegnen.park, key=street_key("Eksempelvej"), name="Eksempelvej"
        )
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        return actions.receive_source_text(TEXT, name="Døgnrapport 20.11.2026", published_on=PUBLISHED, by=officer)


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Publication days are judged against this day, whenever the tests run."""
    moment = timezone.make_aware(datetime(2026, 11, 20, 9, 0))
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def read_incidents() -> list[ReadIncident]:
    """Give every incident read, in the order of the text, whoever may see it."""
    with as_owner():
        return list(ReadIncident.objects.select_related("report__area").order_by("position"))
