"""The form of a new concern: who, what is seen apart from what is thought, what protects, and the family's notice."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms

from rundbord.access.actor import Actor
from rundbord.concerns import actions
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.levels import level_choices
from rundbord.concerns.screens.fact_fields import banner_for, class_field, grade_field, offer_classes, offer_readers
from rundbord.concerns.screens.fact_fields import readers_field as _readers_field
from rundbord.concerns.screens.notice_form import NoticeForm
from rundbord.concerns.screens.source_fields import fields_of
from rundbord.concerns.screens.sources import Source
from rundbord.concerns.screens.who_form import WhoForm
from rundbord.concerns.vocabulary import CaseLevel, FactKind
from rundbord.partnership.models import Area
from rundbord.partnership.offering import offer_areas
from rundbord.partnership.queries import place_names
from rundbord.sharing.rules.opening import ConcernGround
from rundbord.sharing.vocabulary import InformationClass, PersonRole, SourceGrade
from rundbord.ui.forms import ChoiceButtons, ChoiceChips
from rundbord.web.guarded import GuardedForm
from rundbord.web.person_fields import day_field, text_field

_KINDS = (FactKind.SEEN, FactKind.THOUGHT, FactKind.PROTECTIVE)


class RaiseConcernForm(WhoForm, NoticeForm, GuardedForm):
    """Words about a person stand here on purpose; the report's alone, which others read, are guarded."""

    guarded: ClassVar[tuple[str, ...]] = ("report_text",)

    role = forms.ChoiceField(
        label="Personens rolle",
        choices=PersonRole.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg personens rolle."},
    )
    grounds = forms.MultipleChoiceField(
        label="Hvad bygger bekymringen på?",
        choices=ConcernGround.choices(),
        widget=ChoiceChips,
        help_text="Et familiemedlems dom er aldrig nok i sig selv. Den forurettede bliver aldrig en bekymring.",
        error_messages={"required": "Vælg, hvad bekymringen bygger på."},
    )
    level = forms.ChoiceField(
        label="Sagens niveau",
        choices=level_choices(),
        widget=forms.RadioSelect,
        help_text="Niveauet gælder sagen, aldrig personen. Det vælger forum og frist.",
        error_messages={"required": "Vælg sagens niveau."},
    )
    area = forms.ChoiceField(label="Område", required=False)
    observed_on = day_field(
        "Hvilken dag blev det set?", error_messages={"required": "Skriv, hvilken dag det blev set eller hørt."}
    )
    grade = grade_field()
    source = forms.CharField(
        label="Kilde", required=False, max_length=180, help_text="Fx klubben, læreren, en forælder."
    )
    seen = text_field(
        "Hvad er set eller hørt?",
        help_text="Kun det, nogen har set eller hørt. Ingen tolkning.",
        error_messages={"required": "Skriv, hvad der er set eller hørt."},
    )
    seen_class = class_field()
    seen_names_others = forms.BooleanField(label="Teksten nævner andre personer", required=False)
    thought = text_field("Hvad vurderer du?", required=False, help_text="Dine egne ord om, hvad det kan betyde.")
    thought_class = class_field("Vurderingens art")
    protective = text_field(
        "Hvad beskytter?", required=False, help_text="Fx en voksen, der lyttes til, job, klub, skole, søskende."
    )
    protective_class = class_field("Det beskyttendes art")
    readers = _readers_field()

    def __init__(self, *args: Any, by: Actor, areas: list[Area], source: Source, **options: Any) -> None:
        """Offer what the actor's unit may write, and what the source brings with it."""
        super().__init__(*args, places=place_names(), initial=source.initial(), **options)
        self.told_by = source
        self.areas = offer_areas(self.fields["area"], areas)
        self.offered = offer_classes(self, tuple(f"{kind.value}_class" for kind in _KINDS), by)
        self.banner = banner_for(self.offered)
        self.colleagues = offer_readers(self.fields["readers"], by)
        self.fields |= fields_of(source)
        self.fields["seen"].required = self.fields["grade"].required = source.received is None

    def worry(self) -> actions.Worry:
        """Give the worry as it was described."""
        given = self.cleaned_data
        return actions.Worry(
            role=PersonRole(given["role"]),
            grounds=frozenset(map(ConcernGround, given["grounds"])),
            level=CaseLevel(given["level"]),
            area=self.areas.get(given["area"]),
            observed_on=given["observed_on"],
            facts=tuple(self._fact(kind) for kind in _KINDS if given[kind.value]),
            notice=self.notice(),
            origin=self.told_by.origin(given, self.overridden),
        )

    def clean(self) -> dict[str, Any]:
        """Let the number that was told count where no other was typed."""
        given = super().clean() or self.cleaned_data
        if given.get("use_cpr") and "cpr" in given:
            given["cpr"] = given["cpr"] or self.told_by.cpr
        return given

    def _fact(self, kind: FactKind) -> NewFact:
        given = self.cleaned_data
        return NewFact(
            kind=kind,
            words=given[kind.value],
            information_class=InformationClass(given[f"{kind.value}_class"]),
            grade=SourceGrade(given["grade"] or SourceGrade.TOLD),
            observed_on=given["observed_on"],
            source=given["source"],
            names_others=kind is FactKind.SEEN and given["seen_names_others"],
            readers=frozenset(map(UUID, given["readers"])),
        )
