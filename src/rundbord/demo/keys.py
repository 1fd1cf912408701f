"""Keys for the demonstration's authorities, in a store beside its database."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command

from rundbord.keys.store.files import MARK


def give_keys() -> None:
    """Make the store where there is none, and found what is missing, by the commands that an operator uses."""
    if not (settings.KEY_STORE / MARK).is_file():
        call_command("create_key_store", verbosity=0)
    call_command("found_keys", verbosity=0)
