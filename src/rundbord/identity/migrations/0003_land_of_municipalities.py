"""A municipality's outline, the ground that maps stand on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the column; policies stay as they are."""

    dependencies = [("identity", "0002_sort_users_in_danish")]
    operations = [migrations.AddField(model_name="authority", name="land", field=models.JSONField(null=True))]
