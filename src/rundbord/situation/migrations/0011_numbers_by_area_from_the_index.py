"""Numbers of an area are counted in the index, and what waits for release is found without reading what does not."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Exchange one index, add another."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0004_newest_word_of_each_side"),
        ("situation", "0010_inbox_knows_what_waits"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="incident",
            name="incident_by_area",
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=["partnership", "area", "-occurred_at"],
                include=("category", "authority", "audience", "unit"),
                name="counted_by_area",
            ),
        ),
        migrations.AddIndex(
            model_name="readincident",
            index=models.Index(
                condition=models.Q(("released_at__isnull", True), ("withheld_at__isnull", True)),
                fields=["authority"],
                name="read_incident_that_waits",
            ),
        ),
    ]
