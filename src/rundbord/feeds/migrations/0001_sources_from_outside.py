"""Sources from outside, their items, and the official figures."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create four tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("situation", "0008_readers_without_user_numbers"),
    ]

    operations = [
        migrations.CreateModel(
            name="BackgroundImport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("table", models.CharField(max_length=40)),
                ("origin", models.CharField(max_length=40)),
                ("source_updated", models.CharField(blank=True, max_length=40)),
                ("imported_at", models.DateTimeField()),
                ("imported_by", models.UUIDField()),
                ("first_period", models.CharField(max_length=6)),
                ("last_period", models.CharField(max_length=6)),
                ("figures", models.PositiveIntegerField()),
                ("check_sum", models.CharField(max_length=40)),
                ("differences", models.JSONField(default=list)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BackgroundFigure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("table", models.CharField(max_length=40)),
                ("area", models.CharField(max_length=3)),
                ("area_name", models.CharField(max_length=80)),
                ("offence", models.CharField(blank=True, max_length=8)),
                ("offence_name", models.CharField(blank=True, max_length=160)),
                ("period", models.CharField(max_length=6)),
                ("value", models.PositiveIntegerField()),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "imported",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="feeds.backgroundimport"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("publisher", models.CharField(blank=True, max_length=80)),
                ("is_on", models.BooleanField(default=True)),
                ("set_up_at", models.DateTimeField()),
                ("wanted_at", models.DateTimeField(null=True)),
                ("next_at", models.DateTimeField()),
                ("tried_at", models.DateTimeField(null=True)),
                ("succeeded_at", models.DateTimeField(null=True)),
                ("failed_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, max_length=40)),
                ("failure_status", models.PositiveSmallIntegerField(null=True)),
                ("failures", models.PositiveSmallIntegerField(default=0)),
                ("unreadable", models.PositiveSmallIntegerField(default=0)),
                ("address", models.CharField(blank=True, max_length=600)),
                ("etag", models.CharField(blank=True, max_length=200)),
                ("last_modified", models.CharField(blank=True, max_length=80)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="FeedItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=200)),
                ("case_key", models.CharField(max_length=200)),
                ("digest", models.BinaryField()),
                ("published_at", models.DateTimeField()),
                ("is_date_doubted", models.BooleanField(default=False)),
                ("first_seen_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(max_length=40)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "feed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="feeds.feed"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "source_text",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="situation.sourcetext"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="backgroundimport",
            index=models.Index(fields=["partnership", "-imported_at"], name="background_import_by_time"),
        ),
        migrations.AddConstraint(
            model_name="backgroundimport",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="imported_by",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="background_import_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="backgroundfigure",
            constraint=models.UniqueConstraint(
                fields=("partnership", "table", "offence", "area", "period"), name="background_figure_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="backgroundfigure",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("value", "area_name", "offence_name", "imported_id")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="background_figure_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.UniqueConstraint(
                fields=("authority", "partnership", "kind", "publisher"), name="feed_once_per_authority"
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("failure", ""), ("failures", 0)),
                    models.Q(("failures__gt", 0), models.Q(("failure", ""), _negated=True)),
                    _connector="OR",
                ),
                name="feed_failures_have_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={
                    "update": (
                        "is_on",
                        "wanted_at",
                        "next_at",
                        "tried_at",
                        "succeeded_at",
                        "failed_at",
                        "failure",
                        "failure_status",
                        "failures",
                        "unreadable",
                        "address",
                        "etag",
                        "last_modified",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="feed_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="feeditem",
            index=models.Index(fields=["feed", "-first_seen_at"], name="feed_item_by_arrival"),
        ),
        migrations.AddIndex(
            model_name="feeditem",
            index=models.Index(fields=["feed", "case_key"], name="feed_item_by_case"),
        ),
        migrations.AddConstraint(
            model_name="feeditem",
            constraint=models.UniqueConstraint(fields=("authority", "feed", "key"), name="feed_item_once"),
        ),
        migrations.AddConstraint(
            model_name="feeditem",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("digest", "changed_at", "outcome", "source_text_id")},
                commands=("select", "insert", "update", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="feed_item_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="feeditem",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="feed_item_own_authority",
            ),
        ),
    ]
