"""Providers that speak OIOSAML: whose employees they tell of, and what they call a user in one session."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add two columns."""

    dependencies = [
        ("identity", "0011_what_authorities_call_users"),
    ]

    operations = [
        migrations.AddField(
            model_name="identityprovider",
            name="cvr",
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name="signin",
            name="told_as",
            field=models.JSONField(null=True),
        ),
    ]
