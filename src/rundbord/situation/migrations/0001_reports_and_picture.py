"""Reports, triage, incidents and the picture."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0001_users_and_sign_in"),
        ("partnership", "0001_parties_and_areas"),
    ]

    operations = [
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("nature", models.CharField(max_length=40)),
                ("category", models.CharField(max_length=40)),
                ("subcategory", models.CharField(blank=True, max_length=40)),
                ("heading", models.CharField(max_length=200)),
                ("starts_at", models.DateTimeField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("starts_precision", models.CharField(blank=True, max_length=40)),
                ("ends_precision", models.CharField(blank=True, max_length=40)),
                ("occurred_at", models.DateTimeField()),
                ("place_text", models.CharField(blank=True, max_length=160)),
                ("place_key", models.CharField(blank=True, max_length=160)),
                ("town", models.CharField(blank=True, max_length=80)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("point_precision", models.CharField(blank=True, max_length=40)),
                ("is_confirmed", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
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
            name="Picture",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField(null=True)),
                ("covers_from", models.DateTimeField()),
                ("covers_to", models.DateTimeField(null=True)),
                ("started_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(null=True)),
                ("published_by", models.UUIDField(null=True)),
                ("publisher_label", models.CharField(blank=True, max_length=180)),
                ("seal", models.BinaryField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("position", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="situation.incident",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="situation.picture"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="situation.picture"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BlackOut",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.CharField(max_length=200)),
                ("entries_changed", models.PositiveIntegerField()),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="black_outs", to="situation.picture"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="situation.picture"
                    ),
                ),
                ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reporter_id", models.UUIDField()),
                ("audience", models.CharField(max_length=40)),
                ("nature", models.CharField(max_length=40)),
                ("source_kind", models.CharField(max_length=40)),
                ("basis", models.CharField(blank=True, max_length=40)),
                ("category", models.CharField(blank=True, max_length=40)),
                ("subcategory", models.CharField(blank=True, max_length=40)),
                ("heading", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField(blank=True)),
                ("group_size", models.CharField(blank=True, max_length=40)),
                ("mood", models.CharField(blank=True, max_length=40)),
                ("starts_at", models.DateTimeField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("starts_precision", models.CharField(blank=True, max_length=40)),
                ("ends_precision", models.CharField(blank=True, max_length=40)),
                ("reported_at", models.DateTimeField(null=True)),
                ("place_text", models.CharField(blank=True, max_length=160)),
                ("town", models.CharField(blank=True, max_length=80)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("point_precision", models.CharField(blank=True, max_length=40)),
                ("is_urgent", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "area",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="partnership.area"),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("content", models.BinaryField()),
                ("media_type", models.CharField(max_length=20)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("created_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="photos", to="situation.report"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("text", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField()),
                ("user_id", models.UUIDField()),
                ("user_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sections", to="situation.picture"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SourceText",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=160)),
                ("text", models.TextField()),
                ("digest", models.BinaryField()),
                ("district", models.CharField(blank=True, max_length=80)),
                ("layout", models.CharField(blank=True, max_length=60)),
                ("published_on", models.DateField()),
                ("received_at", models.DateTimeField()),
                ("received_by", models.UUIDField()),
                ("delete_at", models.DateTimeField()),
                ("deleted_at", models.DateTimeField(null=True)),
                ("released_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReadIncident",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("span_start", models.PositiveIntegerField()),
                ("span_end", models.PositiveIntegerField()),
                ("evidence", models.JSONField()),
                ("flags", models.JSONField(default=list)),
                ("corrected_fields", models.JSONField(default=list)),
                ("released_at", models.DateTimeField(null=True)),
                ("withheld_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="read_incident", to="situation.report"
                    ),
                ),
                (
                    "source_text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="incidents", to="situation.sourcetext"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Triage",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("verdict", models.CharField(max_length=40)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("user_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "incident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="triages",
                        to="situation.incident",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="triages", to="situation.report"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WallSession",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("label", models.CharField(max_length=80)),
                ("token_hash", models.BinaryField(unique=True)),
                ("opened_by", models.UUIDField()),
                ("opened_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="BreachNote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("opened_at", models.DateTimeField()),
                ("judge_before", models.DateTimeField()),
                ("readers", models.JSONField(default=list)),
                ("text", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                ("black_out", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="situation.blackout")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "constraints": [
                    rundbord.access.row_policies.OwnAuthority(
                        column="authority_id",
                        commands=("select", "insert", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="breach_note_own_authority",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["partnership", "-occurred_at", "id"], name="incident_by_time"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["partnership", "area", "-occurred_at"], name="incident_by_area"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["partnership", "category", "-occurred_at"], name="incident_by_category"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["partnership", "-changed_at"], name="incident_by_change"),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="incident_by_audience",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select",),
                has_unit=False,
                logins=("rundbord_place",),
                name="incident_for_partners",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.UniqueConstraint(fields=("partnership", "number"), name="picture_number_once"),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.UniqueConstraint(
                condition=models.Q(("published_at__isnull", True)),
                fields=("partnership",),
                name="one_draft_picture_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("covers_to__isnull", True), ("covers_to__gt", models.F("covers_from")), _connector="OR"
                ),
                name="picture_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="picture_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="picture_for_partners",
                owned=False,
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["picture", "position"], name="entry_in_order"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["incident"], name="entry_by_incident"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="entry_by_audience",
                parent="situation_picture.picture_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select",),
                has_unit=False,
                logins=("rundbord_place",),
                name="entry_for_partners",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(fields=("picture", "number"), name="correction_number_once"),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="correction_by_audience",
                parent="situation_picture.picture_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select",),
                has_unit=False,
                logins=("rundbord_place",),
                name="correction_for_partners",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="blackout",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="black_out_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="blackout",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="black_out_for_partners",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(fields=("picture", "user_id", "authority"), name="reading_once_a_user"),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="reading_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["partnership", "-created_at", "id"], name="report_by_arrival"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["partnership", "-changed_at"], name="report_by_change"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["authority", "reporter_id", "-created_at"], name="report_by_reporter"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["unit", "-created_at"], name="report_by_unit"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("lat__isnull", True), models.Q(("lat__range", (54, 58)), ("lon__range", (7, 16))), _connector="OR"
                ),
                name="report_point_lies_in_denmark",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("changed_at__gte", models.F("created_at"))), name="report_changes_after_creation"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select", "insert", "update"),
                has_unit=True,
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="report_by_audience",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select", "insert"),
                has_unit=True,
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="photo_by_audience",
                parent="situation_report.report_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.UniqueConstraint(
                fields=("picture", "kind", "audience", "version"), name="section_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select", "insert"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="section_by_audience",
                parent="situation_picture.picture_id",
            ),
        ),
        migrations.AddIndex(
            model_name="sourcetext",
            index=models.Index(fields=["authority", "-received_at"], name="source_text_by_arrival"),
        ),
        migrations.AddConstraint(
            model_name="sourcetext",
            constraint=models.UniqueConstraint(fields=("authority", "partnership", "digest"), name="source_text_once"),
        ),
        migrations.AddConstraint(
            model_name="sourcetext",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "insert", "update", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="source_text_own_authority",
            ),
        ),
        migrations.AddIndex(
            model_name="readincident",
            index=models.Index(fields=["source_text", "position"], name="read_incident_in_order"),
        ),
        migrations.AddConstraint(
            model_name="readincident",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "insert", "update", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="read_incident_own_authority",
            ),
        ),
        migrations.AddIndex(
            model_name="triage",
            index=models.Index(fields=["incident"], name="triage_by_incident"),
        ),
        migrations.AddConstraint(
            model_name="triage",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)), fields=("report",), name="one_verdict_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="triage",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="triage_by_audience",
                parent="situation_report.report_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="triage",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select",),
                has_unit=False,
                logins=("rundbord_place",),
                name="triage_for_partners",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="wallsession",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="wall_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="wallsession",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select",), logins=("rundbord_auth",), name="wall_at_the_door"
            ),
        ),
    ]
