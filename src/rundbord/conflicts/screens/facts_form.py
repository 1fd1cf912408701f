"""The form over the facts of a conflict: used when a file is opened, and when its facts are changed."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from rundbord.conflicts.models import Conflict
from rundbord.conflicts.screens.form_parts import text_field
from rundbord.conflicts.vocabulary import ConflictKind, Tension
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.partnership.queries import areas, place_names, units_at_table
from rundbord.partnership.vocabulary import Audience
from rundbord.ui.forms import ChoiceButtons, ChoiceChips, DayInput
from rundbord.web.guarded import GuardedForm
from rundbord.web.request import SignedInRequest
from rundbord.web.seen import SeenForm

AUDIENCES = [(each.value, each.label) for each in (Audience.PARTIES, Audience.POLICE, Audience.AUTHORITY)]


class FactsForm(GuardedForm):
    """Title, what it is about, since when, where, who follows it, and who says what to whom."""

    guarded: ClassVar[tuple[str, ...]] = ("title", "communication")

    title = forms.CharField(
        label="Neutral titel",
        max_length=120,
        help_text="Nævn sted og sag, aldrig gruppernes navne eller personer. For eksempel: Uro omkring torvet.",
    )
    kind = forms.ChoiceField(label="Hvad handler den om?", choices=[("", "Vælg"), *ConflictKind.choices()])
    started_on = forms.DateField(label="Begyndte", widget=DayInput)
    areas = forms.MultipleChoiceField(label="Territorium", widget=ChoiceChips, help_text="De områder, den berører.")
    owner = forms.ChoiceField(
        label="Enhed, der følger konflikten", help_text="Enheden sørger for gennemgang hver 72. time."
    )
    communication = text_field(
        "Kommunikationslinje",
        required=False,
        most=2000,
        help_text="Hvem siger hvad til hvem: beboere, forældre, skoler, presse.",
    )

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the units at the table and the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.area_of = offer_areas(self.fields["areas"], areas(), nothing="")
        self.unit_of = offer_units(self.fields["owner"], units_at_table(request.actor, with_partners=False))

    @property
    def chosen_areas(self) -> list[Area]:
        """The areas that were chosen."""
        return [self.area_of[key] for key in self.cleaned_data["areas"]]

    @property
    def chosen_owner(self) -> Unit:
        """The unit that was chosen."""
        return self.unit_of[self.cleaned_data["owner"]]


class OpenConflictForm(FactsForm):
    """The same with what a file begins with: the groups' letters, how tense it is and why, and who reads it."""

    guarded = ("title", "communication", "group_a", "group_b", "group_c", "reason")

    group_a = forms.CharField(
        label="Gruppe A kaldes",
        max_length=80,
        required=False,
        help_text="Et neutralt ord, som alle må se. For eksempel: omkring torvet.",
    )
    group_b = forms.CharField(label="Gruppe B kaldes", max_length=80, required=False)
    group_c = forms.CharField(
        label="Gruppe C kaldes", max_length=80, required=False, help_text="Kun hvis der er en tredje gruppe."
    )
    tension = forms.ChoiceField(label="Spænding", choices=Tension.choices(), widget=ChoiceButtons)
    reason = text_field("Hvorfor er spændingen sådan?", help_text="En vurdering, som I står ved. Den beregnes aldrig.")
    audience = forms.ChoiceField(
        label="Hvem kan læse konflikten?",
        choices=AUDIENCES,
        initial=Audience.PARTIES.value,
        widget=ChoiceButtons,
        help_text="I kan ændre det siden, med en begrundelse. Boligorganisationer og foreninger ser aldrig konflikter.",
    )

    @property
    def labels(self) -> list[str]:
        """The groups' words; a third group is there when it has one."""
        given = self.cleaned_data
        return [given["group_a"], given["group_b"], *([given["group_c"]] if given["group_c"] else [])]


class ChangeConflictForm(SeenForm, FactsForm):
    """The same over a file that stands: of two who write at once neither loses a word."""

    def __init__(self, *args: Any, conflict: Conflict, **options: Any) -> None:
        """Remember how the facts stood when the form was shown."""
        territory = conflict.territory.order_by("area__sort_key", "id").values_list("area_id", flat=True)
        current = {
            "title": conflict.title,
            "kind": conflict.kind,
            "started_on": conflict.started_on,
            "areas": [str(key) for key in territory],
            "owner": str(conflict.owner_id),
            "communication": conflict.communication,
        }
        super().__init__(*args, current=current, **options)
