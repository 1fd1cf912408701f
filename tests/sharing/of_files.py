"""What was told about a file, under the file's own key; called in when the file goes, and confirmed."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.models import YoungPerson
from rundbord.identity.models import Unit, User
from rundbord.sharing import actions as sharing
from rundbord.sharing import queries
from rundbord.sharing.models import Confirmation, CorrectionCopy, Disclosure, DisclosureCorrection
from rundbord.sharing.rules.content import Content
from tests.database import as_owner
from tests.sharing.telling import line, proposal_by


def tell_of(person: YoungPerson, unit: Unit, *, name: str, words: str, by: Actor) -> Disclosure:
    """Tell another unit about the file, under the file's own key."""
    proposal = proposal_by(by, [unit], [line(words)])
    content = Content(name=name, cpr="", born_on=date(2011, 1, 1), lines=(line(words),))
    with acting_for(by):
        whole = queries.AddressableUnit(unit=Unit.objects.select_related("authority").get(pk=unit.pk))
        addressee = sharing.Addressee(recipient=proposal.recipients[0], unit=whole.unit)
        told = sharing.Told(
            content=content, about_id=person.pk, data_key_id=person.data_key_id, addressees=(addressee,)
        )
        [row] = sharing.disclose(proposal, told, by=by)
    return row


def called_in(told: Disclosure) -> tuple[str, date]:
    """Give by which word its copy was called in, and until when the recipient confirms."""
    with as_owner():
        kind = DisclosureCorrection.objects.get(disclosure=told).kind
        return kind, CorrectionCopy.objects.get(disclosure_id=told.pk).confirm_by


def confirmed_by(user: User, told: Disclosure) -> None:
    """Let the recipient have said that it is gone."""
    with as_owner():
        copy = CorrectionCopy.objects.get(disclosure_id=told.pk)
        Confirmation.objects.create(
            disclosure_id=told.pk,
            correction_id=copy.correction_id,
            authority_id=copy.authority_id,
            sender_id=told.authority_id,
            at=timezone.now(),
            by=user.pk,
            label="SSP",
        )
