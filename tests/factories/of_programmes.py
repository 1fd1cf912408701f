"""A course of Gladsaxe's SSP with somebody on it, and an employee who is trained: what addresses of programmes name."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from rundbord.keys.models import DataKey
from rundbord.programmes.models import Cohort, CourseDay, Participant, Programme, Training
from tests.factories.situations import Vestegnen


def of_programmes(world: Vestegnen) -> dict[tuple[str, str], Model]:
    now, today = timezone.now(), timezone.localdate()
    own = {"authority": world.gladsaxe, "unit": world.gladsaxe_ssp}
    common = {"partnership": world.partnership, **own}
    programme = Programme.objects.create(**common, name="Politikadet", opened_at=now)
    cohort = Cohort.objects.create(
        **common, programme=programme, name="Forår", starts_on=today, ends_on=today + timedelta(days=90), places=12
    )
    key = DataKey.objects.create(
        authority_id=world.gladsaxe.pk, created_at=now, wrapped=b"", version=1, destroyed_at=now
    )
    participant = Participant.objects.create(
        **own, cohort=cohort, data_key=key, name=b"-", added_at=now, delete_on=today + timedelta(days=270)
    )
    training = Training.objects.create(
        **own, employee_label="Gademedarbejder", topic="Førstehjælp", trained_on=today, noted_at=now
    )
    return {
        ("programmes", "programme_id"): programme,
        ("programmes", "cohort_id"): cohort,
        ("programmes", "day_id"): CourseDay.objects.create(**common, cohort=cohort, day=today),
        ("programmes", "participant_id"): participant,
        ("programmes", "training_id"): training,
    }
