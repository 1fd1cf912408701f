"""A fact that was taken from a copy knows it; whoever reads the fact reads what the sender puts right of it."""

from django.db import migrations, models

from rundbord.concerns.taken_sql import RIGHTED_FOR_TAKEN, WITHOUT_RIGHTED_FOR_TAKEN


class Migration(migrations.Migration):
    """Add the columns, and the policy on corrections."""

    dependencies = [
        ("concerns", "0007_moved_away"),
        ("identity", "0009_second_factor_and_introduction"),
        ("sharing", "0006_copies_taken_into_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="fact",
            name="disclosure_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="fact",
            name="is_about_case",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="fact",
            name="taken_key_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="fact",
            name="taken_line",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(
                condition=models.Q(("disclosure_id__isnull", False)),
                fields=["authority", "disclosure_id"],
                name="fact_by_disclosure",
            ),
        ),
        migrations.RunSQL(RIGHTED_FOR_TAKEN, WITHOUT_RIGHTED_FOR_TAKEN),
    ]
