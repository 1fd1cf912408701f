"""The index that an area's year is counted from holds the clock time too: by hour, rows need not be fetched either."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the index anew with two columns more."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0005_areas_know_their_age"),
        ("situation", "0013_reports_handed_over"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="incident", name="counted_by_area"),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=["partnership", "area", "-occurred_at"],
                include=("category", "authority", "audience", "unit", "starts_at", "starts_precision"),
                name="counted_by_area",
            ),
        ),
    ]
