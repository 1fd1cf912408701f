"""Files are looked through for the archive, and facts past their own last day lose their words."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.concerns.row_policies


class Migration(migrations.Migration):
    """Add the table, and what the night alone may empty."""

    dependencies = [
        ("concerns", "0012_a_move_takes_along_what_was_told"),
        ("identity", "0011_what_authorities_call_users"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArchiveCheck",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("outcome", models.CharField(max_length=40)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
            ],
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=rundbord.concerns.row_policies.FactWordsGo(
                author="",
                column="authority_id",
                columns={"update": ("body", "source")},
                commands=("update",),
                logins=("rundbord_job",),
                name="fact_words_gone_by_night",
                table="concerns_fact",
            ),
        ),
        migrations.AddField(
            model_name="archivecheck",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
        ),
        migrations.AddField(
            model_name="archivecheck",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="archive_checks", to="concerns.youngperson"
            ),
        ),
        migrations.AddConstraint(
            model_name="archivecheck",
            constraint=rundbord.concerns.row_policies.InFile(
                author="written_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="archive_check_in_file",
                table="concerns_archivecheck",
            ),
        ),
    ]
