"""Forums and the units seated in them; the functions that know who is."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.forum_policies
import rundbord.partnership.row_policies
from rundbord.partnership.forum_sql import FORUMS, WITHOUT_FORUMS


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0005_areas_know_their_age"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forum",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("purpose", models.TextField(blank=True)),
                ("rhythm", models.CharField(max_length=40)),
                ("every", models.PositiveSmallIntegerField(default=1)),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), default=list, size=None
                    ),
                ),
                ("starts_at", models.TimeField(null=True)),
                ("minutes", models.PositiveSmallIntegerField(default=60)),
                ("place", models.CharField(blank=True, max_length=160)),
                ("has_private_place", models.BooleanField(default=False)),
                ("legal_basis", models.CharField(blank=True, max_length=40)),
                ("has_individual_part", models.BooleanField(default=False)),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="forums", to="partnership.partnership"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ForumSeat",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("unit_name", models.CharField(max_length=120)),
                ("role", models.CharField(max_length=40)),
                ("may_join_individual_part", models.BooleanField(default=False)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="forum_seats", to="identity.authority"
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="partnership.forum"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="forum_seats", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StandardItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=120)),
                ("minutes", models.PositiveSmallIntegerField(default=5)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standard_items",
                        to="partnership.forum",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.RunSQL(FORUMS, WITHOUT_FORUMS),
        migrations.AddConstraint(
            model_name="forum",
            constraint=rundbord.partnership.forum_policies.ForumItself(
                author="",
                by_unit=False,
                column="id",
                columns={
                    "update": (
                        "name",
                        "purpose",
                        "rhythm",
                        "every",
                        "weekdays",
                        "starts_at",
                        "minutes",
                        "place",
                        "has_private_place",
                        "legal_basis",
                        "has_individual_part",
                        "closed_at",
                    )
                },
                commands=("select", "insert", "update"),
                led=True,
                logins=("rundbord_app", "rundbord_job"),
                name="forum_of_seated",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=rundbord.partnership.forum_policies.ForumItself(
                author="",
                by_unit=False,
                column="id",
                commands=("select",),
                led=True,
                logins=("rundbord_place",),
                name="forum_for_partners",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="forum_for_functions"
            ),
        ),
        migrations.AddIndex(
            model_name="forumseat",
            index=models.Index(fields=["partnership", "authority"], name="seat_by_authority"),
        ),
        migrations.AddConstraint(
            model_name="forumseat",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="seat_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="forumseat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)), fields=("forum", "unit"), name="seat_once_a_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="forumseat",
            constraint=rundbord.partnership.forum_policies.SeatedAt(
                author="",
                by_unit=False,
                column="forum_id",
                columns={"update": ("ends_on",)},
                commands=("select", "insert", "update"),
                led=True,
                logins=("rundbord_app", "rundbord_job"),
                name="seat_of_seated",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="forumseat",
            constraint=rundbord.partnership.forum_policies.SeatedAt(
                author="",
                by_unit=False,
                column="forum_id",
                commands=("select",),
                led=False,
                logins=("rundbord_place",),
                name="seat_for_partners",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="forumseat",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="seat_for_functions"
            ),
        ),
        migrations.AddConstraint(
            model_name="standarditem",
            constraint=rundbord.partnership.forum_policies.AtForum(
                author="",
                by_unit=False,
                column="forum_id",
                commands=("select", "insert", "update", "delete"),
                led=True,
                logins=("rundbord_app", "rundbord_job"),
                name="standard_item_of_seated",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="standarditem",
            constraint=rundbord.partnership.forum_policies.AtForum(
                author="",
                by_unit=False,
                column="forum_id",
                commands=("select",),
                led=False,
                logins=("rundbord_place",),
                name="standard_item_for_partners",
                owned=False,
            ),
        ),
    ]
