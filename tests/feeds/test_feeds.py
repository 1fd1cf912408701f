"""Sources from outside on screen: who sets them up, how they are doing, and that nobody else's are touched."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoAssertNumQueries

from rundbord.access.actor import system_of
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.feeds import actions, jobs
from rundbord.feeds.models import Feed, FeedItem
from rundbord.feeds.vocabulary import Failure, FeedKind
from rundbord.partnership.models import ReportingDuty
from rundbord.situation.models import Report
from rundbord.situation.queries.draft_sources import source_lines
from rundbord.situation.rules.period import Period
from rundbord.situation.vocabulary import EntryKind, Nature
from tests.database import as_owner
from tests.factories.outside import MESSAGES, Outside, Sent, rss
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.feeds.conftest import Clock, Round, SetUp, standing
from tests.logs import logged

_PUBLISHER = "Københavns Vestegns Politi"


def _jobs() -> int:
    with as_owner():
        return ProcrastinateJob.objects.filter(task_name="rundbord.feeds.fetch_feed").count()


def test_police_coordinator_and_secretary_choose_the_sources_and_nobody_else() -> None:
    choosing = {role for role in Role if Permission.EDIT_FEEDS in PERMISSIONS[role]}

    assert choosing == {Role.OFFICER, Role.COORDINATOR, Role.SECRETARY}


@pytest.mark.parametrize("who", ["officer", "coordinator", "secretary"])
def test_a_source_is_set_up_for_the_own_authority_and_seen_by_all_parties(
    who: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    user = getattr(vestegnen, who)

    client_of(user).post("/kilder/ny/", {"source": f"short_messages:{_PUBLISHER}"})

    with as_owner():
        feed = Feed.objects.get()
    assert feed.authority_id == user.authority_id
    assert logged(Event.FEED_SET_UP, about=feed)
    for reader in (vestegnen.herlev_case_worker, vestegnen.leader):
        assert _PUBLISHER in client_of(reader).get("/kilder/").content.decode()
    assert client_of(vestegnen.outsider).get(f"/kilder/{feed.pk}/").status_code == 404
    assert client_of(vestegnen.caretaker).get("/kilder/").status_code == 403


def test_the_form_says_what_is_missing_beside_the_field(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    none = client.post("/kilder/ny/", {"source": ""})
    wrong = client.post("/kilder/ny/", {"source": f"daily_reports:{_PUBLISHER}"})
    client.post("/kilder/ny/", {"source": f"short_messages:{_PUBLISHER}"})
    twice = client.post("/kilder/ny/", {"source": f"short_messages:{_PUBLISHER}"})

    assert all(answer.context["form"].errors["source"] for answer in (none, wrong))
    assert "allerede sat op" in str(twice.context["form"].errors["source"])
    with as_owner():
        assert Feed.objects.count() == 1


def test_only_its_own_authority_switches_a_source_or_orders_a_round(
    messages_feed: Feed, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    stranger = client_of(vestegnen.coordinator)

    page = stranger.get(f"/kilder/{messages_feed.pk}/").content.decode()
    answers = {stranger.post(f"/kilder/{messages_feed.pk}/{act}/").status_code for act in ("hent", "tilstand")}

    assert "Hent nu" not in page
    assert "Kun Vestegns" in page.replace("Vestegnens", "Vestegns")
    assert answers == {404}
    assert standing(messages_feed).is_on


def test_an_ordered_round_is_one_job_and_the_page_says_that_it_is_on_its_way(
    messages_feed: Feed, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)

    client.post(f"/kilder/{messages_feed.pk}/hent/")
    page = client.post(f"/kilder/{messages_feed.pk}/hent/", follow=True).content.decode()

    assert _jobs() == 1
    assert "Hentning er bestilt" in page
    assert logged(Event.FEED_ORDERED, about=messages_feed) == 2


def test_a_source_that_is_off_is_not_asked(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    client.post(f"/kilder/{messages_feed.pk}/tilstand/", {"state": "off"})

    asked_again(messages_feed)
    jobs.find_due(0)
    client.post(f"/kilder/{messages_feed.pk}/hent/")

    assert outside.asked == []
    assert _jobs() == 0
    assert "Slået fra" in client.get("/kilder/").content.decode()
    client.post(f"/kilder/{messages_feed.pk}/tilstand/", {"state": "on"})
    outside.says(MESSAGES, rss())
    assert asked_again(messages_feed).succeeded_at
    for event in (Event.FEED_SWITCHED_OFF, Event.FEED_SWITCHED_ON):
        assert logged(event, about=messages_feed) == 1


def test_the_worker_orders_what_is_due_in_the_name_of_each_authority(
    set_up: SetUp, clock: Clock, vestegnen: Vestegnen
) -> None:
    set_up(FeedKind.SHORT_MESSAGES)
    later = set_up(FeedKind.SHORT_MESSAGES, "Fyns Politi", who="coordinator")
    with as_owner():
        Feed.objects.filter(pk=later.pk).update(next_at=clock.now + timedelta(minutes=1))

    jobs.find_due(0)
    assert _jobs() == 1
    clock.passes(minutes=2)
    jobs.find_due(0)

    with as_owner():
        told = list(ProcrastinateJob.objects.filter(task_name="rundbord.feeds.fetch_feed").values_list("args", "lock"))
    assert {args["authority_id"] for args, _ in told} == {str(vestegnen.police.pk), str(vestegnen.gladsaxe.pk)}
    assert {lock for _, lock in told} == {f"feed:{args['feed_id']}" for args, _ in told}


def test_the_job_goes_the_round(messages_feed: Feed, outside: Outside, clock: Clock) -> None:
    outside.says(MESSAGES, rss(Sent("Uheld i Herlev", clock.now)))

    jobs.fetch_feed(
        authority_id=str(messages_feed.authority_id),
        partnership_id=str(messages_feed.partnership_id),
        feed_id=str(messages_feed.pk),
    )

    assert standing(messages_feed).succeeded_at == clock.now


def test_a_source_that_fails_says_why_and_when_it_is_asked_again(
    *,
    messages_feed: Feed,
    outside: Outside,
    asked_again: Round,
    clock: Clock,
    vestegnen: Vestegnen,
    client_of: ClientOf,
) -> None:
    outside.says(MESSAGES, status=503)
    waits = []
    for _ in range(8):
        feed = asked_again(messages_feed)
        waits.append((feed.next_at - clock.now) / timedelta(minutes=1))
        clock.now = feed.next_at

    page = client_of(vestegnen.leader).get("/kilder/").content.decode()

    assert waits == [5, 10, 20, 40, 80, 160, 240, 240]
    assert "Kilden svarede med en fejl (503)" in page
    assert "fejlet 8 gange i træk" in page
    assert "Svarer ikke" in page


def test_a_source_that_asks_for_peace_gets_it(
    messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock
) -> None:
    outside.says(MESSAGES, status=429, headers={"Retry-After": "7200"})

    assert asked_again(messages_feed).next_at == clock.now + timedelta(hours=2)


def test_a_source_that_heals_catches_up_and_says_so(
    *,
    messages_feed: Feed,
    outside: Outside,
    asked_again: Round,
    clock: Clock,
    vestegnen: Vestegnen,
    client_of: ClientOf,
) -> None:
    outside.says(MESSAGES, status=500)
    asked_again(messages_feed)
    sent_while_down = Sent("Uheld på Eksempelvej i Herlev", clock.now)
    clock.passes(hours=3)

    outside.says(MESSAGES, rss(sent_while_down))
    feed = asked_again(messages_feed)

    assert (feed.failures, feed.failure) == (0, Failure.REFUSED)
    with as_owner():
        assert Report.objects.filter(nature=Nature.INCIDENT).count() == 1
    page = client_of(vestegnen.leader).get("/kilder/").content.decode()
    assert "I orden" in page
    assert "Kilden svarede med en fejl (500)" in page


def test_without_an_address_the_screen_says_so_and_nothing_is_asked(
    messages_feed: Feed, outside: Outside, asked_again: Round, settings: object
) -> None:
    settings.SHORT_MESSAGES_URL = ""  # type: ignore[attr-defined]

    assert asked_again(messages_feed).failure == Failure.NO_ADDRESS
    assert outside.asked == []


def _picture_sources(vestegnen: Vestegnen, actor_of: ActorOf, now: datetime) -> list[tuple[str, str]]:
    with acting_for(actor_of(vestegnen.coordinator)):
        lines = source_lines(Period(starts_at=now - timedelta(days=1), ends_at=now))
    return [(line.kind, str(line.content["unit"])) for line in lines]


def test_a_silent_source_is_missing_in_the_picture_and_one_without_news_is_not(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    name = f"Kilde: Korte meldinger, {_PUBLISHER}"
    clock.now = timezone.make_aware(datetime(2026, 11, 21, 8, 0))
    outside.says(MESSAGES, status=500)
    asked_again(messages_feed)
    assert _picture_sources(vestegnen, actor_of, clock.now) == [(EntryKind.SOURCE_MISSING, name)]

    outside.says(MESSAGES, rss())
    asked_again(messages_feed)
    asked_again(messages_feed)

    assert _picture_sources(vestegnen, actor_of, clock.now) == [(EntryKind.SOURCE_RECEIVED, name)]
    with as_owner():
        assert Report.objects.filter(nature=Nature.NOTHING).count() == 1


def test_a_source_that_is_switched_off_is_not_missed(
    *, messages_feed: Feed, clock: Clock, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    clock.passes(days=2)

    client_of(vestegnen.officer).post(f"/kilder/{messages_feed.pk}/tilstand/", {"state": "off"})

    with as_owner():
        duty = ReportingDuty.objects.get(unit_id=messages_feed.unit_id)
    assert duty.ends_on == timezone.localdate() - timedelta(days=1)
    clock.passes(days=1)
    assert _picture_sources(vestegnen, actor_of, clock.now) == []


def test_a_source_does_not_speak_for_the_unit_whose_user_set_it_up(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock, vestegnen: Vestegnen
) -> None:
    outside.says(MESSAGES, rss(Sent("Uheld i Herlev", clock.now)))

    asked_again(messages_feed)

    with as_owner():
        assert not Report.objects.filter(unit=vestegnen.local_police).exists()


def test_numbers_of_items_are_forgotten_after_two_years(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock, vestegnen: Vestegnen
) -> None:
    outside.says(MESSAGES, rss(Sent("Uheld i Herlev", clock.now)))
    asked_again(messages_feed)
    clock.passes(days=700)
    jobs.forget_old_items(0)
    with as_owner():
        assert FeedItem.objects.count() == 1

    clock.passes(days=31)
    jobs.forget_old_items(0)

    with as_owner():
        assert FeedItem.objects.count() == 0


def test_another_authority_cannot_forget_ones_items(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock, vestegnen: Vestegnen
) -> None:
    outside.says(MESSAGES, rss(Sent("Uheld i Herlev", clock.now)))
    asked_again(messages_feed)
    clock.passes(days=800)
    herlev = system_of(vestegnen.herlev.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(herlev):
        assert actions.forget_items(by=herlev) == 0
        assert FeedItem.objects.count() == 1


def test_a_source_is_written_and_switched_by_its_own_authority_alone_whatever_the_program_tries(
    messages_feed: Feed, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    stolen = {field: getattr(messages_feed, field) for field in ("partnership_id", "unit_id", "set_up_at", "next_at")}

    with acting_for(coordinator):
        assert Feed.objects.filter(pk=messages_feed.pk).update(is_on=False) == 0
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Feed.objects.create(
                authority_id=vestegnen.police.pk, kind="short_messages", publisher="Fyns Politi", **stolen
            )
    with (
        acting_for(actor_of(vestegnen.officer)),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        Feed.objects.filter(pk=messages_feed.pk).update(authority_id=vestegnen.gladsaxe.pk)


def test_an_item_cannot_be_noted_in_another_authoritys_name(
    messages_feed: Feed, vestegnen: Vestegnen, actor_of: ActorOf, clock: Clock
) -> None:
    with (
        acting_for(actor_of(vestegnen.coordinator)),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        FeedItem.objects.create(
            partnership_id=messages_feed.partnership_id,
            authority_id=vestegnen.police.pk,
            feed=messages_feed,
            key="x",
            case_key="x",
            digest=b"x",
            published_at=clock.now,
            first_seen_at=clock.now,
            outcome="taken_in",
        )


def test_the_list_costs_the_same_however_many_sources_there_are(
    *,
    set_up: SetUp,
    vestegnen: Vestegnen,
    client_of: ClientOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for publisher in ("Fyns Politi", "Bornholms Politi", "Nordjyllands Politi", "Nordsjællands Politi"):
        set_up(FeedKind.SHORT_MESSAGES, publisher)
    client = client_of(vestegnen.coordinator)

    with django_assert_max_num_queries(16):
        page = client.get("/kilder/").content.decode()

    assert page.count("Ikke hentet endnu") == 4
