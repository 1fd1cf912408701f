"""Reminding administrators that the certificates of their authority's own sign-in end soon."""

from __future__ import annotations

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.identity.providers import must_be_renewed, speaks_saml
from rundbord.identity.queries import own_provider
from rundbord.notices.actions.notify import notify
from rundbord.notices.actions.order_mail import Recipient
from rundbord.notices.vocabulary import NoticeKind


def remind_of_certificates(*, by: Actor) -> bool:
    """Tell the own authority's administrators, where it is time, and say whether it was."""
    provider = own_provider(by)
    if provider is None or not provider.is_open or not speaks_saml(provider) or not must_be_renewed(provider):
        return False
    # All whose role opens the page: administrators.
    everybody = Recipient(authority_id=by.authority_id)
    notify(NoticeKind.CERTIFICATE_ENDS, reverse("identity:provider"), [everybody], by=by)
    return True
