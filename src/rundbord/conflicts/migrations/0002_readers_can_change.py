"""The authority that owns a conflict can give it other readers, with all that belongs to it, and says why."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from rundbord.conflicts.row_policies import ClearedByPolice, FollowsConflict, IdentityOfGroup, InConflict
from rundbord.conflicts.sql import CHANGE_READERS, WITHOUT_CHANGE_READERS
from rundbord.partnership.row_policies import ReachedAnew

_FOLLOWING = {
    "conflictarea": "conflict_area_reached_anew",
    "conflictevent": "conflict_event_reached_anew",
    "conflictgroup": "group_reached_anew",
    "conflictrevision": "conflict_revision_reached_anew",
    "evidence": "evidence_reached_anew",
    "hypothesis": "hypothesis_reached_anew",
    "retaliationwindow": "window_reached_anew",
    "review": "review_reached_anew",
    "riskpoint": "risk_reached_anew",
    "statuschange": "status_change_reached_anew",
    "tensionchange": "tension_reached_anew",
    "weighing": "weighing_reached_anew",
}


def _policy_anew(
    model: str, constraint: IdentityOfGroup | ClearedByPolice
) -> list[migrations.RemoveConstraint | migrations.AddConstraint]:
    """Make a policy anew whose wording in code has changed: who no longer reads a conflict needs no clearance."""
    remove = migrations.RemoveConstraint(model_name=model, name=constraint.name)
    return [remove, migrations.AddConstraint(model_name=model, constraint=constraint)]


class Migration(migrations.Migration):
    """Add the changes with their reasons, open the readers to the function alone, and make it."""

    dependencies = [
        ("conflicts", "0001_conflict_files"),
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("tasks", "0005_steps_follow_their_conflict"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReaderChange",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("before", models.CharField(max_length=40)),
                ("after", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                (
                    "authority",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
                ),
                (
                    "conflict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conflicts.conflict"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="readerchange",
            index=models.Index(fields=["conflict", "-at"], name="reader_change_by_time"),
        ),
        migrations.AddConstraint(
            model_name="readerchange",
            constraint=InConflict(
                name="reader_change_by_audience",
                commands=("select", "insert", "update"),
                columns={"update": ("reason",)},
                table="conflicts_readerchange",
                by_unit=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="readerchange", constraint=FollowsConflict(name="reader_change_reached_anew")
        ),
        migrations.AddConstraint(
            model_name="conflict", constraint=ReachedAnew(name="conflict_reached_anew", keys=("id",))
        ),
        migrations.AddConstraint(
            model_name="conflictstep",
            constraint=FollowsConflict(name="step_reached_anew", keys=("conflict_id", "task_id")),
        ),
        *(
            migrations.AddConstraint(model_name=model, constraint=FollowsConflict(name=name))
            for model, name in _FOLLOWING.items()
        ),
        *_policy_anew(
            "groupidentity",
            IdentityOfGroup(
                name="group_identity_of_police",
                commands=("select", "insert", "update", "delete"),
                columns={"update": ("name", "basis", "written_at", "written_by")},
            ),
        ),
        *_policy_anew(
            "clearance",
            ClearedByPolice(
                name="clearance_by_police",
                commands=("select", "insert", "update"),
                columns={"update": ("reason", "withdrawn_at", "withdrawn_why")},
            ),
        ),
        migrations.RunSQL(CHANGE_READERS, WITHOUT_CHANGE_READERS),
    ]
