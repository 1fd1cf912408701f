"""An example of every row that an address names, each narrow where it can be: the police and Gladsaxe may read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from django.db.models import Model
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity import actions as identity
from rundbord.identity.models import Duty, Invitation, Passkey, Privilege, SignIn, Unit, User
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.insight.models import PeriodReport
from rundbord.interventions.models import ExitCopy
from rundbord.partnership.models import (
    Activity,
    Agreement,
    Area,
    BudgetLine,
    ChairTerm,
    ClubOffer,
    FocusPoint,
    Gathering,
    Goal,
    HandOverStep,
    Measure,
    Party,
    PersonEffort,
    Plan,
    Promise,
    Renewal,
    Signature,
    WalkObservation,
)
from rundbord.situation.models import Picture, SourceText
from rundbord.streetwork.rules.quarters import quarter_on
from tests.audit.witnesses import a_witness
from tests.breaches.test_breaches import breach_of
from tests.concerns.attaching import attachment_to
from tests.concerns.files import assignment_of, consent_to, file_on
from tests.database import as_owner
from tests.deletion.rows import proposal_of
from tests.departure.rows import export_by
from tests.emergency.rows import use_by
from tests.factories import narrow, rows
from tests.factories.of_interventions import of_interventions
from tests.factories.of_programmes import of_programmes
from tests.factories.pictures import Morning
from tests.factories.questions import put_before_name
from tests.factories.situations import ActorOf, Vestegnen
from tests.foureyes.rows import order_by
from tests.handover.examples import of_hand_over
from tests.interventions.exits import active, coordinator, letter_by, told_to
from tests.logcontrol.rows import control_of, item_in, stop_of
from tests.rights.asking import of_rights, registrar, remedy_of
from tests.sharing.examples import of_disclosures
from tests.sharing.telling import table_of


class Example(NamedTuple):
    """What an address says, and the row that it means; None where the key is a word that anybody may say."""

    key: object
    row: Model | None


Examples = Mapping[tuple[str, str], Example]


@pytest.fixture
def examples(  # noqa: PLR0917 - pytest gives fixtures by name
    vestegnen: Vestegnen, morning: Morning, published: Picture, received: SourceText, actor_of: ActorOf
) -> Examples:
    """Examples by the app whose screen is asked and the name of the key in its address."""
    with as_owner():
        somebody = _somebody(vestegnen)
        made = {
            **narrow.of_alerts(vestegnen),
            **narrow.of_conflicts(vestegnen),
            **_of_identity(vestegnen, somebody),
            **_of_partnership(vestegnen),
            **narrow.of_the_situation(vestegnen, morning, published),
            **narrow.of_plans(vestegnen),
            **narrow.of_shifts(vestegnen),
            **narrow.of_questions(vestegnen),
            **of_programmes(vestegnen),
            **narrow.of_meetings(vestegnen),
        }
    table = table_of(vestegnen, actor_of)
    made |= of_disclosures(vestegnen, table)
    made |= of_hand_over(table)
    made |= of_interventions(vestegnen, actor_of)
    administrator = actor_of(vestegnen.administrator)
    with acting_for(administrator):
        token = identity.make_link(somebody, by=administrator)
    made |= _of_concerns(actor_of(vestegnen.coordinator))
    control = control_of(vestegnen.gladsaxe)
    made["logcontrol", "control_id"] = control
    made["logcontrol", "item_id"] = item_in(control, vestegnen.coordinator)
    made["foureyes", "order_id"] = order_by(vestegnen.secretary, vestegnen.partnership, vestegnen.outside)
    made["departure", "export_id"] = export_by(vestegnen.leader, vestegnen.partnership)
    made["emergency", "access_id"] = use_by(vestegnen.coordinator, vestegnen.gladsaxe_ssp)
    made["logcontrol", "stop_id"] = stop_of(vestegnen.coordinator, vestegnen.gladsaxe)
    made["deletion", "proposal_id"] = proposal_of(vestegnen.gladsaxe, vestegnen.leader)
    desk = actor_of(registrar(vestegnen.gladsaxe_ssp))
    made |= of_rights(desk, vestegnen.herlev, vestegnen.partnership)
    with acting_for(system_of(vestegnen.gladsaxe.pk)):
        made["rights", "remedy_id"] = remedy_of(made["rights", "request_id"], made["concerns", "person_id"])
    made["breaches", "breach_id"] = breach_of(desk)
    made |= _of_exit(actor_of(coordinator(vestegnen.gladsaxe_ssp)), actor_of(coordinator(vestegnen.local_police)))
    put = put_before_name(made["concerns", "person_id"], made["sharing", "question_id"].pk)
    return {
        **{name: Example(row.pk, row) for name, row in made.items()},
        ("concerns", "question_id"): Example(put.question_id, put),
        ("situation", "source_id"): Example(received.pk, received),
        ("situation", "position"): Example(1, received),
        ("situation", "number"): Example(published.number, published),
        ("situation", "kind"): Example("summary", None),
        ("situation", "audience"): Example("parties", None),
        ("situation", "token"): Example("abcde-fghjk-mnpqr-stuvw", None),
        ("identity", "token"): Example(token, None),
        ("identity", "number"): Example(1, None),
        ("identity", "code"): Example("gladsaxe", None),
        ("zones", "number"): Example(1, made["zones", "zone_id"]),
        ("streetwork", "quarter_key"): Example(quarter_on(timezone.localdate()).key, None),
        ("streetwork", "municipality_id"): Example(vestegnen.gladsaxe.pk, None),
        ("deletion", "rule_key"): Example("file_closed", None),
        ("web", "name"): Example("kilder", None),
        ("privacy", "witness_id"): Example(a_witness(actor_of(vestegnen.dpo)), None),
        ("interventions", "step_key"): Example("visit", None),
        ("rights", "group"): Example("own", None),
        ("insight", "section"): Example("origin", None),
        ("insight", "grade"): Example("measured", None),
        ("insight", "key"): Example("beslutninger", None),
    }


def _of_exit(by: Actor, reader: Actor) -> dict[tuple[str, str], Model]:
    case, told, letter = active(by), told_to(reader, by), letter_by(by)
    with as_owner():
        return {
            ("interventions", "exit_id"): case,
            ("interventions", "exit_step_id"): case.steps.get(),
            ("interventions", "exit_told_id"): told,
            ("interventions", "exit_letter_id"): letter,
            ("interventions", "exit_copy_id"): ExitCopy.objects.get(disclosure_id=told.pk),
        }


def _of_concerns(by: Actor) -> dict[tuple[str, str], Model]:
    person = file_on(by)
    with acting_for(by):
        return {
            ("concerns", "person_id"): person,
            ("concerns", "concern_id"): person.concerns.get(),
            ("concerns", "fact_id"): person.facts.get(),
            ("concerns", "attachment_id"): attachment_to(person, by),
            ("concerns", "consent_id"): consent_to(person, by),
            ("concerns", "assignment_id"): assignment_of(person, by),
        }


def _somebody(world: Vestegnen) -> User:
    """Make a user in a unit of their own: closing either closes none of the situation's people out."""
    return rows.user(rows.unit(world.gladsaxe, "SSP Nord"), Role.REPORTER, sign_in_name="nord")


def _of_identity(world: Vestegnen, somebody: User) -> dict[tuple[str, str], Model]:
    now = timezone.now()
    duty = Duty.objects.select_related("unit").get(user=somebody)
    invitation = Invitation.objects.create(
        authority=world.gladsaxe,
        unit=world.gladsaxe_ssp,
        role="reporter",
        full_sign_in_name="en-anden@politi",
        made_by=world.administrator.pk,
    )
    return {
        ("identity", "user_id"): somebody,
        ("identity", "unit_id"): duty.unit,
        ("identity", "duty_id"): duty,
        ("identity", "invitation_id"): invitation,
        ("identity", "privilege_id"): Privilege.objects.create(
            authority=world.gladsaxe, value="rundbord-indberetter", unit=duty.unit, role="reporter"
        ),
        ("identity", "passkey_id"): Passkey.objects.create(
            user=somebody,
            name="Telefonen",
            credential_id=b"nord",
            public_key=b"-",
            sign_count=0,
            is_backed_up=False,
            added_at=now,
        ),
        ("identity", "sign_in_id"): SignIn.objects.create(
            user=somebody, duty=duty, token_hash=b"nord", started_at=now, seen_at=now
        ),
        ("notices", "notice_id"): rows.notice(world.partnership, world.police, world.gladsaxe),
    }


def _of_governing(agreement: Agreement, party: Party) -> dict[tuple[str, str], Model]:
    today, here = timezone.localdate(), {"partnership": agreement.partnership}
    chair = ChairTerm.objects.create(**here, party=party, starts_on=today)
    effort = PersonEffort.objects.create(**here, title="Fælles hjemmebesøg", begun_on=today)
    renewal = Renewal(effort=effort, until=today, decide_by=today, quorum=2, voters=3, opened_on=today, **here)
    renewal.save()
    signed = Signature.objects.create(**here, agreement=agreement, party=party, office="Borgmester", signed_on=today)
    plan = Plan.objects.create(**here, year=today.year)
    owner = rows.unit(party.authority, "SSP Ballerup")
    measure = Measure.objects.create(**here, plan=plan, number=1, title="Møder", owner=owner, status="planned")
    activity = Activity.objects.create(**here, authority=party.authority, measure=measure, held_on=today)
    goal = Goal(title="Tryghed", indicator="Andel utrygge", baseline=20, target=10, source="Måling", **here)
    goal.baseline_on, goal.target_on = today, today + timedelta(days=365)
    goal.save()
    return {
        **_of_residents(owner, today),
        ("partnership", "plan_id"): plan,
        ("partnership", "measure_id"): measure,
        ("partnership", "activity_id"): activity,
        ("partnership", "goal_id"): goal,
        ("partnership", "term_id"): chair,
        ("partnership", "step_id"): HandOverStep.objects.create(**here, chair=chair, kind="budget"),
        ("partnership", "effort_id"): effort,
        ("partnership", "renewal_id"): renewal,
        ("partnership", "signature_id"): signed,
        ("partnership", "line_id"): BudgetLine.objects.create(
            **here, agreement=agreement, party=party, year=today.year, amount=1000
        ),
    }


def _of_residents(owner: Unit, today: date) -> dict[tuple[str, str], Model]:
    table = Party.objects.get(authority=owner.authority).partnership
    here: dict[str, Any] = {"partnership": table, "authority": owner.authority}
    area = Area.objects.filter(partnership=table).order_by("name")[0]
    days = {"due_on": today, "owner": owner}
    walk = Gathering.objects.create(**here, kind="safety_walk", title="Aftentur", held_on=today)
    return {
        ("partnership", "gathering_id"): walk,
        ("partnership", "promise_id"): Promise.objects.create(
            **here, gathering=walk, area=area, text="Nyt lys", feedback_on=today, state="open", **days
        ),
        ("partnership", "observation_id"): WalkObservation.objects.create(
            **here, gathering=walk, place="Stien", category="light", priority="high", state="open", **days
        ),
        ("partnership", "offer_id"): ClubOffer.objects.create(
            **here, area=area, association="Idrætsforeningen", title="Fodbold"
        ),
    }


def _of_partnership(world: Vestegnen) -> dict[tuple[str, str], Model]:
    today = timezone.localdate()
    joined = rows.authority("Ballerup Kommune", AuthorityKind.MUNICIPALITY, code="ballerup")
    party = Party.objects.create(
        partnership=world.partnership, authority=joined, kind=joined.kind, joined_on=rows.LONG_AGO
    )
    agreement = Agreement.objects.create(
        partnership=world.partnership,
        title="Aftale om tryghed",
        signed_on=today,
        starts_on=today,
        ends_on=today + timedelta(days=365),
    )
    return {
        **_of_governing(agreement, party),
        ("partnership", "agreement_id"): agreement,
        ("partnership", "party_id"): party,
        ("partnership", "focus_point_id"): FocusPoint.objects.create(
            partnership=world.partnership, position=1, title="Tryghed ved stationen"
        ),
        ("partnership", "duty_id"): rows.reporting_duty(world.partnership, world.gladsaxe_ssp),
        ("partnership", "area_id"): world.station,
        ("insight", "area_id"): world.station,
        ("insight", "report_id"): PeriodReport.objects.create(
            partnership=world.partnership,
            authority=world.gladsaxe,
            kind="half",
            first=rows.LONG_AGO,
            last=today,
            made_at=timezone.now(),
        ),
        ("streetwork", "area_id"): world.station,
    }
