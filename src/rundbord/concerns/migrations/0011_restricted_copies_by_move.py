"""Restricted copies are listed by the day of the move."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the index."""

    dependencies = [("concerns", "0010_consents_to_outsiders")]

    operations = [
        migrations.AddIndex(
            model_name="youngperson",
            index=models.Index(
                condition=models.Q(("moved_on__isnull", False)),
                fields=["authority", "unit", "-moved_on", "-id"],
                name="young_person_by_move",
            ),
        ),
    ]
