"""An area's standing reads the newest word of each side, however many lie behind it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Put the side into the index."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="areaassessment",
            name="assessment_by_area",
        ),
        migrations.AddIndex(
            model_name="areaassessment",
            index=models.Index(fields=["area", "side", "-assessed_at"], name="assessment_by_area_and_side"),
        ),
    ]
