"""Drafts as screens use them: a form that was left comes back filled to the user who wrote it, and to nobody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from rundbord.identity.models import Draft
from rundbord.web import SignedInRequest


@dataclass(frozen=True, kw_only=True)
class RestoredDraft:
    """What a screen needs: values for an unbound form, and a clock time for the draft component."""

    initial: Mapping[str, Any] = field(default_factory=dict)
    saved_at: str = ""


def restored_draft(request: SignedInRequest, address: str = "") -> RestoredDraft:
    """Find the user's draft of the form at the request's own path, or at another."""
    actor = request.actor
    owned = Draft.objects.filter(user_id=actor.user_id, authority_id=actor.authority_id)
    draft = owned.filter(address=address or request.path).first()
    if draft is None:
        return RestoredDraft()
    clock = timezone.localtime(draft.saved_at).strftime("%H.%M")
    return RestoredDraft(initial={name: _value(values) for name, values in draft.fields.items()}, saved_at=clock)


def draft_initial(request: SignedInRequest, address: str = "") -> dict[str, Any]:
    """Give the draft's values as `initial` of an unbound form; empty where there is no draft."""
    return dict(restored_draft(request, address).initial)


def _value(values: Sequence[str]) -> str | list[str]:
    """Give one value as itself: a field of several choices takes it just as well."""
    return values[0] if len(values) == 1 else list(values)
