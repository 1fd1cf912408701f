"""The form of an attachment: the file, and what is said of it; sent again sealed while something else is put right."""

from __future__ import annotations

import base64
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile

from rundbord.access.actor import Actor
from rundbord.concerns.models import Attachment, YoungPerson
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.screens.fact_fields import (
    banner_for,
    class_field,
    grade_field,
    offer_classes,
    offer_readers,
    readers_field,
)
from rundbord.concerns.vocabulary import FactKind
from rundbord.files import FileForm, KeptFile, NotKept, kept_file
from rundbord.keys.core.sealing import OpenKey, Place
from rundbord.keys.core.trouble import CannotOpen
from rundbord.sharing.vocabulary import InformationClass, SourceGrade
from rundbord.web.person_fields import day_field

CARRIED = "carried"
# What a form may be sent with beside its files (DATA_UPLOAD_MAX_MEMORY_SIZE), once sealed and written as letters.
_MOST_CARRIED = 6 * 1024 * 1024
_CHOOSE = "Vælg en fil."


class ChosenFile(forms.FileField):
    """A file that must be there; whether one was sent before is for the form to know."""

    def validate(self, value: Any) -> None:
        """Leave it to the form."""


class AttachForm(forms.Form):
    """A file, told apart by its content; how it is described is as with a fact."""

    file = ChosenFile(
        label="Fil",
        help_text="Billede (JPEG, PNG, WebP), PDF eller ren tekst. Sted, tid og navne i selve filen slettes. Er der"
        " mere at rette, følger filen med, hvis den fylder under 6 MB. Ellers vælger du den igen.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf,text/plain,.txt"}),
        allow_empty_file=True,
    )
    title = forms.CharField(
        label="Hvad viser det?",
        max_length=180,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Skriv kort, hvad bilaget viser."},
    )
    information_class = class_field("Bilagets art")
    grade = grade_field()
    observed_on = day_field("Hvilken dag er det fra?", error_messages={"required": "Skriv, hvilken dag det er fra."})
    source = forms.CharField(label="Kilde", required=False, max_length=180, help_text="Fx skolen eller en bekendt.")
    holds_address = forms.BooleanField(label="Man kan se en adresse", required=False)
    readers = readers_field()

    def __init__(self, *args: Any, person: YoungPerson, key: OpenKey, by: Actor, **options: Any) -> None:
        """Offer what the actor's unit may write, and whom it may name."""
        super().__init__(*args, **options)
        self.banner = banner_for(offer_classes(self, ("information_class",), by))
        if not offer_readers(self.fields["readers"], by):
            del self.fields["readers"]
        self.kept: KeptFile | None = None
        self._key = key
        self._at = Place(table=Attachment._meta.db_table, column=CARRIED, row=person.pk, authority=person.authority_id)

    def clean_file(self) -> KeptFile:
        """Strip it, whatever else is to be put right; the one that was sent before counts where no other is chosen."""
        chosen: UploadedFile | None = self.cleaned_data["file"]
        try:
            self.kept = kept_file(chosen.read()) if chosen else self._sent_before()
        except NotKept as wrong:
            raise forms.ValidationError(wrong.reason) from None
        if self.kept is None:
            raise forms.ValidationError(_CHOOSE)
        return self.kept

    def carried(self) -> str:
        """Give the file for a hidden field, sealed by the person's key; nothing where it is too large for that."""
        if self.kept is None or len(self.kept.content) > _MOST_CARRIED:
            return ""
        told = self.kept.form.value.encode() + b"\n" + self.kept.content
        return base64.b64encode(self._key.seal_file(told, at=self._at)).decode()

    def described(self) -> NewFact:
        """Give what is said of it."""
        given = self.cleaned_data
        return NewFact(
            kind=FactKind.SEEN,
            words=given["title"],
            information_class=InformationClass(given["information_class"]),
            grade=SourceGrade(given["grade"]),
            observed_on=given["observed_on"],
            source=given["source"],
            holds_address=given["holds_address"],
            readers=frozenset(map(UUID, given.get("readers", []))),
        )

    def _sent_before(self) -> KeptFile | None:
        """Open what this form sealed; anything else is as good as nothing."""
        sent = str(self.data.get(CARRIED, ""))
        try:
            told = self._key.open_file(base64.b64decode(sent, validate=True), at=self._at)
        except (ValueError, CannotOpen):
            return None
        form, _, content = told.partition(b"\n")
        return KeptFile(form=FileForm(form.decode()), content=content)
