"""What is nobody's file goes too: proof of a consent, controls, leavers' names, notices, sessions, records."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.audit.pruning import forget_lately_read
from rundbord.concerns.models import Consent
from rundbord.deletion import actions
from rundbord.deletion.aging import SOURCES
from rundbord.deletion.models import DeletionRecord, PeriodDecision, PeriodProposal, RulesApproval
from rundbord.deletion.rules.catalogue import rules_of
from rundbord.deletion.rules.living import LIVES_WITH, REASONS
from rundbord.emergency.models import EmergencyAccess, EmergencyReview, EmergencyRule
from rundbord.foureyes.models import Confirmation, Order
from rundbord.identity.actions import forget_sign_ins, reactivate_user
from rundbord.identity.models import Credential, Duty, OneTimeLink, SignIn, User
from rundbord.identity.rules.users import NAMELESS
from rundbord.logcontrol.models import (
    Control,
    ControlAnswer,
    ControlItem,
    ControlJudgement,
    ControlSignature,
    ReadingLift,
    ReadingLimit,
    ReadingStop,
)
from rundbord.notices.models import Notice, NoticeSeen
from tests.concerns.files import file_on
from tests.database import as_log_keeper, as_owner, as_superuser, as_worker
from tests.deletion.rows import approved
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import logged

YEAR = 365
# Django's own list of migrations.
WITHOUT_MODEL = {"django_migrations": "django.migrations"}
ME, LABEL = uuid4(), "Test Testesen"


def test_no_table_is_nobodys() -> None:
    """Name a new table in a rule that something carries out, or in `deletion/rules/living.py` by what it lives with."""
    label_of = {each._meta.db_table: each._meta.label for each in apps.get_models(include_auto_created=True)}
    with as_superuser(), connection.cursor() as cursor:
        cursor.execute("SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'audit')")
        found = {WITHOUT_MODEL.get(table) or label_of.get(table) or f"{schema}.{table}" for schema, table in cursor}

    assert {table for table in found if not rules_of(table) and table not in LIVES_WITH} == set()
    assert {table for table in LIVES_WITH if table not in found or rules_of(table)} == set()
    ends = {table: _end_of(table) for table in LIVES_WITH}
    assert {table: end for table, end in ends.items() if end not in REASONS and not rules_of(end)} == {}


def _end_of(table: str) -> str:
    while table in LIVES_WITH:
        table = LIVES_WITH[table]
    return table


@pytest.fixture
def coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """Who works in Gladsaxe, whose night it is."""
    return actor_of(vestegnen.coordinator)


def _ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def _night(by: Actor) -> int:
    """Let the night go over the authority, and over its table."""
    gone = 0
    for at_table in (False, True):
        night = system_of(by.authority_id, partnership_id=by.partnership_id if at_table else None)
        with acting_for(night), as_worker():
            gone += actions.delete_aged(at_table=at_table, by=night)
    return gone


def _overdue(by: Actor) -> int:
    night = system_of(by.authority_id)
    with acting_for(night), as_worker():
        return sum(source.overdue(night, timezone.localdate()) for source in SOURCES)


def _left(*models: type) -> list[int]:
    with as_owner():
        return [model._default_manager.count() for model in models]  # type: ignore[attr-defined]


def _consent(by: Actor, until: date) -> None:
    person = file_on(by)
    with as_owner():
        Consent.objects.create(
            authority_id=by.authority_id,
            person=person,
            given_by=["young"],
            recipients=[],
            classes=[],
            given_on=until - timedelta(days=10),
            valid_until=until,
            is_written=True,
            is_informed=True,
            is_free=True,
            written_at=timezone.now(),
            written_by=ME,
            written_label=LABEL,
        )


def test_the_bare_proof_of_a_consent_goes_after_five_years(coordinator: Actor) -> None:
    today = timezone.localdate()
    _consent(coordinator, today - timedelta(days=5 * YEAR + 3))
    _consent(coordinator, today - timedelta(days=5 * YEAR - 3))

    with pytest.raises(ProgrammingError), acting_for(coordinator):
        Consent.objects.all().delete()
    assert _overdue(coordinator) == 1
    assert _night(coordinator) == 1

    assert (_left(Consent), _overdue(coordinator)) == ([1], 0)
    with as_owner():
        record = DeletionRecord.objects.get()
        assert (record.rule, record.rows) == ("consent_proof", 1)
    assert logged(Event.DELETED, about=record) == 1


def _control(authority_id: object, drawn: datetime) -> None:
    own = {"authority_id": authority_id}
    control = Control.objects.create(
        **own,
        first_day=drawn.date(),
        last_day=drawn.date(),
        drawn_at=drawn,
        seed=b"0",
        population=1,
        due_on=drawn.date(),
    )
    item = ControlItem.objects.create(
        **own,
        control=control,
        entry_id=uuid4(),
        read_at=drawn,
        event="x",
        reader_id=ME,
        reader_label=LABEL,
        relation="x",
    )
    ControlAnswer.objects.create(**own, item=item, reason="x", at=timezone.now())
    ControlJudgement.objects.create(**own, item=item, verdict="x", judged_by=ME, judged_label=LABEL, at=drawn)
    ControlSignature.objects.create(**own, control=control, signed_by=ME, signed_label=LABEL, signed_at=drawn)


def _stops_and_uses(vestegnen: Vestegnen, at: datetime) -> None:
    own = {"authority": vestegnen.gladsaxe}
    told = {"set_by": ME, "set_label": LABEL}
    stop = ReadingStop.objects.create(**own, user_id=ME, user_label=LABEL, day=at.date(), window="x", at=at)
    ReadingLift.objects.create(**own, stop=stop, reason="x", lifted_by=ME, lifted_label=LABEL, at=timezone.now())
    ReadingLimit.objects.create(**own, **told, per_hour=5, per_day=9, reason="x", at=at)
    EmergencyRule.objects.create(**own, **told, roles=["leader"], at=at)
    use = EmergencyAccess.objects.create(
        **own,
        person_id=uuid4(),
        unit=vestegnen.gladsaxe_ssp,
        lead_id=ME,
        user_id=ME,
        user_label=LABEL,
        reason="x",
        opened_at=at,
        ends_at=at + timedelta(hours=1),
        ended_at=at,
        due_on=at.date(),
    )
    EmergencyReview.objects.create(
        **own, access=use, finding="x", note="x", reviewed_by=ME, reviewed_label=LABEL, at=timezone.now()
    )


def test_controls_stops_and_uses_of_break_glass_go_after_two_years_and_what_stands_now_stays(
    coordinator: Actor, vestegnen: Vestegnen
) -> None:
    with as_owner():
        for days in (900, 800, 10):
            _control(vestegnen.gladsaxe.pk, _ago(days))
            _stops_and_uses(vestegnen, _ago(days))
        _control(vestegnen.herlev.pk, _ago(800))

    assert _overdue(coordinator) == 2 * 9 + 2
    assert _night(coordinator) == 2 * 9 + 2
    assert _left(Control, ControlItem, ControlAnswer, ControlJudgement, ControlSignature) == [2] * 5
    # Of the limits and rules the newest old one stays: it may be the one that stands.
    assert _left(ReadingStop, ReadingLift, ReadingLimit, EmergencyRule) == [1, 1, 2, 2]
    assert _left(EmergencyAccess, EmergencyReview) == [1, 1]


def test_a_shorter_period_that_was_approved_counts_and_never_one_below_the_databases_own(
    coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    approved(vestegnen.gladsaxe, vestegnen.coordinator, vestegnen.dpo, rule="log_like", days=400)
    with as_owner():
        for days in (401, 399):
            _control(vestegnen.gladsaxe.pk, _ago(days))

    assert _night(coordinator) == 5
    night = system_of(coordinator.authority_id)
    with acting_for(night), as_worker():
        assert ControlItem.objects.filter(read_at__lt=_ago(365)).count() == 1
        assert Control.objects.filter(drawn_at__gt=_ago(365)).delete()[0] == 0


def test_who_left_five_years_ago_is_named_nowhere_and_the_logs_number_leads_to_nobody(
    coordinator: Actor, vestegnen: Vestegnen
) -> None:
    with as_owner():
        made = [
            User.objects.create(
                authority=vestegnen.gladsaxe,
                sign_in_name=f"opdigtet{days}",
                name=f"Opdigtet Nummer {days}",
                email="opdigtet@example.org",
                closed_at=_ago(days),
            )
            for days in (5 * YEAR + 3, 5 * YEAR - 3)
        ]
        for user in made:
            Duty.objects.create(
                authority=vestegnen.gladsaxe,
                unit=vestegnen.gladsaxe_ssp,
                user=user,
                user_label=user.name,
                role="coordinator",
                starts_on=date(2015, 1, 1),
            )

    assert _overdue(coordinator) == 1
    assert _night(coordinator) == 2

    with as_owner():
        gone, kept = (User.objects.get(pk=user.pk) for user in made)
        assert (gone.name, gone.email, gone.duties.get().user_label) == (NAMELESS, "", NAMELESS)
        assert "opdigtet" not in gone.sign_in_name
        assert (kept.name, kept.duties.get().user_label) == (made[1].name, made[1].name)
    administrator = system_of(coordinator.authority_id)
    with acting_for(administrator), pytest.raises(Refused):
        reactivate_user(gone, by=administrator)
    assert _night(coordinator) == 0


def test_notices_go_after_ninety_days_with_who_has_seen_them(coordinator: Actor, vestegnen: Vestegnen) -> None:
    with as_owner():
        for days in (91, 89):
            notice = Notice.objects.create(
                partnership_id=coordinator.table,
                authority=vestegnen.herlev,
                recipient=vestegnen.gladsaxe,
                kind="x",
                path="/",
                at=_ago(days),
            )
            NoticeSeen.objects.create(
                authority=vestegnen.gladsaxe, user=vestegnen.coordinator, notice=notice, at=timezone.now()
            )

    assert _night(coordinator) == 2
    assert _left(Notice, NoticeSeen) == [1, 1]


def test_records_and_orders_go_after_five_years_and_a_period_in_force_stays(
    coordinator: Actor, vestegnen: Vestegnen
) -> None:
    said = {"said_by": ME, "said_label": LABEL}
    for days in (300, 200):
        approved(vestegnen.gladsaxe, vestegnen.coordinator, vestegnen.dpo, days=days)
    with as_owner():
        PeriodProposal.objects.update(said_at=_ago(6 * YEAR))
        for number, decision in enumerate(PeriodDecision.objects.order_by("said_at")):
            PeriodDecision.objects.filter(pk=decision.pk).update(said_at=_ago(6 * YEAR - number))
        for days in (7 * YEAR, 6 * YEAR):
            RulesApproval.objects.create(
                **said, authority=vestegnen.gladsaxe, fingerprint="x", review_on=date(2020, 1, 1), said_at=_ago(days)
            )
            order = Order.objects.create(
                authority=vestegnen.gladsaxe,
                partnership_id=coordinator.table,
                kind="x",
                subject=ME,
                day=date(2020, 1, 1),
                words="x",
                ordered_by=ME,
                ordered_label=LABEL,
                ordered_at=_ago(days),
                lapses_at=_ago(days - 1),
            )
            Confirmation.objects.create(
                authority=vestegnen.herlev,
                partnership_id=coordinator.table,
                order=order,
                confirmed_by=uuid4(),
                confirmed_label=LABEL,
                at=_ago(days) if days > 6 * YEAR else _ago(10),
            )
        DeletionRecord.objects.create(
            authority=vestegnen.gladsaxe,
            rule="x",
            at=_ago(6 * YEAR),
            carried_out_by="x",
            user_id=ME,
            rows=1,
            keys=1,
            salt=b"0",
        )

    _night(coordinator)
    with as_owner():
        assert list(PeriodDecision.objects.values_list("proposal__days", flat=True)) == [200]
        assert list(PeriodProposal.objects.values_list("days", flat=True)) == [200]
        assert RulesApproval.objects.count() == 1
        assert not DeletionRecord.objects.filter(rule="x").exists()
        # Herlev's confirmation is Herlev's to delete: until it is gone, the order stays under it.
        assert (Order.objects.count(), Confirmation.objects.count()) == (2, 2)
    herlev = system_of(vestegnen.herlev.pk, partnership_id=coordinator.partnership_id)
    with acting_for(herlev), as_worker():
        actions.delete_aged(at_table=True, by=herlev)
    _night(coordinator)
    assert _left(Order, Confirmation) == [1, 1]


def test_sessions_links_and_a_leavers_way_in_go(vestegnen: Vestegnen) -> None:
    user = vestegnen.coordinator
    with as_owner():
        duty = user.duties.get()
        SignIn.objects.all().delete()
        for days in (91, 89):
            SignIn.objects.create(
                user=user, duty=duty, token_hash=bytes([days]), started_at=_ago(days), seen_at=_ago(days)
            )
            OneTimeLink.objects.create(
                authority=user.authority, user=user, token_hash=bytes([days]), expires_at=_ago(days - 88)
            )
        Credential.objects.filter(user=user).delete()
        Credential.objects.create(user=user, password_hash="x", set_at=_ago(1))

    forget_sign_ins()
    assert _left(SignIn, OneTimeLink) == [1, 1]
    with as_owner():
        assert Credential.objects.filter(user=user).exists()
        User.objects.filter(pk=user.pk).update(closed_at=_ago(91))
    forget_sign_ins()
    with as_owner():
        assert not Credential.objects.filter(user=user).exists()


def test_whom_somebody_read_about_is_forgotten_though_they_read_no_more(coordinator: Actor) -> None:
    with as_log_keeper(), connection.cursor() as cursor:
        for days in (5, 0):
            cursor.execute(
                "INSERT INTO audit.lately_read VALUES (%s, %s, now()::date - %s, %s, now())",
                [coordinator.authority_id, coordinator.user_id, days, str(uuid4())],
            )

    with as_worker():
        assert forget_lately_read() == 1
