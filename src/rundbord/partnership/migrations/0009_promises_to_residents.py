"""Gatherings with residents, what was promised, seen and published, and what clubs offer."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Add gatherings, promises, published promises, walk observations and club offers."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0008_plans_and_goals"),
    ]

    operations = [
        migrations.CreateModel(
            name="Gathering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=160)),
                ("held_on", models.DateField()),
                ("came", models.PositiveSmallIntegerField(null=True)),
                ("themes", models.TextField(blank=True)),
                ("meeting_id", models.UUIDField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.area"
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gatherings",
                        to="partnership.partnership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=240)),
                ("due_on", models.DateField()),
                ("feedback_on", models.DateField()),
                ("state", models.CharField(max_length=40)),
                ("answer", models.CharField(blank=True, max_length=400)),
                ("answered_on", models.DateField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="promises", to="partnership.area"
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "gathering",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="partnership.gathering",
                    ),
                ),
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
            name="PublishedPromise",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("area_id", models.UUIDField()),
                ("area_name", models.CharField(max_length=120)),
                ("text", models.CharField(max_length=240)),
                ("owner_name", models.CharField(max_length=240)),
                ("due_on", models.DateField()),
                ("feedback_on", models.DateField()),
                ("state", models.CharField(max_length=40)),
                ("answer", models.CharField(blank=True, max_length=400)),
                ("published_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="published", to="partnership.promise"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WalkObservation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("place", models.CharField(max_length=160)),
                ("category", models.CharField(max_length=40)),
                ("text", models.CharField(blank=True, max_length=240)),
                ("priority", models.CharField(max_length=40)),
                ("due_on", models.DateField()),
                ("state", models.CharField(max_length=40)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "gathering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="partnership.gathering",
                    ),
                ),
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
            name="ClubOffer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("association", models.CharField(max_length=120)),
                ("title", models.CharField(max_length=160)),
                ("for_whom", models.CharField(blank=True, max_length=120)),
                ("when", models.CharField(blank=True, max_length=120)),
                ("text", models.TextField(blank=True)),
                ("ended_on", models.DateField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.area"
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_on__isnull", True)),
                        fields=["partnership", "area"],
                        name="offer_by_area",
                    )
                ],
                "constraints": [
                    rundbord.partnership.row_policies.InPartnership(
                        author="",
                        by_unit=False,
                        column="partnership_id",
                        columns={"update": ("ended_on",)},
                        commands=("select", "insert", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="club_offer_of_parties",
                        owned=False,
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="gathering",
            index=models.Index(fields=["partnership", "-held_on", "-id"], name="gathering_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="gathering_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(fields=["partnership", "state", "due_on"], name="promise_by_deadline"),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("state", "answer", "answered_on")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="promise_of_parties",
                owned=False,
            ),
        ),
        migrations.AddIndex(
            model_name="publishedpromise",
            index=models.Index(fields=["area_id", "due_on"], name="published_by_area"),
        ),
        migrations.AddConstraint(
            model_name="publishedpromise",
            constraint=models.UniqueConstraint(fields=("partnership", "promise"), name="promise_published_once"),
        ),
        migrations.AddConstraint(
            model_name="publishedpromise",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="published_promise_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedpromise",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select",), logins=("rundbord_auth",), name="published_promise_for_all"
            ),
        ),
        migrations.AddConstraint(
            model_name="walkobservation",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("state",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="walk_observation_of_parties",
                owned=False,
            ),
        ),
    ]
