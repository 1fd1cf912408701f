"""One try at an action from a form: a refusal becomes errors beside the fields, and nothing half-done stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.forms import Form

from rundbord.access.refusal import Refused
from rundbord.access.session import current_login

T = TypeVar("T")


def attempt(form: Form, act: Callable[[], T]) -> T | None:
    """Run the action in a savepoint; on Refused add its reasons to the form and give None."""
    try:
        with transaction.atomic(using=current_login()):
            return act()
    except Refused as refusal:
        show_refusal(form, refusal)
        return None


def show_refusal(form: Form, refusal: Refused) -> None:
    """Put each reason beside the field it is about, the rest on top of the form."""
    for field, sentences in refusal.reasons.items():
        for sentence in sentences:
            form.add_error(field if field in form.fields else None, sentence)
