"""Give each authority that keeps persons the keys it lacks; after create_key_store, and after each create_authority."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rundbord import audit
from rundbord.access.actor import system_of
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.audit import Event
from rundbord.identity.models import Authority
from rundbord.keys import actions as keys
from rundbord.keys.core.trouble import StoreUnusable


class Command(BaseCommand):
    """Housing and civil partners get none: they keep nothing about persons."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Found what is missing; what is there stays."""
        with speaking_as(AUTH):
            authorities = [each for each in Authority.objects.order_by("code") if not each.is_place]
        for authority in authorities:
            if _found(authority):
                self.stdout.write(f"{authority.name} has been given keys")


def _found(authority: Authority) -> bool:
    system = system_of(authority.pk)
    with acting_for(system):
        try:
            is_new = keys.found_keys(by=system)
        except StoreUnusable as trouble:
            raise CommandError(f"{authority.code}: {trouble}") from None
        if is_new:
            audit.record(Event.KEYS_FOUNDED, about=authority, by=system)
    return is_new
