"""What comes from outside cannot fell a worker, reach into a print, or stay in a log."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail import EmailMessage
from django.test import Client, override_settings
from django.utils import timezone

from rundbord import reading
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity import actions as identity
from rundbord.identity.models import SignInAttempt
from rundbord.identity.tokens import keyed_hash_of
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.notices.actions import send_mail_without_content
from rundbord.partnership.models import Party
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Entry, Picture
from rundbord.web.logs import strike_secrets
from tests.database import as_owner
from tests.factories import rows
from tests.factories.pictures import Morning
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

_PROXY = ("HTTP_X_FORWARDED_PROTO", "https")
_HEAD = b"From: a@example.dk\r\nTo: b@example.dk\r\nMIME-Version: 1.0\r\n"


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body><p>" + b"<![" * 1000,
        _HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3000,
        _HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(1500)),
    ],
    ids=["opened markup", "mail in mail", "parts in parts"],
)
def test_a_file_that_was_made_to_confuse_is_called_unreadable(content: bytes) -> None:
    with pytest.raises(reading.Unreadable):
        reading.read_report(content, published=date(2026, 11, 20), district=None)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Forbidden (CSRF token missing.): /adgangskode/AbC-123_xyz/", "/adgangskode/•"),
        ("Not Found: /andet-trin/AbC-123_xyz/", "/andet-trin/•"),
        ("Internal Server Error: /vaeg/abcde-fghjk-mnpqr-stuvw/", "/vaeg/•"),
        ("Not Found: /brugere/ny/", "/brugere/ny"),
    ],
)
def test_no_log_line_holds_a_key_to_a_page(line: str, kept: str) -> None:
    struck = strike_secrets(logging.getLogger(), "warning", {"event": line})

    assert struck["event"].rstrip("/").endswith(kept)
    assert "AbC" not in struck["event"]
    assert "fghjk" not in struck["event"]


def test_a_mail_that_is_refused_names_nobody_in_the_log(
    vestegnen: Vestegnen, actor_of: ActorOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_owner():
        type(vestegnen.coordinator).objects.filter(pk=vestegnen.coordinator.pk).update(email="k@gladsaxe.example")

    def refuse(_message: EmailMessage) -> int:
        raise SMTPRecipientsRefused({"k@gladsaxe.example": (550, b"ukendt")})

    monkeypatch.setattr(EmailMessage, "send", refuse)
    actor = actor_of(vestegnen.coordinator)

    with pytest.raises(Exception, match="SMTPRecipientsRefused") as failed, acting_for(actor):
        send_mail_without_content(vestegnen.coordinator.pk, by=actor)

    assert "k@gladsaxe.example" not in str(failed.value)
    assert failed.value.__suppress_context__


def test_a_new_password_uses_up_every_other_link(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    administrator = actor_of(vestegnen.administrator)
    with acting_for(administrator):
        first = identity.make_link(vestegnen.coordinator, by=administrator)
        second = identity.make_link(vestegnen.coordinator, by=administrator)

    identity.choose_password(second, "grøn cykel under broen")

    assert identity.open_link(first) is None


def test_a_guest_begins_the_day_at_home_whatever_the_host_is_called(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    first = rows.authority("AAA Kommune", AuthorityKind.MUNICIPALITY, code="aaa")
    rows.duty(vestegnen.coordinator, rows.unit(first, "SSP AAA"), Role.REPORTER)

    actor = actor_of(vestegnen.coordinator)

    assert actor.authority_id == vestegnen.gladsaxe.pk


@pytest.mark.parametrize(
    ("header", "told", "counted"),
    [(_PROXY, "10.0.0.9, 192.0.2.7", "192.0.2.7"), (_PROXY, "", "127.0.0.1"), (None, "192.0.2.7", "127.0.0.1")],
)
def test_tries_are_counted_by_the_address_that_the_proxy_noted(
    header: tuple[str, str] | None, told: str, counted: str, vestegnen: Vestegnen
) -> None:
    with override_settings(SECURE_PROXY_SSL_HEADER=header):
        Client(headers={"X-Forwarded-For": told}).post("/log-ind/", {"name": "x@y", "password": "forkert ord"})

    with as_owner():
        [attempt] = SignInAttempt.objects.all()
    assert bytes(attempt.address_hash) == keyed_hash_of(counted)


def test_a_party_that_joins_later_does_not_keep_the_picture_from_being_published(
    vestegnen: Vestegnen, morning: Morning, actor_of: ActorOf
) -> None:
    with as_owner():
        Party.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.outside,
            kind=vestegnen.outside.kind,
            joined_on=timezone.localdate() + timedelta(days=7),
        )
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        picture = actions.publish_picture(number=1, by=coordinator)

    assert picture.number == 1


def test_a_party_that_has_left_does_not_keep_a_picture_from_being_corrected(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf
) -> None:
    reader = actor_of(vestegnen.herlev_case_worker)
    with acting_for(reader):
        actions.read_picture(published, by=reader)
    with as_owner():
        yesterday = timezone.localdate() - timedelta(days=1)
        Party.objects.filter(authority=vestegnen.herlev).update(left_on=yesterday)
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        correction = actions.correct_picture(
            published, text="Klokken var 22.", audience=Audience.PARTIES, by=coordinator
        )

    assert correction.number == 1


def test_words_for_the_typesetter_stay_words(vestegnen: Vestegnen, published: Picture, client_of: ClientOf) -> None:
    nasty = '#read("/etc/passwd") #panic() $x$ @ref *_`\\ <a> ]'
    with as_owner():
        for entry in Entry.objects.filter(picture=published, incident__isnull=False):
            entry.content = {**entry.content, "heading": nasty}
            entry.save()
        vestegnen.station.name = "Stationen <&> \x0b\x1f"
        vestegnen.station.save()

    response = client_of(vestegnen.coordinator).get("/situationsbillede/1/pdf/")

    assert response.status_code == 200
    assert response.content.startswith(b"%PDF")
    assert b"root:" not in response.content
