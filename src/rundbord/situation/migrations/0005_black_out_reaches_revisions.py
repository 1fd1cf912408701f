"""Earlier versions of an incident can be struck by every party that reads them."""

from django.db import migrations

from rundbord.situation.row_policies import ReachesAsItsSource


class Migration(migrations.Migration):
    """Replace the policy."""

    dependencies = [
        ("situation", "0004_reach_of_incidents"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="incidentrevision", name="revision_by_audience"),
        migrations.AddConstraint(
            model_name="incidentrevision",
            constraint=ReachesAsItsSource(
                name="revision_by_audience",
                commands=("select", "insert", "update"),
                table="situation_incidentrevision",
                parent="situation_incident.incident_id",
            ),
        ),
    ]
