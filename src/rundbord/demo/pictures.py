"""Fourteen published pictures, made by the ordinary actions on the working days before today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import OWNER, Founded
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.actions import edit_section, publish_picture
from rundbord.situation.actions.edit_section import SectionWords
from rundbord.situation.models import Picture
from rundbord.situation.queries.picture_periods import next_picture
from rundbord.situation.rules.period import PUBLISHED_BY, at_clock, is_working_day
from rundbord.situation.vocabulary import SectionKind

PICTURES = 14
# The partnership has published for years; these are the newest.
NUMBER_BEFORE = 216

_SUMMARIES = (
    "Roligt døgn. Gadeteamene har haft god kontakt i alle tre kommuner.",
    "Uro i boligområderne tidligt på aftenen. Ro efter klokken 23, da gadeteam og patrulje gik runden sammen.",
    "Flere indbrud mod vest. Der er intet mønster endnu, men vi følger det.",
    "Skolerne melder om færre episoder end i sidste uge. Stationerne er stadig samlingssted om aftenen.",
    "Travl weekend. De fleste hændelser ligger omkring stationerne og torvene.",
)
_PRIORITIES = (
    "Gadeteam i Værebro Park kl. 19–23. Politiet tager runden ved stationerne. Klubben holder åbent til kl. 22.",
    "Fælles gåtur i Hedeparken kl. 18. Boligselskabet ser på lyset ved stisystemet.",
    "SSP taler med skolerne om lattergas. Patruljen er synlig ved Søborg Hovedgade efter skoletid.",
)


def publish_history(founded: Founded) -> None:
    """Publish one picture for each of the last working days before today."""
    mornings = list(_mornings())
    before = _picture_before(founded, mornings[0] - timedelta(days=1))
    for position, morning in enumerate(mornings):
        _publish(founded, position, morning)
    Picture.objects.using(OWNER).filter(pk=before.pk).delete()
    _leave_one_notice(mornings[-1])


def _mornings() -> Iterator[datetime]:
    """Give the hours of publication, oldest first."""
    day = timezone.localdate()
    found: list[datetime] = []
    while len(found) < PICTURES:
        day -= timedelta(days=1)
        if is_working_day(day):
            found.append(at_clock(day, PUBLISHED_BY))
    return reversed(found)


def _picture_before(founded: Founded, ended_at: datetime) -> Picture:
    """Stand in for the years of pictures before, so that numbers and periods follow on."""
    return Picture.objects.using(OWNER).create(
        partnership=founded.partnership,
        authority=founded.authorities["Gladsaxe"],
        number=NUMBER_BEFORE,
        covers_from=ended_at - timedelta(days=1),
        covers_to=ended_at,
        started_at=ended_at,
        published_at=ended_at,
    )


def _leave_one_notice(morning: datetime) -> None:
    """Only the newest picture is news; the notices of the older ones were read long ago."""
    notices = Notice.objects.using(OWNER).filter(kind=NoticeKind.PICTURE_PUBLISHED)
    newest = reverse("situation:show_picture", args=[NUMBER_BEFORE + PICTURES])
    notices.exclude(path=newest).delete()
    notices.update(at=morning)


def _publish(founded: Founded, position: int, morning: datetime) -> None:
    coordinator = actor_named("koordinator@gladsaxe", founded)
    with acting_for(coordinator):
        number = next_picture(now=morning).number
        for kind, texts in ((SectionKind.SUMMARY, _SUMMARIES), (SectionKind.PRIORITIES, _PRIORITIES)):
            text = texts[position % len(texts)]
            words = SectionWords(kind=kind, audience=Audience.PARTIES, text=text, number=number, from_version=0)
            edit_section(words, by=coordinator)
        publish_picture(number=number, now=morning, by=coordinator)
