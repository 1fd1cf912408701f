"""The request as screens see it: typed, with the actor on it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from rundbord.access.actor import Actor


class PublicRequest(HttpRequest):
    """A request from whoever it may be."""

    htmx: HtmxDetails
    number: UUID


class SignedInRequest(PublicRequest):
    """A request in the name of an actor; only such ones reach a view declared with `@screen`."""

    actor: Actor
