"""A duty that is taken back on its first day ended the day before."""

from datetime import timedelta

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Widen one constraint by a day."""

    dependencies = [("identity", "0004_links_for_own_users")]

    operations = [
        migrations.RemoveConstraint(model_name="duty", name="duty_ends_after_it_starts"),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on") - timedelta(days=1)),
                name="duty_ends_after_it_starts",
            ),
        ),
    ]
