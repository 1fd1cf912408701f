"""A source that answers again still says why it failed the last time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Ask for a reason only while it fails."""

    dependencies = [
        ("feeds", "0001_sources_from_outside"),
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="feed",
            name="feed_failures_have_a_reason",
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.CheckConstraint(
                condition=models.Q(("failures", 0), models.Q(("failure", ""), _negated=True), _connector="OR"),
                name="feed_failures_have_a_reason",
            ),
        ),
    ]
