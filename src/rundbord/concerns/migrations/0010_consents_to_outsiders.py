"""A consent may name people outside the system, and says what it is for."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the two columns."""

    dependencies = [
        ("concerns", "0009_attachments"),
    ]

    operations = [
        migrations.AddField(
            model_name="consent",
            name="outsiders",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="consent",
            name="purposes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), default=list, size=None
            ),
        ),
    ]
