"""A registrar at the desk, and requests as they come in."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity.models import Authority, Unit, User
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.partnership.models import Partnership, Party
from rundbord.rights.actions import NewRequest, gather, register
from rundbord.rights.models import GatheredItem, Remedy, RightsRequest, SenderQuestion
from rundbord.rights.queries.remedies import identity_of
from rundbord.rights.vocabulary import Asker, IdentityCheck, RequestChannel, RightKind
from tests.database import as_owner
from tests.factories import rows

# Nobody's: the day is one that no number has (replacement range).
NUMBER = "610108-1234"
NAME = "Ung Eksempel"


def registrar(unit: Unit, *, sign_in_name: str = "registratur") -> User:
    """Employ a registrar."""
    with as_owner():
        return rows.user(unit, Role.REGISTRAR, sign_in_name=sign_in_name)


def number(text: str = NUMBER) -> Cpr:
    """Read a number of nobody's."""
    return read_cpr(text, today=timezone.localdate())


def asked_by(by: Actor, *, received_on: date | None = None, **changed: Any) -> RightsRequest:
    """Register a request for access."""
    plain = {
        "kind": RightKind.ACCESS,
        "asker": Asker.SELF,
        "name": NAME,
        "cpr": number(),
        "channel": RequestChannel.DIGITAL_POST,
        "identity_check": IdentityCheck.DIGITAL_POST,
        "received_on": received_on or timezone.localdate(),
    }
    with acting_for(by):
        return register(NewRequest(**{**plain, **changed}), by=by)


def gathered(request: RightsRequest) -> RightsRequest:
    """Let the machine look."""
    with as_owner():
        seat = Party.objects.filter(authority_id=request.authority_id).first()
    machine = system_of(request.authority_id, partnership_id=seat.partnership_id if seat else None)
    with acting_for(machine):
        gather(request.pk, by=machine)
        return RightsRequest.objects.get(pk=request.pk)


def question_to(asked: Authority, asking: Authority, partnership: Partnership) -> SenderQuestion:
    """Put a question to an authority about what it once told."""
    with as_owner():
        return SenderQuestion.objects.create(
            authority=asked,
            asking=asking,
            partnership=partnership,
            request_id=uuid4(),
            disclosure_id=uuid4(),
            data_key_id=uuid4(),
            words=b"-",
            asked_at=timezone.now(),
            asked_by=uuid4(),
            asked_label="Registratur",
            answer_by=timezone.localdate(),
        )


def remedy_of(request: Any, person: Any, **columns: Any) -> Remedy:
    """Order something in a file, as the machine does."""
    key = open_key(person.data_key_id)
    row = Remedy(
        **{
            "authority_id": request.authority_id,
            "request": request,
            "person_id": person.pk,
            "unit_id": person.unit_id,
            "kind": RightKind.RECTIFY.value,
            "stood": identity_of(person),
            "ordered_at": timezone.now(),
            "due_on": timezone.localdate(),
            **columns,
        }
    )
    row.words = key.seal("Det passer ikke, at jeg var med.", at=place_of(row, "words"))
    row.save(force_insert=True)
    return row


def of_rights(by: Actor, elsewhere: Authority, partnership: Partnership) -> dict[tuple[str, str], Model]:
    """Give an example of every row that an address of the desk names."""
    request = gathered(asked_by(by))
    with as_owner():
        own = Authority.objects.get(pk=by.authority_id)
        item = GatheredItem.objects.filter(request=request).first()
        assert item is not None
    return {
        ("rights", "request_id"): request,
        ("rights", "item_id"): item,
        ("rights", "question_id"): question_to(own, elsewhere, partnership),
    }
