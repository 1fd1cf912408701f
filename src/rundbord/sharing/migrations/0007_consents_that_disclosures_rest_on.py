"""A disclosure knows the consent that it rests on, so that its withdrawal takes back what was told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the column with its index."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0003_keys_of_persons_and_exit"),
        ("partnership", "0005_areas_know_their_age"),
        ("sharing", "0006_copies_taken_into_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="disclosure",
            name="rests_on",
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(
                condition=models.Q(("rests_on__isnull", False)),
                fields=["authority", "rests_on"],
                name="disclosure_by_consent",
            ),
        ),
    ]
