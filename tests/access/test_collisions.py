"""Two at the same moment: what one wrote first is a refusal in Danish to the other, and never a failure.

A check that looks first is blinded here, as it is while the other's row is not committed; the database judges for real.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.db.models import UniqueConstraint
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.config.environment import ROOT
from rundbord.foureyes.vocabulary import DeedKind
from rundbord.identity.actions import DutyTerms, NewUser, UnitTerms, change_unit, create_unit, create_user, import_users
from rundbord.identity.models import Unit, User
from rundbord.identity.rules.user_table import Surroundings, judged
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.actions import AreaTerms, change_area, create_area, hand_over_chair
from rundbord.partnership.actions.change_parties import admit_as_ordered
from rundbord.partnership.actions.hand_over_chair import HANDED_OVER
from rundbord.partnership.models import ChairTerm, Party
from rundbord.situation.actions import receive_source_text
from tests.factories import rows
from tests.factories.police_reports import PUBLISHED, TEXT
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.foureyes.rows import confirmed

# Unique constraints that no action names, each with what happens instead.
SETTLED_OTHERWISE = {
    "promise_published_once": "published twice is published",
    "hand_over_step_once": "written with the chair term, at once",
    "one_vote_a_party": "a party's newest word stands",
    "one_draft_per_form": "the newest words win",
    "folding_once_a_category": "the same wish twice is one wish",
    "notice_seen_once": "seen twice is seen",
    "export_piece_once": "one worker at a time builds an export",
    "reading_once_a_user": "read twice is read",
    "picture_number_once": "publish_picture tells who was first",
    "one_draft_picture_at_a_time": "both get the same draft",
    "section_version_once": "edit_section shows both texts",
    "incident_revision_once": "revise holds the incident by its version",
    "one_verdict_at_a_time": "give_verdict tells who judged first",
    "correction_number_once": "correct_picture holds the picture",
    "zone_touches_area_once": "written once, with the zone",
    "zone_decision_once_a_version": "who prolongs, ends or corrects a zone holds it",
    "zone_place_once_a_version": "who corrects a zone holds it",
    "unusual_count_once": "found twice is one find",
    "unusual_look_once": "the newest night stands",
    "near_repeat_table_once": "the newest night stands",
    "repeat_once": "found twice is one find",
    "route_area_once_a_shift": "who plans a shift writes its route, who ends it holds it",
    "team_member_once_a_shift": "who plans a shift writes its team, at once",
    "one_challenge_per_ceremony": "the newest challenge stands",
    "call_once_a_unit": "calls are written with their event",
    "safety_receipt_once_a_unit": "receipts are written with their notice",
    "conflict_area_once": "whoever writes holds the conflict",
    "conflict_revision_once": "whoever writes holds the conflict",
    "feed_item_once": "the worker leaves the item to the next round",
    "handed_over_once": "handed over twice is handed over",
    "receipt_once": "read twice is read",
    "copy_erased_once": "erased twice is erased",
    "reader_named_once": "named twice is named",
    "confirmation_once": "confirmed twice is confirmed",
    "exit_recalled_once": "taken back twice is taken back",
    "exit_replied_once": "said twice is said",
    "background_figure_once": "the newest import stands",
    "mark_once_a_nomination": "a mark is written with its nomination, at once",
    "commitment_once_a_party": "a round is sealed once",
    "meeting_number_once": "whoever calls a meeting holds the forum",
    "attendance_once_a_seat": "the newest word on a seat stands",
    "minutes_once_a_meeting": "whoever fixes minutes holds the meeting",
    "line_asked_once": "a question is written with its line, at once",
    "hand_over_cleared_once": "cleared once: a second clearing finds nothing left to clear",
    "file_once_a_meeting": "brought twice is brought",
    "control_once_a_week": "the machine draws a week once",
    "reading_stop_once_a_day": "stopped again is stopped",
    "control_item_once": "drawn by one act, each reading once",
    "copy_once_a_meeting": "brought twice is brought",
    "size_once_a_party": "a round is sealed once",
    "presence_once_a_day": "noted again is noted anew",
    "reminder_once_a_day": "the night's work is one job, and a step that was taken is not taken again",
}


def test_every_unique_constraint_is_answered_by_an_action_or_settled_otherwise() -> None:
    named = {
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith("rundbord.")
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    }
    actions = "".join(Path(file).read_text("utf-8") for file in (ROOT / "src").glob("rundbord/*/actions/*.py"))
    answered = set(re.findall(r'\{"(\w+)": \{"\w*": ', actions))

    assert named - set(SETTLED_OTHERWISE) == answered
    assert set(SETTLED_OTHERWISE) <= named


def test_a_constraint_that_nobody_answers_for_stays_a_failure(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with (
        acting_for(actor_of(vestegnen.administrator)),
        pytest.raises(IntegrityError, match="sign_in_name_once_per_authority"),
        refusing_collisions({"unit_name_once_per_authority": {"name": "Optaget"}}),
    ):
        User.objects.create(authority_id=vestegnen.gladsaxe.pk, sign_in_name="koordinator", name="En til")


@pytest.fixture
def _nobody_looks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other's row is not there yet when the rule looks."""
    for module, look, answer in (
        ("identity.actions.create_user", "is_sign_in_name_taken", False),
        ("identity.actions.change_units", "is_unit_name_taken", False),
        ("partnership.actions.change_areas", "_refuse_wrong", None),
        ("partnership.actions.change_parties", "objections_to_joining", {}),
        ("situation.actions.receive_source_text", "_refuse_known", None),
    ):
        monkeypatch.setattr(import_module(f"rundbord.{module}"), look, lambda *_, _answer=answer, **__: _answer)


def _same_user(vestegnen: Vestegnen, by: Actor) -> object:
    duty = DutyTerms(unit=vestegnen.gladsaxe_ssp, role=Role.REPORTER, starts_on=timezone.localdate())
    return create_user(NewUser(sign_in_name="koordinator", name="En til"), duty=duty, by=by)


def _unit_terms(name: str) -> UnitTerms:
    return UnitTerms(name=name, kind="ssp", regime="gdpr", channels=[])


def _same_unit(vestegnen: Vestegnen, by: Actor) -> object:
    return create_unit(_unit_terms("Gadeteamet"), by=by)


def _unit_named_alike(vestegnen: Vestegnen, by: Actor) -> object:
    change_unit(Unit.objects.get(pk=vestegnen.gladsaxe_ssp.pk), _unit_terms("Gadeteamet"), by=by)
    return vestegnen.gladsaxe_ssp


def _area_terms(vestegnen: Vestegnen, name: str) -> AreaTerms:
    return AreaTerms(name=name, kind="district", authority=vestegnen.gladsaxe, outline=None, streets=("Prøvevej",))


def _same_area(vestegnen: Vestegnen, by: Actor) -> object:
    return create_area(_area_terms(vestegnen, "Stationen"), by=by)


def _area_named_alike(vestegnen: Vestegnen, by: Actor) -> object:
    change_area(vestegnen.park, _area_terms(vestegnen, "Stationen"), by=by)
    return vestegnen.park


def _same_party(vestegnen: Vestegnen, by: Actor) -> object:
    order = confirmed(DeedKind.ADMIT_PARTY, vestegnen.herlev.pk, rows.LONG_AGO, by=by)
    admit_as_ordered(order, by)
    return order


def _second_chair(vestegnen: Vestegnen, by: Actor) -> object:
    parties = list(Party.objects.filter(authority__in=[vestegnen.gladsaxe, vestegnen.herlev]))
    hand_over_chair(parties[0], starts_on=date(2026, 1, 1), note="", overridden=[], by=by)
    with refusing_collisions(HANDED_OVER):
        return ChairTerm.objects.create(partnership=vestegnen.partnership, party=parties[1], starts_on=date(2026, 1, 1))


def _same_imported_user(vestegnen: Vestegnen, by: Actor) -> object:
    cells = {"name": "En til", "sign_in_name": "koordinator", "unit": "gadeteamet", "role": "indberetter"}
    units = {"gadeteamet": vestegnen.gladsaxe_street.pk}
    around = Surroundings(kind=AuthorityKind.MUNICIPALITY, units=units, taken=(), today=timezone.localdate())
    return import_users(judged([(2, cells)], around), by=by)


def _same_source_text(vestegnen: Vestegnen, by: Actor) -> object:
    receive_source_text(TEXT, name="Den første", published_on=PUBLISHED, by=by)
    return receive_source_text(TEXT, name="Den anden", published_on=PUBLISHED, by=by)


Act = Callable[[Vestegnen, Actor], object]


@pytest.mark.usefixtures("_nobody_looks_first", "on_the_day")
@pytest.mark.parametrize(
    "second",
    [
        (_same_user, "administrator", "sign_in_name"),
        (_same_unit, "administrator", "name"),
        (_unit_named_alike, "administrator", "name"),
        (_same_area, "secretary", "name"),
        (_area_named_alike, "secretary", "name"),
        (_same_party, "secretary", "authority"),
        (_second_chair, "secretary", "starts_on"),
        (_same_imported_user, "administrator", "table"),
        (_same_source_text, "officer", "text"),
    ],
)
def test_whoever_is_second_is_told_beside_the_field(
    vestegnen: Vestegnen, actor_of: ActorOf, second: tuple[Act, str, str]
) -> None:
    act, who, field = second
    actor = actor_of(getattr(vestegnen, who))

    with acting_for(actor), pytest.raises(Refused) as refusal:
        act(vestegnen, actor)

    assert list(refusal.value.reasons) == [field]


@pytest.mark.usefixtures("_nobody_looks_first")
def test_the_second_administrator_keeps_everything_typed(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    typed = {
        "name": "Gademedarbejder, Nord",
        "sign_in_name": "koordinator",
        "email": "gade.nord@eksempel.invalid",
        "unit": str(vestegnen.gladsaxe_street.pk),
        "role": Role.REPORTER.value,
        "starts_on": timezone.localdate().isoformat(),
        "ends_on": "",
    }

    response = client_of(vestegnen.administrator).post("/brugere/ny/", typed)

    form = response.context["form"]
    assert response.status_code == 200
    assert form.errors == {"sign_in_name": ["Brugernavnet er allerede i brug hos jer."]}
    assert {name: form[name].value() for name in typed} == typed
