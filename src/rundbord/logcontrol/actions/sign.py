"""Signing a week's control: a leader answers for what it found."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.logcontrol.models import Control, ControlItem, ControlSignature
from rundbord.logcontrol.queries.controls import is_settled, judged_by

SIGNED = {"control_signed_once": {"remark": "En anden leder har netop underskrevet kontrollen."}}


def sign(control: Control, *, remark: str = "", overridden: Collection[str] = (), by: Actor) -> ControlSignature:
    """Sign when every reading has been judged; whoever is looked at in the control leaves it to another leader."""
    by.must(Permission.SIGN_LOG_CONTROL)
    if not is_settled(control):
        raise Refused("Hver læsning skal være vurderet, før kontrollen kan underskrives.")
    if ControlItem.objects.filter(control=control, reader_id=by.user_id).exists():
        raise Refused("Din egen læsning er med i kontrollen. En anden leder skal underskrive.")
    if judged_by(control) == {by.user_id}:
        raise Refused("Du har selv vurderet alle læsninger. En anden skal se mindst én, før du kan underskrive.")
    with refusing_collisions(SIGNED):
        signature = ControlSignature.objects.create(
            authority_id=by.authority_id,
            control=control,
            remark=remark.strip(),
            signed_by=by.user_id,
            signed_label=by.user_name,
            signed_at=timezone.now(),
        )
    audit.record(Event.CONTROL_SIGNED, about=control, by=by)
    audit.record_overriding(overridden, about=control, by=by)
    return signature
