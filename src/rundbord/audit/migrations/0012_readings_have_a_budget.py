"""A reading of a person is counted in the statement that logs it."""

from django.db import migrations

from rundbord.audit.reading_budget import BUDGET, WITHOUT_BUDGET


class Migration(migrations.Migration):
    """Add the count and the function that answers by it."""

    dependencies = [("audit", "0011_number_quickly")]
    operations = [migrations.RunSQL(BUDGET, WITHOUT_BUDGET)]
