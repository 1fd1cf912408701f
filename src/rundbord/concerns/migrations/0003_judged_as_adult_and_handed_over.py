"""New reasons at the eighteenth birthday, and the one way in which a file leaves its unit."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.concerns.row_policies
from rundbord.concerns.sql import HAND_OVER, WITHOUT_HAND_OVER


class Migration(migrations.Migration):
    """Create the table, and the function that hands a file over."""

    dependencies = [
        ("sharing", "0001_disclosures_in_two_copies"),
        ("concerns", "0002_look_ups_and_reasons"),
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0001_data_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdultReview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.BinaryField()),
                ("ends_on", models.DateField()),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
            ],
        ),
        migrations.AddConstraint(
            model_name="youngperson",
            constraint=rundbord.concerns.row_policies.HandedOver(
                column="authority_id",
                columns={
                    "select": ("id", "authority_id", "unit_id", "lead_id", "is_narrow"),
                    "update": ("unit_id", "lead_id", "lead_label"),
                },
                commands=("select", "update"),
                logins=("rundbord_policy",),
                name="young_person_handed_over",
            ),
        ),
        migrations.AddField(
            model_name="adultreview",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
        ),
        migrations.AddField(
            model_name="adultreview",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="adult_reviews", to="concerns.youngperson"
            ),
        ),
        migrations.AddConstraint(
            model_name="adultreview",
            constraint=rundbord.concerns.row_policies.InFile(
                author="written_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="adult_review_in_file",
                table="concerns_adultreview",
            ),
        ),
        migrations.RunSQL(HAND_OVER, WITHOUT_HAND_OVER),
    ]
