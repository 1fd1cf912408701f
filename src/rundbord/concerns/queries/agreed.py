"""What has been agreed to about a young person, and who has judged the eighteenth birthday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from rundbord.concerns.models import AdultReview, Consent, YoungPerson
from rundbord.concerns.queries.opened import text_of
from rundbord.concerns.rules.consenting import outsiders_from_text
from rundbord.identity.models import Unit
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.vocabulary import DisclosurePurpose, Giver, InformationClass
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class ConsentLine:
    """A consent as shown: in force until its last day unless it was taken back."""

    consent: Consent
    givers: list[str]
    recipients: list[str]
    purposes: list[str]
    classes: list[str]
    holds: bool


def consents_of(person: YoungPerson) -> list[Consent]:
    """List consents, those in force and ended alike, the newest first."""
    return list(Consent.objects.filter(person=person).order_by("-written_at", "-id"))


def consent_lines(person: YoungPerson, key: OpenKey) -> list[ConsentLine]:
    """Put the consents of a file into words."""
    consents = consents_of(person)
    units = Unit.objects.filter(pk__in={unit for each in consents for unit in each.recipients})
    names = {unit.pk: unit.name for unit in units} if consents else {}
    return [_line(each, names, key) for each in consents]


def _line(consent: Consent, names: Mapping[UUID, str], key: OpenKey) -> ConsentLine:
    outsiders = outsiders_from_text(text_of(consent, "outsiders", key))
    return ConsentLine(
        consent=consent,
        givers=[label_of(Giver, each) for each in consent.given_by],
        recipients=[
            *(names.get(each, "En enhed, der er lukket") for each in consent.recipients),
            *(f"{name} ({capacity.label.lower()})" for capacity, name in outsiders),
        ],
        purposes=[label_of(DisclosurePurpose, each) for each in consent.purposes],
        classes=[label_of(InformationClass, each) for each in consent.classes],
        holds=consent.withdrawn_on is None and timezone.localdate() <= consent.valid_until,
    )


def adult_review_of(person: YoungPerson) -> AdultReview | None:
    """Give the judgement that keeps the file past the eighteenth birthday, if somebody has made one."""
    return AdultReview.objects.filter(person=person).order_by("-written_at", "-id").first()
