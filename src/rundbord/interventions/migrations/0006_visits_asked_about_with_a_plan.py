"""A visit is asked about in a round of who else only with an approved plan."""

from django.db import migrations

from rundbord.interventions.two_visits_sql import OF_ANY_VISIT, OF_PLANNED_VISITS


class Migration(migrations.Migration):
    """Write the policy on nominations that asks for the plan."""

    dependencies = [
        ("interventions", "0005_places_and_last_days"),
        ("sharing", "0005_writers_and_leaders_by_name"),
        ("concerns", "0006_who_is_assigned_a_narrow_file"),
    ]

    operations = [migrations.RunSQL(OF_PLANNED_VISITS, OF_ANY_VISIT)]
