"""Short messages — korte meldinger: one case, one report, however the source sends them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.feeds.actions import take_in_message
from rundbord.feeds.models import Feed, FeedItem
from rundbord.feeds.rules.items import Item
from rundbord.feeds.vocabulary import Failure, ItemOutcome
from rundbord.notices.models import Notice
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions as situation
from rundbord.situation.models import Incident, ReadIncident, Report, SourceText
from rundbord.situation.vocabulary import Category, Nature
from tests.database import as_owner
from tests.factories.outside import MESSAGES, Outside, Sent, rss
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.feeds.conftest import Clock, Round, masking_misses_a_word, module_of

SHOTS = "Vi er til stede på Bybjergvej i Skovlunde efter anmeldelse om skyderi. Mere følger"
ARRESTED = "Tre personer er anholdt efter skyderiet på Bybjergvej i Skovlunde"
CALM = "Der er ro på Bybjergvej igen. Politiet er til stede hele aftenen"


def at(hour: int, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime(2026, 11, 20, hour, minute))


def told() -> list[Report]:
    """Give what was reported, whoever may read it; signs of life left aside."""
    with as_owner():
        return list(Report.objects.exclude(nature=Nature.NOTHING).order_by("created_at", "id"))


def items() -> list[FeedItem]:
    with as_owner():
        return list(FeedItem.objects.order_by("first_seen_at", "published_at", "id"))


def test_a_message_becomes_a_masked_report_that_the_parties_read(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    outside.says(MESSAGES, rss(Sent("46-årig mand fra Herlev er sigtet for røveri på Eksempelvej i Herlev", at(8, 41))))

    feed = asked_again(messages_feed)

    with acting_for(actor_of(vestegnen.coordinator)):
        report = Report.objects.get(nature=Nature.INCIDENT)
    assert "46-årig" not in report.text + report.heading
    assert (report.category, report.town) == (Category.ROBBERY, "Herlev")
    assert timezone.localtime(report.reported_at).strftime("%d/%m %H.%M") == "20/11 08.41"
    assert report.starts_at is None
    assert report.audience == Audience.PARTIES
    assert (report.authority_id, report.unit_id) == (vestegnen.police.pk, feed.unit_id)
    assert outside.asked[0].query == {"publisherId": ["90718"]}
    assert (feed.failures, feed.succeeded_at is not None) == (0, True)


def test_the_original_is_kept_by_its_own_authority_for_fourteen_days(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41))))

    asked_again(messages_feed)

    with acting_for(actor_of(vestegnen.officer)):
        source = SourceText.objects.get()
    with acting_for(actor_of(vestegnen.coordinator)):
        assert not SourceText.objects.exists()
    assert source.text == f"20.11.2026 kl. 08.41: {SHOTS}"
    assert source.delete_at - source.received_at == timedelta(days=14)


def test_a_message_that_still_points_at_a_person_waits_for_an_officer(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    # As if masking had missed something: what stops is asked of the masked words.
    outside.says(MESSAGES, rss(Sent("Røveri på Herlev Hovedgade. Gerningsmanden kaldes Lynet", at(8, 41))))
    with masking_misses_a_word():
        asked_again(messages_feed)

    report = told()[0]
    assert report.audience == Audience.AUTHORITY
    assert [each.outcome for each in items()] == [ItemOutcome.WAITING]
    with as_owner():
        notice = Notice.objects.get()
        source = SourceText.objects.get()
    assert (notice.role, notice.recipient_id) == ("officer", vestegnen.police.pk)
    client_of(vestegnen.officer).post(f"/doegnrapporter/{source.pk}/", {"act": "all"})
    assert told()[0].audience == Audience.PARTIES


def test_updates_of_a_case_are_changes_of_its_one_report(
    messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41))))
    asked_again(messages_feed)
    clock.passes(minutes=30)

    outside.says(MESSAGES, rss(Sent(ARRESTED, at(9, 10)), Sent(SHOTS, at(8, 41))))
    asked_again(messages_feed)

    report = told()
    assert len(report) == 1
    assert report[0].text.splitlines() == [SHOTS, f"Opdatering kl. 09.10: {ARRESTED}"]
    assert report[0].changed_at == clock.now
    assert [each.outcome for each in items()] == [ItemOutcome.TAKEN_IN, ItemOutcome.TAKEN_IN]


def test_the_coordinator_who_kept_the_case_is_told_that_it_went_on(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, actor_of: ActorOf, clock: Clock
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41))))
    asked_again(messages_feed)
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        situation.keep_report(Report.objects.get(nature=Nature.INCIDENT), by=coordinator)
    clock.passes(minutes=30)

    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent(ARRESTED, at(9, 10))))
    asked_again(messages_feed)

    with as_owner():
        incident = Incident.objects.get()
    assert (incident.version, incident.changed_at) == (2, clock.now)
    assert len(told()) == 1


@pytest.mark.parametrize("rounds", [2, 5])
def test_the_same_answer_again_and_again_doubles_nothing(
    messages_feed: Feed, outside: Outside, asked_again: Round, rounds: int
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent(ARRESTED, at(8, 50)), Sent("Uheld i Herlev", at(8, 55), 2)))

    for _ in range(rounds):
        asked_again(messages_feed)

    assert len(told()) == 2
    assert len(items()) == 3
    with as_owner():
        assert Report.objects.filter(changed_at__gt=at(9)).count() == 0


def test_a_repeated_item_under_another_number_is_no_news(
    messages_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent(SHOTS, at(8, 44)), Sent(SHOTS, at(8, 45))))

    asked_again(messages_feed)

    assert [each.text for each in told()] == [SHOTS]
    assert [each.outcome for each in items()] == ["taken_in", "repeated", "repeated"]


def test_an_answer_in_another_order_tells_the_case_as_it_happened(
    messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock
) -> None:
    outside.says(MESSAGES, rss(Sent(CALM, at(8, 58)), Sent(SHOTS, at(8, 41))))
    asked_again(messages_feed)
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent(ARRESTED, at(8, 50)), Sent(CALM, at(8, 58))))
    asked_again(messages_feed)

    assert told()[0].text.splitlines() == [
        SHOTS,
        f"Opdatering kl. 08.50: {ARRESTED}",
        f"Opdatering kl. 08.58: {CALM}",
    ]


def test_an_item_changed_in_place_is_told_anew_and_not_added(
    messages_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(MESSAGES, rss(Sent("Uheld på Ringvejen i Herlev", at(8, 41)), Sent(CALM, at(8, 50))))
    asked_again(messages_feed)

    outside.says(MESSAGES, rss(Sent("Uheld på Herlev Hovedgade i Herlev", at(8, 41)), Sent(CALM, at(8, 50))))
    asked_again(messages_feed)

    assert told()[0].text.splitlines() == ["Uheld på Herlev Hovedgade i Herlev", f"Opdatering kl. 08.50: {CALM}"]
    assert len(items()) == 2
    assert items()[0].changed_at is not None


def test_what_a_person_put_right_is_not_overwritten(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with masking_misses_a_word():
        outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41))))
        asked_again(messages_feed)
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        incident = ReadIncident.objects.select_related("report").get()
        situation.correct_read_incident(incident, {"town": "Ballerup", "text": "Skud hørt i Skovlunde."}, by=officer)

    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent(ARRESTED, at(8, 50))))
    asked_again(messages_feed)

    assert (told()[0].town, told()[0].text) == ("Ballerup", "Skud hørt i Skovlunde.")


def test_words_that_were_struck_out_do_not_come_back(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41))))
    asked_again(messages_feed)
    with as_owner():
        Report.objects.filter(nature=Nature.INCIDENT).update(text="Vi er til stede på █████ i Skovlunde")

    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent(ARRESTED, at(8, 50))))
    asked_again(messages_feed)

    assert told()[0].text == "Vi er til stede på █████ i Skovlunde"


def test_items_that_the_source_drops_stay(messages_feed: Feed, outside: Outside, asked_again: Round) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent("Uheld i Herlev", at(8, 50), 20000)))
    asked_again(messages_feed)

    outside.says(MESSAGES, rss())
    feed = asked_again(messages_feed)

    assert len(told()) == 2
    assert feed.failures == 0


def test_a_message_dated_ahead_is_taken_in_at_the_time_it_came(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41) + timedelta(days=400))))

    feed = asked_again(messages_feed)

    assert told()[0].reported_at == at(9)
    page = client_of(vestegnen.coordinator).get(f"/kilder/{feed.pk}/").content.decode()
    assert "datoen lå i fremtiden" in page


def test_what_was_old_when_the_source_was_set_up_is_passed_over(
    messages_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8) - timedelta(days=30)), Sent(CALM, at(8) - timedelta(hours=3), 20001)))

    asked_again(messages_feed)

    assert [each.text for each in told()] == [CALM]


def test_one_unreadable_item_does_not_hold_the_others_back(
    *, messages_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    good = rss(Sent(SHOTS, at(8, 41)))
    broken = "<item><title></title><guid>x</guid></item><item><title>Uden dato</title><guid>y</guid></item>"
    outside.says(MESSAGES, good.replace("</channel>", f"{broken}</channel>"))

    feed = asked_again(messages_feed)

    assert [each.text for each in told()] == [SHOTS]
    assert feed.unreadable == 2
    page = client_of(vestegnen.coordinator).get("/kilder/").content.decode()
    assert "2 af meddelelserne i det seneste svar" in page


def test_only_changes_are_asked_for_once_everything_is_in(
    messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41))), headers={"ETag": '"v1"'})
    asked_again(messages_feed)
    clock.passes(minutes=5)

    feed = asked_again(messages_feed)

    assert outside.asked[1].headers["If-None-Match"] == '"v1"'
    assert feed.succeeded_at == clock.now
    assert len(told()) == 1


@pytest.mark.parametrize(
    ("body", "failure"),
    [
        ("<html><body>Vi opdaterer siden</body></html>", Failure.MALFORMED),
        ("<rss><channel><item><title>Skyderi", Failure.MALFORMED),
        ("", Failure.MALFORMED),
        ('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>', Failure.MALFORMED),
        ("x" * (5 * 1024 * 1024 + 1), Failure.TOO_LARGE),
    ],
    ids=["another page", "cut off", "empty", "a bomb", "too large"],
)
def test_a_malformed_answer_changes_nothing_and_is_named(
    *, body: str, failure: Failure, messages_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41))))
    asked_again(messages_feed)

    outside.says(MESSAGES, body)
    feed = asked_again(messages_feed)

    assert (feed.failure, feed.failures) == (failure, 1)
    assert len(told()) == 1


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(
    messages_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(MESSAGES, rss(Sent(SHOTS, at(8, 41)), Sent("Uheld i Herlev", at(8, 50), 20002)), headers={"ETag": "1"})
    really = module_of(take_in_message).note_item

    def killed_at_the_second(feed: Feed, item: Item, *rest: object, **more: object) -> None:
        if item.title != SHOTS:
            raise SystemExit
        really(feed, item, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module_of(take_in_message), "note_item", killed_at_the_second)
        with pytest.raises(SystemExit):
            asked_again(messages_feed)
    assert (len(told()), len(items())) == (1, 1)

    asked_again(messages_feed)

    assert (len(told()), len(items())) == (2, 2)
