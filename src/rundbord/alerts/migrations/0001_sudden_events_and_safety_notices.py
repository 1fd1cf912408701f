"""Sudden events with their first hours, and safety notices with receipts."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.alerts.row_policies
import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0007_duties_for_own_users_in_own_units"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("tasks", "0003_changes_leave_reach_alone"),
    ]

    operations = [
        migrations.CreateModel(
            name="SuddenEvent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=160)),
                ("place_text", models.CharField(blank=True, max_length=160)),
                ("happened_at", models.DateTimeField()),
                ("reported_at", models.DateTimeField()),
                ("incident_id", models.UUIDField(null=True)),
                ("incident_heading", models.CharField(blank=True, max_length=200)),
                ("opened_at", models.DateTimeField()),
                ("opened_label", models.CharField(max_length=180)),
                ("first_seen_at", models.DateTimeField(null=True)),
                ("first_decided_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("review", models.TextField(blank=True)),
                (
                    "area",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="partnership.area"),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SafetyNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField()),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField()),
                ("sent_at", models.DateTimeField()),
                ("sender_label", models.CharField(max_length=180)),
                ("recalled_at", models.DateTimeField(null=True)),
                ("recall_reason", models.CharField(blank=True, max_length=300)),
                (
                    "area",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="partnership.area"),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="alerts.suddenevent",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LogLine",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("text", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
                ("written_at", models.DateTimeField()),
                ("user_label", models.CharField(max_length=180)),
                ("settled_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="alerts.suddenevent"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EventDecision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "task",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tasks.task"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="alerts.suddenevent"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("told_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(null=True)),
                ("answer", models.CharField(max_length=40)),
                ("called_at", models.DateTimeField(null=True)),
                ("called_by", models.CharField(blank=True, max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="alerts.suddenevent"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SafetyReceipt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("unit_label", models.CharField(max_length=180)),
                ("received_at", models.DateTimeField(null=True)),
                ("received_by", models.CharField(blank=True, max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="alerts.safetynotice"
                    ),
                ),
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
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("notice", "unit"), name="safety_receipt_once_a_unit"),
                    rundbord.alerts.row_policies.ReceiptByRecipient(
                        author="",
                        by_parties=False,
                        by_unit=False,
                        columns={"update": ("received_at", "received_by")},
                        commands=("select", "insert", "update"),
                        has_unit=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="safety_receipt_by_audience",
                        parent="alerts_safetynotice.notice_id",
                    ),
                    rundbord.alerts.row_policies.SentHere(
                        columns={"update": ("received_at", "received_by")},
                        commands=("select", "update"),
                        logins=("rundbord_place",),
                        name="safety_receipt_for_partners",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="suddenevent",
            index=models.Index(fields=["partnership", "-happened_at", "-id"], name="sudden_event_by_time"),
        ),
        migrations.AddConstraint(
            model_name="suddenevent",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={
                    "update": (
                        "title",
                        "place_text",
                        "incident_heading",
                        "review",
                        "first_seen_at",
                        "first_decided_at",
                        "closed_at",
                    )
                },
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="sudden_event_by_audience",
                parent="",
            ),
        ),
        migrations.AddIndex(
            model_name="safetynotice",
            index=models.Index(fields=["partnership", "-valid_until", "-id"], name="safety_notice_by_end"),
        ),
        migrations.AddConstraint(
            model_name="safetynotice",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gt", models.F("valid_from"))), name="safety_notice_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="safetynotice",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=False,
                by_unit=False,
                columns={"update": ("title", "text", "recalled_at", "recall_reason")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="safety_notice_by_audience",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetynotice",
            constraint=rundbord.alerts.row_policies.NamedRecipient(
                commands=("select",), logins=("rundbord_place",), name="safety_notice_for_partners"
            ),
        ),
        migrations.AddIndex(
            model_name="logline",
            index=models.Index(fields=["event", "at"], name="line_by_time"),
        ),
        migrations.AddConstraint(
            model_name="logline",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("text", "settled_at")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="line_by_audience",
                parent="alerts_suddenevent.event_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventdecision",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                commands=("select", "insert"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="event_decision_by_audience",
                parent="alerts_suddenevent.event_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.UniqueConstraint(fields=("event", "unit"), name="call_once_a_unit"),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("seen_at", "answer", "called_at", "called_by")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="call_by_audience",
                parent="alerts_suddenevent.event_id",
            ),
        ),
    ]
