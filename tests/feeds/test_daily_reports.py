"""Daily reports — døgnrapporter: fetched in pages, through the same door as pasting, each once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.feeds.models import Feed, FeedItem
from rundbord.feeds.vocabulary import Failure, FeedKind, ItemOutcome
from rundbord.notices.models import Notice
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions as situation
from rundbord.situation.models import ReadIncident, Report, SourceText
from rundbord.situation.vocabulary import Nature
from tests.database import as_owner
from tests.factories.outside import NEWS, Outside, article, news
from tests.factories.police_reports import INTERNAL
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.feeds.conftest import Clock, Round, SetUp, masking_misses_a_word

BURGLARY = """Indbrud i villa på Eksempelvej i Herlev
Torsdag mellem kl. 18.00 og kl. 22.30 blev der begået indbrud i en villa på Eksempelvej i Herlev. En 47-årig mand fra
Herlev så to personer i mørke jakker løbe fra stedet. Terrassedøren var brudt op.
"""
FIGHT = """Slagsmål ved stationen i Ballerup
Torsdag den 19. november kl. 23.15 anmeldte flere et slagsmål mellem to grupper ved stationen i Ballerup. Grupperne var
væk, da patruljen kom frem.
"""
FIRE = """Brand i container i Gladsaxe
Torsdag den 19. november kl. 21.40 blev der sat ild til en container på Høje Gladsaxe Torv i Gladsaxe. Brandvæsenet
slukkede ilden.
"""
HEAD = "Døgnrapport fra Østjyllands Politi\n\n"
TEXT = f"{HEAD}{BURGLARY}\n{FIGHT}"


def at(day: int = 20, hour: int = 8) -> datetime:
    return timezone.make_aware(datetime(2026, 11, day, hour))


def told() -> list[Report]:
    with as_owner():
        return list(Report.objects.exclude(nature=Nature.NOTHING).order_by("created_at", "heading"))


def item() -> FeedItem:
    with as_owner():
        return FeedItem.objects.get()


def test_an_article_is_read_masked_and_released_by_itself(
    *, news_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    outside.says(NEWS, news(article(TEXT, at())))

    asked_again(news_feed)

    with acting_for(actor_of(vestegnen.coordinator)):
        texts = list(Report.objects.filter(nature=Nature.INCIDENT).values_list("text", flat=True))
        assert not SourceText.objects.exists()
    assert len(texts) == 2
    assert not any("47-årig" in text for text in texts)
    with as_owner():
        source = SourceText.objects.get()
    assert (source.authority_id, source.published_on) == (vestegnen.police.pk, date(2026, 11, 20))
    assert source.delete_at - source.received_at == timedelta(days=14)
    assert item().outcome == ItemOutcome.TAKEN_IN


def test_the_list_is_asked_for_its_district_and_from_before_the_last_success(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(NEWS, news())

    asked_again(news_feed)

    query = outside.asked[0].query
    assert (query["districtQuery"], query["newsType"]) == (["OEstjyllands-Politi"], ["Døgnrapporter"])
    assert query["fromDate"] == ["2026-11-17T00:00:00.000Z"]


def test_an_incident_that_still_points_at_a_person_waits_and_the_others_go_on(
    *, news_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    outside.says(NEWS, news(article(TEXT, at())))
    with masking_misses_a_word():
        asked_again(news_feed)

    assert {report.audience for report in told()} == {Audience.AUTHORITY}
    assert item().outcome == ItemOutcome.WAITING
    with as_owner():
        assert Notice.objects.get().role == "officer"
    page = client_of(vestegnen.officer).get(f"/kilder/{news_feed.pk}/").content.decode()
    assert "Venter på frigivelse" in page


def test_a_municipalitys_own_source_waits_for_its_own_coordinator(
    *, set_up: SetUp, outside: Outside, asked_again: Round, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    feed = set_up(FeedKind.DAILY_REPORTS, "Østjyllands Politi", who="secretary")
    outside.says(NEWS, news(article(TEXT, at())))
    with masking_misses_a_word():
        asked_again(feed)

    with as_owner():
        notice, source = Notice.objects.get(), SourceText.objects.get()
    assert (notice.role, notice.recipient_id) == ("coordinator", vestegnen.gladsaxe.pk)
    assert client_of(vestegnen.officer).get(f"/doegnrapporter/{source.pk}/").status_code == 404
    client_of(vestegnen.coordinator).post(f"/doegnrapporter/{source.pk}/", {"act": "all"})
    assert {report.audience for report in told()} == {Audience.PARTIES}


def test_pages_are_read_to_the_end_and_an_article_on_two_pages_counts_once(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    first = [article(f"{HEAD}{BURGLARY.replace('Eksempelvej', f'Vej{n}vej')}", at(), key=f"A-{n}") for n in range(20)]
    outside.says_in_pages(NEWS, news(*first), news(first[19], article(f"{HEAD}{FIRE}", at(), key="B-1")))

    asked_again(news_feed)

    with as_owner():
        assert FeedItem.objects.count() == 21
    assert len(told()) == 21


def test_a_list_that_never_ends_is_a_fault_and_not_a_flood(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    same = [article(TEXT, at(), key=f"A-{n}") for n in range(20)]
    outside.says(NEWS, news(*same))

    feed = asked_again(news_feed)

    assert feed.failure == Failure.TOO_LARGE
    assert told() == []


def test_what_an_officer_pasted_is_not_taken_in_again(
    *, news_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        situation.receive_source_text(TEXT, name="Indlagt", published_on=date(2026, 11, 20), by=officer)
    outside.says(NEWS, news(article(TEXT, at())))

    asked_again(news_feed)

    assert len(told()) == 2
    assert item().outcome == ItemOutcome.KNOWN
    assert {report.audience for report in told()} == {Audience.AUTHORITY}


def test_an_article_changed_in_place_changes_its_reports_and_adds_what_is_new(
    news_feed: Feed, outside: Outside, asked_again: Round, clock: Clock
) -> None:
    outside.says(NEWS, news(article(TEXT, at())))
    asked_again(news_feed)
    clock.passes(minutes=30)

    corrected = TEXT.replace("kl. 23.15", "kl. 22.15").replace("flere et slagsmål", "flere et større slagsmål")
    outside.says(NEWS, news(article(f"{FIRE}\n{corrected}".replace(HEAD, ""), at())))
    asked_again(news_feed)

    reports = {report.heading: report for report in told()}
    assert len(reports) == 3
    fight = next(report for heading, report in reports.items() if heading.startswith("Slagsmål"))
    assert "større slagsmål" in fight.text
    assert timezone.localtime(fight.reported_at or fight.starts_at).strftime("%H.%M") == "22.15"
    assert fight.changed_at == clock.now
    untouched = next(report for heading, report in reports.items() if heading.startswith("Indbrud"))
    assert untouched.changed_at < clock.now
    assert {report.audience for report in told()} == {Audience.PARTIES}
    with as_owner():
        source = SourceText.objects.get()
        places = {each.position: each.evidence["town"][0] for each in ReadIncident.objects.all()}
    assert [source.text[start:end] for _, (start, end) in sorted(places.items())] == ["Herlev", "Ballerup", "Gladsaxe"]


def test_an_incident_that_the_publisher_takes_out_stays(news_feed: Feed, outside: Outside, asked_again: Round) -> None:
    outside.says(NEWS, news(article(TEXT, at())))
    asked_again(news_feed)

    outside.says(NEWS, news(article(f"{HEAD}{FIGHT}", at())))
    asked_again(news_feed)

    assert len(told()) == 2


def test_new_words_that_lead_to_a_person_never_replace_released_ones(
    news_feed: Feed, outside: Outside, asked_again: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside.says(NEWS, news(article(f"{HEAD}{FIGHT}", at())))
    asked_again(news_feed)
    before = told()[0].text
    monkeypatch.setattr("rundbord.reading.incidents.mask", lambda text, **_options: text)

    outside.says(
        NEWS,
        news(article(f"{HEAD}{FIGHT}".replace("To grupper", "to").replace("væk, da", "væk i bil AB 12 345, da"), at())),
    )
    for _ in range(3):
        asked_again(news_feed)

    released, waiting = sorted(told(), key=lambda report: report.audience, reverse=True)
    assert (released.audience, released.text) == (Audience.PARTIES, before)
    assert waiting.audience == Audience.AUTHORITY
    assert "AB 12 345" in waiting.text


def test_a_report_dated_ahead_is_taken_in_and_waits_for_a_person(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(NEWS, news(article(TEXT, at(27))))

    asked_again(news_feed)

    assert {report.audience for report in told()} == {Audience.AUTHORITY}
    assert item().is_date_doubted
    with as_owner():
        assert SourceText.objects.get().published_on == date(2026, 11, 20)


@pytest.mark.parametrize("body", ["Ingen hændelser i døgnet.", INTERNAL], ids=["nothing", "internal"])
def test_an_article_that_is_no_public_report_is_refused_once_and_shown(
    *, body: str, news_feed: Feed, outside: Outside, asked_again: Round, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    outside.says(NEWS, news(article(body, at())))

    asked_again(news_feed)
    asked_again(news_feed)

    assert told() == []
    assert item().outcome == ItemOutcome.REFUSED
    page = client_of(vestegnen.coordinator).get(f"/kilder/{news_feed.pk}/").content.decode()
    assert "Kunne ikke bruges" in page


def test_an_article_refused_at_first_is_taken_in_when_its_publisher_mends_it(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(NEWS, news(article("Rapporten kommer senere i dag.", at())))
    asked_again(news_feed)

    outside.says(NEWS, news(article(TEXT, at())))
    asked_again(news_feed)

    assert len(told()) == 2
    assert item().outcome == ItemOutcome.TAKEN_IN


def test_words_that_the_list_leaves_out_are_read_from_the_articles_page(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(NEWS, news(article("", at(), key="A-9")))
    paragraphs = "".join(
        f"<h3>{part.splitlines()[0]}</h3><p>{' '.join(part.splitlines()[1:])}</p>" for part in (BURGLARY, FIGHT)
    )
    outside.says(
        "/doegnrapporter/A-9", f"<html><body><nav>Menu</nav><div class='newsArticle'>{paragraphs}</div></body>"
    )

    asked_again(news_feed)

    assert [report.heading[:8] for report in told()] == ["Indbrud ", "Slagsmål"]


def test_a_page_that_cannot_be_had_now_is_asked_for_again(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(NEWS, news(article("", at(), key="A-9")), headers={"ETag": '"list"'})
    outside.says("/doegnrapporter/A-9", status=503)

    feed = asked_again(news_feed)

    assert (feed.unreadable, feed.etag) == (1, "")
    outside.says("/doegnrapporter/A-9", f"<article><p>{TEXT}</p></article>")
    asked_again(news_feed)
    assert told()


def test_a_link_to_another_server_is_not_followed(news_feed: Feed, outside: Outside, asked_again: Round) -> None:
    outside.says(NEWS, news(article("", at(), Link="http://169.254.169.254/latest/meta-data/")))

    feed = asked_again(news_feed)

    assert len(outside.asked) == 1
    assert feed.unreadable == 1


@pytest.mark.parametrize(
    "body",
    ["", "[]", '{"NewsList": null}', '{"NewsList": "alle"}', "{" * 5000, "<html></html>"],
    ids=["empty", "list", "null", "words", "deep", "a page"],
)
def test_a_list_that_is_none_is_called_malformed(
    body: str, news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(NEWS, body)

    assert asked_again(news_feed).failure == Failure.MALFORMED


def test_entries_that_make_no_sense_are_counted_and_passed_over(
    news_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    broken = [7, {}, {"Id": "x", "ListDate": "i går"}, {"Id": {"a": 1}, "Link": 5, "ListDate": at().isoformat()}]
    strange = article(f"{TEXT}\x00\ud800", at())
    outside.says(NEWS, news(*broken, strange))  # type: ignore[arg-type]

    feed = asked_again(news_feed)

    assert feed.unreadable == 4
    assert len(told()) == 2
