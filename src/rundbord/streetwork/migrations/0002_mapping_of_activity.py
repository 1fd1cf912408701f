"""The quarterly mapping of gang activity: views, agreed sentences and gang-free statements."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies
import rundbord.streetwork.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("streetwork", "0001_shifts_in_the_street"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActivityView",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("quarter", models.DateField()),
                ("side", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField()),
                ("level", models.CharField(max_length=40)),
                (
                    "signs",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("footing", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                ("stated_at", models.DateTimeField()),
                ("stated_label", models.CharField(max_length=180)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activity_views",
                        to="partnership.area",
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="AgreedSentence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("quarter", models.DateField()),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=400)),
                ("written_at", models.DateTimeField()),
                ("written_label", models.CharField(max_length=180)),
                ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.area")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "police_view",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="streetwork.activityview"
                    ),
                ),
                (
                    "ssp_view",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="streetwork.activityview"
                    ),
                ),
                ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="GangFreeStatement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("quarter", models.DateField()),
                ("side", models.CharField(max_length=40)),
                ("covers", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("stated_at", models.DateTimeField()),
                ("stated_label", models.CharField(max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.AddIndex(
            model_name="activityview",
            index=models.Index(fields=["area", "-quarter", "side", "-number"], name="activity_view_by_area"),
        ),
        migrations.AddConstraint(
            model_name="activityview",
            constraint=models.UniqueConstraint(
                fields=("partnership", "area", "quarter", "side", "number"), name="activity_view_once_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="activityview",
            constraint=models.CheckConstraint(
                condition=models.Q(("quarter__day", 1), ("quarter__month__in", (1, 4, 7, 10))),
                name="activity_view_of_a_quarter",
            ),
        ),
        migrations.AddConstraint(
            model_name="activityview",
            constraint=rundbord.streetwork.row_policies.StatedBySide(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("reason",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="activity_view_by_audience",
                own_place="EXISTS (SELECT 1 FROM partnership_area a WHERE a.id = streetwork_activityview.area_id AND a.authority_id = streetwork_activityview.authority_id)",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedsentence",
            constraint=models.UniqueConstraint(
                fields=("partnership", "area", "quarter", "number"), name="agreed_sentence_once_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedsentence",
            constraint=models.CheckConstraint(
                condition=models.Q(("quarter__day", 1), ("quarter__month__in", (1, 4, 7, 10))),
                name="agreed_sentence_of_a_quarter",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedsentence",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=True,
                columns={"update": ("text",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="agreed_sentence_by_audience",
                parent="streetwork_activityview.police_view_id",
            ),
        ),
        migrations.AddIndex(
            model_name="gangfreestatement",
            index=models.Index(fields=["partnership", "quarter"], name="gang_free_by_quarter"),
        ),
        migrations.AddConstraint(
            model_name="gangfreestatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("quarter__day", 1), ("quarter__month__in", (1, 4, 7, 10))),
                name="gang_free_in_a_quarter",
            ),
        ),
        migrations.AddConstraint(
            model_name="gangfreestatement",
            constraint=rundbord.streetwork.row_policies.StatedBySide(
                author="",
                by_parties=False,
                by_unit=True,
                commands=("select", "insert"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="gang_free_by_audience",
                own_place="municipality_id = authority_id",
                parent="",
            ),
        ),
    ]
