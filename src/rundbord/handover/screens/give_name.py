"""Give name — giv navnet: after a line was taken up, everything that stands against it at once, and then the act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.handover import actions
from rundbord.handover.models import HandOverLine
from rundbord.handover.queries.naming import Named, Naming, named
from rundbord.handover.queries.opened import opened
from rundbord.handover.queries.places import line_of
from rundbord.keys.queries import open_key
from rundbord.sharing import queries as sharing
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.handling import handling_of
from rundbord.sharing.rules.judging import objections_to
from rundbord.sharing.rules.objections import Objection
from rundbord.sharing.rules.outsiders import can_be_carried_out_here
from rundbord.sharing.rules.proposing import Candidate, propose_basis
from rundbord.sharing.vocabulary import DisclosurePurpose, LegalBasis, OffenceGround, Requirement
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen

_USE, _LOOK = "brug", "se"


class NameForm(forms.Form):
    """Why the unit needs to know who it is, and on which basis."""

    purpose = forms.ChoiceField(label="Hvad er formålet?", choices=DisclosurePurpose.choices())
    necessity = forms.CharField(
        label="Hvorfor er det nødvendigt?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv, hvorfor enheden har brug for navnet."},
    )
    basis = forms.ChoiceField(label="Hjemmel", required=False)
    present = forms.MultipleChoiceField(
        label="Det står jeg inde for",
        required=False,
        choices=Requirement.choices(),
        widget=forms.CheckboxSelectMultiple,
    )
    offence_ground = forms.ChoiceField(
        label="Grunden til, at strafbare forhold kan gives videre",
        required=False,
        choices=[("", "Ikke valgt"), *OffenceGround.choices()],
        widget=ChoiceButtons,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the bases that lead to a copy here."""
        super().__init__(*args, **options)
        carried = [each for each in LegalBasis if can_be_carried_out_here(each)]
        self.fields["basis"].choices = [("", "Lad Rundbord foreslå"), *((each.value, each.label) for each in carried)]  # type: ignore[attr-defined]

    def naming(self) -> Naming:
        """Give what was chosen and typed."""
        given = self.cleaned_data
        return Naming(
            purpose=DisclosurePurpose(given["purpose"]),
            necessity=given["necessity"],
            basis=LegalBasis(given["basis"]) if given["basis"] else None,
            present=frozenset(map(Requirement, given["present"])),
            offence_ground=OffenceGround(given["offence_ground"]) if given["offence_ground"] else None,
        )


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What stands against a name, which bases would carry it, and what the chosen one asks for."""

    objections: list[Objection]
    would_hold: list[Candidate]
    needs: tuple[Requirement, ...]
    ends_on: object


@screen(Permission.DISCLOSE, reads=Subject.YOUNG_PERSON, writes=True)
def give_name(request: SignedInRequest, line_id: UUID) -> HttpResponse:
    """Show the line with its name; judge what was typed; give it."""
    line = line_of(line_id)
    if line.disclosure_id is not None:
        raise Http404
    form = NameForm(_sent(request), initial={"purpose": DisclosurePurpose.CRIME_PREVENTION.value})
    put = named(line, open_key(line.list.data_key_id), form.naming(), request.actor) if form.is_valid() else None
    judged = _judged(put) if put else None
    is_clear = judged is not None and not judged.objections and not {_USE, _LOOK} & set(request.POST)
    if is_clear and attempt(form, lambda: bool(actions.give_name(line, form.naming(), by=request.actor))):
        return HttpResponseRedirect(reverse("handover:hand_over", args=[line.list.meeting_id]))
    actions.read_list(line.list, by=request.actor)
    return page(request, "handover/give_name.html", _context(line, form, judged))


def _context(line: HandOverLine, form: NameForm, judged: Judged | None) -> dict[str, object]:
    unit = line.addressed_unit
    return {
        "line": opened(line, open_key(line.list.data_key_id)),
        "form": form,
        "judged": judged,
        "unit": unit,
        "readers": sharing.readers_in([unit]).get(unit.pk, 0),
        "chosen": set(form["present"].value() or ()),
        "back_url": reverse("handover:hand_over", args=[line.list.meeting_id]),
    }


def _sent(request: SignedInRequest) -> Any:
    if request.method != "POST":
        return None
    data = request.POST.copy()
    chosen = str(data.get(_USE, ""))
    if chosen in set(LegalBasis):
        data["basis"] = chosen
    return data


def _judged(put: Named) -> Judged:
    proposal = put.proposal
    holding = [each for each in propose_basis(proposal).would_hold if can_be_carried_out_here(each.basis)]
    return Judged(
        objections=objections_to(proposal),
        would_hold=holding,
        needs=BASES[proposal.basis].needs if proposal.basis else (),
        ends_on=handling_of(proposal, proposal.basis).ends_on if proposal.basis else None,
    )
