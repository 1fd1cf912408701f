"""Fields that a source adds to the form of a new concern: the report's words, or the lines that were told."""

from __future__ import annotations

from django import forms

from rundbord.concerns.screens.sources import Source
from rundbord.web.person_fields import text_field


def fields_of(source: Source) -> dict[str, forms.Field]:
    """Make them; a new concern without a source has none."""
    fields: dict[str, forms.Field] = {}
    if source.report_text is not None:
        fields["report_text"] = text_field(
            "Indberetningens tekst herefter",
            help_text="Andre læser indberetningen. Lad stedet og hændelsen stå, og tag personen ud.",
            initial=source.report_text,
        )
    if source.received is not None:
        fields["lines"] = forms.MultipleChoiceField(
            label="Hvad skal med i jeres egen sag?",
            choices=source.lines,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="Tag kun det med, I har brug for. Det kan ikke gives videre herfra.",
        )
    if source.cpr is not None:
        fields["use_cpr"] = forms.BooleanField(label="Brug det CPR-nummer, der er oplyst", required=False)
    return fields
