"""One mail to one user: that something waits, and nothing of what."""

from __future__ import annotations

from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage

from rundbord.access.actor import Actor
from rundbord.identity.models import User

SUBJECT = "Der er nyt til dig i Rundbord"
TEXT = """Der er nyt til dig i Rundbord.

Log ind og læs det her:
{address}

Af hensyn til fortroligheden står der aldrig indhold i mails fra Rundbord.
"""


class MailNotSent(Exception):
    """The mail server refused; the message names the kind of refusal alone."""


def send_mail_without_content(user_id: UUID, *, by: Actor) -> bool:
    """Send the mail if the user is still there and has an address; tell whether one was sent."""
    address = address_of(user_id, by=by)
    if address:
        post(EmailMessage(SUBJECT, TEXT.format(address=f"{settings.ORIGIN}/"), to=[address]))
    return bool(address)


def address_of(user_id: UUID, *, by: Actor) -> str:
    """Give a colleague's mail address; empty for who has none, has left, or is no colleague."""
    user = User.objects.filter(pk=user_id, authority_id=by.authority_id, closed_at=None).first()
    return user.email if user else ""


def post(message: EmailMessage) -> None:
    """Hand a mail over; raise MailNotSent, without the address, when the mail server refuses."""
    try:
        message.send()
    except SMTPException as failure:
        # A mail server's answer holds the address, and what a job raises is logged.
        raise MailNotSent(type(failure).__name__) from None
