"""Conflict files with their course, motives, risks and groups."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.conflicts.row_policies
import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0004_links_for_own_users"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("tasks", "0003_changes_leave_reach_alone"),
    ]

    operations = [
        migrations.CreateModel(
            name="Conflict",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=40)),
                ("started_on", models.DateField()),
                ("communication", models.TextField(blank=True)),
                ("tension", models.CharField(max_length=40)),
                ("urgency", models.PositiveSmallIntegerField()),
                ("review_due_at", models.DateTimeField()),
                ("quiet_since", models.DateTimeField()),
                ("opened_at", models.DateTimeField()),
                ("opened_label", models.CharField(max_length=180)),
                ("changed_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClearanceRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_id", models.UUIDField()),
                ("user_label", models.CharField(max_length=240)),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                ("answer", models.CharField(max_length=40)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer_why", models.CharField(blank=True, max_length=300)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
                (
                    "conflict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conflicts.conflict"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField(null=True)),
                ("recipient_label", models.CharField(max_length=240)),
                ("reason", models.TextField()),
                ("given_at", models.DateTimeField()),
                ("given_by", models.UUIDField()),
                ("expires_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_why", models.CharField(blank=True, max_length=300)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
                (
                    "conflict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conflicts.conflict"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConflictArea",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.area"
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "conflict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="territory", to="conflicts.conflict"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConflictEvent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("happened_at", models.DateTimeField()),
                ("kind", models.CharField(max_length=40)),
                ("severity", models.CharField(max_length=40)),
                ("reliability", models.CharField(max_length=40)),
                ("credibility", models.CharField(max_length=40)),
                ("is_confirmed", models.BooleanField(default=False)),
                ("words", models.TextField()),
                ("place_text", models.CharField(blank=True, max_length=160)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("incident_id", models.UUIDField(null=True)),
                ("incident_words", models.CharField(blank=True, max_length=200)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_why", models.CharField(blank=True, max_length=300)),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.area"
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="ConflictGroup",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("letter", models.CharField(max_length=1)),
                ("label", models.CharField(blank=True, max_length=80)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="ConflictRevision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=40)),
                ("started_on", models.DateField()),
                ("owner_label", models.CharField(max_length=180)),
                ("areas_label", models.TextField(blank=True)),
                ("communication", models.TextField(blank=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="ConflictStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=40)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
                    "task",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tasks.task"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GroupIdentity",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("basis", models.TextField(blank=True)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "conflict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conflicts.conflict"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conflicts.conflictgroup"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Hypothesis",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("motive", models.CharField(max_length=40)),
                ("words", models.TextField()),
                ("confidence", models.CharField(max_length=40)),
                ("expires_at", models.DateTimeField()),
                ("dropped_at", models.DateTimeField(null=True)),
                ("dropped_why", models.CharField(blank=True, max_length=300)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("side", models.CharField(max_length=40)),
                ("words", models.TextField()),
                ("reliability", models.CharField(max_length=40)),
                ("credibility", models.CharField(max_length=40)),
                ("known_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
                (
                    "hypothesis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="conflicts.hypothesis"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RetaliationWindow",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("trigger", models.CharField(max_length=200)),
                ("reason", models.TextField(blank=True)),
                ("opens_at", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=300)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("looked_at", models.TextField()),
                ("next_due_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="RiskPoint",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=40)),
                ("words", models.CharField(max_length=300)),
                ("place_text", models.CharField(blank=True, max_length=160)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.area"
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="StatusChange",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("is_closing", models.BooleanField()),
                ("reason", models.TextField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="TensionChange",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("tension", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
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
        migrations.CreateModel(
            name="Weighing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("confidence", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                ("expires_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "conflict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conflicts.conflict"
                    ),
                ),
                (
                    "hypothesis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="weighings", to="conflicts.hypothesis"
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
            model_name="conflict",
            index=models.Index(fields=["partnership", "urgency", "review_due_at", "id"], name="conflict_by_urgency"),
        ),
        migrations.AddIndex(
            model_name="conflict",
            index=models.Index(fields=["partnership", "-closed_at", "-id"], name="conflict_by_end"),
        ),
        migrations.AddConstraint(
            model_name="conflict",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["authority", "police", "parties"])),
                name="conflict_is_never_for_partners",
            ),
        ),
        migrations.AddConstraint(
            model_name="conflict",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={
                    "update": (
                        "title",
                        "kind",
                        "started_on",
                        "owner_id",
                        "communication",
                        "tension",
                        "urgency",
                        "review_due_at",
                        "quiet_since",
                        "changed_at",
                        "closed_at",
                        "version",
                    )
                },
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="conflict_by_audience",
                parent="",
            ),
        ),
        migrations.AddIndex(
            model_name="clearancerequest",
            index=models.Index(fields=["conflict", "-at"], name="clearance_request_by_time"),
        ),
        migrations.AddConstraint(
            model_name="clearancerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience", "police")), name="clearance_request_is_for_police"
            ),
        ),
        migrations.AddConstraint(
            model_name="clearancerequest",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="user_id",
                by_parties=True,
                by_unit=True,
                columns={"update": ("reason", "answer", "answered_at", "answer_why")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="clearance_request_to_police",
                parent="conflicts_conflict.conflict_id",
            ),
        ),
        migrations.AddIndex(
            model_name="clearance",
            index=models.Index(fields=["conflict", "recipient"], name="clearance_by_conflict"),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit__isnull", True), ("user_id__isnull", False)),
                    models.Q(("unit__isnull", False), ("user_id__isnull", True)),
                    _connector="OR",
                ),
                name="clearance_is_for_a_unit_or_a_user",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("given_at"))), name="clearance_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=rundbord.conflicts.row_policies.ClearedByPolice(
                columns={"update": ("reason", "withdrawn_at", "withdrawn_why")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="clearance_by_police",
            ),
        ),
        migrations.AddConstraint(
            model_name="conflictarea",
            constraint=models.UniqueConstraint(fields=("conflict", "area"), name="conflict_area_once"),
        ),
        migrations.AddConstraint(
            model_name="conflictarea",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=False,
                commands=("select", "insert", "delete"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="conflict_area_by_audience",
                parent="",
                table="conflicts_conflictarea",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="conflictevent",
            index=models.Index(fields=["conflict", "-happened_at"], name="conflict_event_by_time"),
        ),
        migrations.AddConstraint(
            model_name="conflictevent",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={
                    "update": ("words", "place_text", "incident_words", "withdrawn_why", "is_confirmed", "withdrawn_at")
                },
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="conflict_event_by_audience",
                parent="",
                table="conflicts_conflictevent",
                within="",
            ),
        ),
        migrations.AddConstraint(
            model_name="conflictgroup",
            constraint=models.UniqueConstraint(fields=("conflict", "letter"), name="group_letter_once"),
        ),
        migrations.AddConstraint(
            model_name="conflictgroup",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("label",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="group_by_audience",
                parent="",
                table="conflicts_conflictgroup",
                within="",
            ),
        ),
        migrations.AddConstraint(
            model_name="conflictrevision",
            constraint=models.UniqueConstraint(fields=("conflict", "version"), name="conflict_revision_once"),
        ),
        migrations.AddConstraint(
            model_name="conflictrevision",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("title", "communication")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="conflict_revision_by_audience",
                parent="",
                table="conflicts_conflictrevision",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="conflictstep",
            index=models.Index(fields=["conflict", "-at"], name="step_by_time"),
        ),
        migrations.AddConstraint(
            model_name="conflictstep",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                commands=("select", "insert"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="step_by_audience",
                parent="",
                table="conflicts_conflictstep",
                within="",
            ),
        ),
        migrations.AddConstraint(
            model_name="groupidentity",
            constraint=models.UniqueConstraint(fields=("authority", "group"), name="group_identity_once"),
        ),
        migrations.AddConstraint(
            model_name="groupidentity",
            constraint=rundbord.conflicts.row_policies.IdentityOfGroup(
                columns={"update": ("name", "basis", "written_at", "written_by")},
                commands=("select", "insert", "update", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="group_identity_of_police",
            ),
        ),
        migrations.AddIndex(
            model_name="hypothesis",
            index=models.Index(fields=["conflict", "dropped_at"], name="hypothesis_by_conflict"),
        ),
        migrations.AddConstraint(
            model_name="hypothesis",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("words", "confidence", "expires_at", "dropped_at", "dropped_why")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="hypothesis_by_audience",
                parent="",
                table="conflicts_hypothesis",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="evidence",
            index=models.Index(fields=["hypothesis", "-at"], name="evidence_by_time"),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("words",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="evidence_by_audience",
                parent="",
                table="conflicts_evidence",
                within="conflicts_hypothesis.hypothesis_id",
            ),
        ),
        migrations.AddIndex(
            model_name="retaliationwindow",
            index=models.Index(fields=["conflict", "-closes_at"], name="window_by_end"),
        ),
        migrations.AddConstraint(
            model_name="retaliationwindow",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_at__gt", models.F("opens_at"))), name="window_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="retaliationwindow",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("trigger", "reason", "ended_at", "ended_why")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="window_by_audience",
                parent="",
                table="conflicts_retaliationwindow",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["conflict", "-at"], name="review_by_time"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("looked_at",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="review_by_audience",
                parent="",
                table="conflicts_review",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="riskpoint",
            index=models.Index(fields=["conflict", "starts_on"], name="risk_by_day"),
        ),
        migrations.AddConstraint(
            model_name="riskpoint",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("words", "place_text", "removed_at")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="risk_by_audience",
                parent="",
                table="conflicts_riskpoint",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="statuschange",
            index=models.Index(fields=["conflict", "-at"], name="status_change_by_time"),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("reason",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="status_change_by_audience",
                parent="",
                table="conflicts_statuschange",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="tensionchange",
            index=models.Index(fields=["conflict", "-at"], name="tension_by_time"),
        ),
        migrations.AddConstraint(
            model_name="tensionchange",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("reason",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="tension_by_audience",
                parent="",
                table="conflicts_tensionchange",
                within="",
            ),
        ),
        migrations.AddIndex(
            model_name="weighing",
            index=models.Index(fields=["hypothesis", "-at"], name="weighing_by_time"),
        ),
        migrations.AddConstraint(
            model_name="weighing",
            constraint=rundbord.conflicts.row_policies.InConflict(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("reason",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="weighing_by_audience",
                parent="",
                table="conflicts_weighing",
                within="conflicts_hypothesis.hypothesis_id",
            ),
        ),
    ]
