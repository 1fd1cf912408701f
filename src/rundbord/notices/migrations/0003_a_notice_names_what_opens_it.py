"""A notice is for those whose role opens the page that it leads to; what was told before is for all it names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the permission; it is empty in what was told before."""

    dependencies = [("notices", "0002_jobs_carry_identifiers_alone")]
    operations = [
        migrations.AddField(
            model_name="notice",
            name="opens",
            field=models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        ),
    ]
