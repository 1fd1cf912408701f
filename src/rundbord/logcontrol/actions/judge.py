"""Saying what the control finds of a reading."""

from __future__ import annotations

from collections.abc import Collection

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.logcontrol.actions.asking import ask
from rundbord.logcontrol.models import ControlItem, ControlJudgement, ControlSignature
from rundbord.logcontrol.vocabulary import Verdict


def judge(
    item: ControlItem, verdict: Verdict, *, note: str = "", overridden: Collection[str] = (), by: Actor
) -> ControlJudgement:
    """Find a reading in order or not, or ask its reader once more; nobody judges the own reading."""
    by.must(Permission.CONTROL_LOG)
    if item.reader_id == by.user_id:
        raise Refused("Du kan ikke vurdere din egen læsning. Bed en anden om det.")
    if verdict is not Verdict.FINE and not note.strip():
        raise Refused({"note": ["Skriv, hvad der er uklart eller forkert, uden at nævne, hvem sagen handler om."]})
    if ControlSignature.objects.filter(control_id=item.control_id).exists():
        raise Refused("Kontrollen er underskrevet og kan ikke ændres.")
    judged = ControlJudgement.objects.create(
        authority_id=by.authority_id,
        item=item,
        verdict=verdict.value,
        note=note.strip(),
        judged_by=by.user_id,
        judged_label=by.user_name,
        at=timezone.now(),
    )
    audit.record(Event.CONTROL_JUDGED, about=item, by=by, details={"verdict": verdict.value})
    audit.record_overriding(overridden, about=item, by=by)
    if verdict is Verdict.ASK:
        ask([item.reader_id], path=reverse("logcontrol:answer", args=[item.pk]), by=by)
    return judged
