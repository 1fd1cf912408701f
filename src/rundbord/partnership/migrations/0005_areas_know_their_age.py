"""When an area was drawn; those there already stay without, as old as the partnership's past."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the column empty, and fill it from now on."""

    dependencies = [
        ("partnership", "0004_newest_word_of_each_side"),
    ]

    operations = [
        migrations.AddField(model_name="area", name="created_at", field=models.DateTimeField(null=True)),
        migrations.AlterField(
            model_name="area",
            name="created_at",
            field=models.DateTimeField(default=django.utils.timezone.now, null=True),
        ),
    ]
