"""The way back from a question without a name to its file, and which files may be nominated."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.concerns.row_policies
from rundbord.concerns.who_else_sql import OF_OWN_FILES, WITHOUT_OWN_FILES


class Migration(migrations.Migration):
    """Create the table with its policy, and narrow two tables of sharing to own files."""

    dependencies = [
        ("concerns", "0004_narrow_files_by_name"),
        ("identity", "0009_second_factor_and_introduction"),
        ("sharing", "0004_who_else_follows_whom"),
    ]

    operations = [
        migrations.CreateModel(
            name="PutBeforeName",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("question_id", models.UUIDField()),
                ("put_at", models.DateTimeField()),
                ("put_by", models.UUIDField()),
                ("put_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="concerns.youngperson"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "question_id"], name="put_before_name_by_question")],
                "constraints": [
                    rundbord.concerns.row_policies.InFile(
                        author="put_by",
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="put_before_name_in_file",
                        table="concerns_putbeforename",
                    )
                ],
            },
        ),
        migrations.RunSQL(OF_OWN_FILES, WITHOUT_OWN_FILES),
    ]
