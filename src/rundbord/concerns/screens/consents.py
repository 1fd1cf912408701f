"""Record a consent, and take it back — notér samtykke, træk samtykke tilbage."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import Consent
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.rules.consenting import GivenConsent
from rundbord.concerns.screens.outsider_fields import WithOutsiders, outsiders_in
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.identity.models import Unit
from rundbord.sharing.vocabulary import DisclosurePurpose, Giver, InformationClass
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import day_field, posted

_CROSSING = (
    *(InformationClass.IDENTITY, InformationClass.PRIVATE, InformationClass.OFFENCE, InformationClass.SPECIAL),
)
_LEAD = (
    "Samtykke er et frivilligt ja til bestemte modtagere og bestemte oplysninger. Det kan trækkes tilbage når som"
    " helst, og intet andet må afhænge af det."
)


class ConsentForm(WithOutsiders):
    """Whose yes, to whom, what for, to what, until when."""

    given_by = forms.MultipleChoiceField(
        label="Hvem har sagt ja?",
        choices=Giver.choices(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg, hvem der har sagt ja."},
    )
    recipients = forms.MultipleChoiceField(
        label="Hvem må få oplysninger?", widget=forms.CheckboxSelectMultiple, required=False
    )
    purposes = forms.MultipleChoiceField(
        label="Hvad må det bruges til?",
        choices=[(each.value, each.label) for each in DisclosurePurpose if each is not DisclosurePurpose.SPARRING],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg, hvad det må bruges til. Et samtykke gælder et bestemt formål."},
    )
    classes = forms.MultipleChoiceField(
        label="Hvad må de få?",
        choices=[(each.value, each.label) for each in _CROSSING],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg, hvad der må gives videre."},
    )
    given_on = day_field("Hvilken dag?", error_messages={"required": "Vælg den dag, samtykket blev givet."})
    valid_until = day_field(
        "Gælder til og med",
        help_text="Højst et år.",
        error_messages={"required": "Vælg en dag inden for et år efter, at samtykket blev givet."},
    )
    is_free = forms.BooleanField(
        label="De kan sige nej, uden at noget andet ændrer sig",
        error_messages={"required": "Uden et frit valg er det ikke et samtykke: intet andet må afhænge af det."},
    )
    is_informed = forms.BooleanField(
        label="De ved, hvad der deles, med hvem og hvorfor",
        error_messages={"required": "Fortæl først, hvad der deles, med hvem og hvorfor."},
    )
    is_written = forms.BooleanField(label="Det er skriftligt", required=False)

    field_order = (
        *("given_by", "recipients", "outside_kind_1", "outside_name_1", "outside_kind_2", "outside_name_2"),
        *("purposes", "classes", "given_on", "valid_until", "is_free", "is_informed", "is_written"),
    )

    def __init__(self, *args: Any, units: list[Unit], **options: Any) -> None:
        """Offer the units that could be told."""
        super().__init__(*args, **options)
        field = self.fields["recipients"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 — declared above
        field.choices = [(str(unit.pk), f"{unit.name}, {unit.authority.short_name}") for unit in units]

    def consent(self) -> GivenConsent:
        """Give what was said yes to."""
        given = self.cleaned_data
        return GivenConsent(
            given_by=given["given_by"],
            recipients=[UUID(each) for each in given["recipients"]],
            outsiders=outsiders_in(given),
            purposes=given["purposes"],
            classes=given["classes"],
            given_on=given["given_on"],
            valid_until=given["valid_until"],
            is_free=given["is_free"],
            is_informed=given["is_informed"],
        )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def record_consent(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Write a consent down."""
    person = person_of(person_id)
    form = ConsentForm(posted(request), units=_units_in_channels())
    return save_in_file(
        request,
        person,
        form,
        lambda: actions.record_consent(
            person, form.consent(), is_written=form.cleaned_data["is_written"], by=request.actor
        ),
        words=Words(heading="Notér samtykke", lead=_LEAD),
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def withdraw_consent(request: SignedInRequest, person_id: UUID, consent_id: UUID) -> HttpResponse:
    """Take it back from today on, without a reason."""
    person = person_of(person_id)
    if not Consent.objects.filter(pk=consent_id, person=person).exists():
        raise Http404
    words = Words(
        heading="Samtykket er trukket tilbage",
        lead="Fra i dag gives intet videre efter det. Det, der er givet videre på det, kaldes tilbage hos modtagerne."
        " Har nogen fået et brev, skal du selv få det tilbage.",
        submit="Notér, at det er trukket tilbage",
    )
    form = forms.Form(posted(request))
    return save_in_file(
        request, person, form, lambda: actions.withdraw_consent(consent_id, by=request.actor), words=words
    )


def _units_in_channels() -> list[Unit]:
    """List the open units at the table that take part in some co-operation, by authority and name."""
    units = Unit.objects.filter(closed_at=None).exclude(channels=[]).select_related("authority")
    return list(units.order_by("authority__name", "name", "id"))
