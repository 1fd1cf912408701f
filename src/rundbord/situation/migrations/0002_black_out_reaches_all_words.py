"""Sections and corrections can be struck by every party that reads them; each audience's entries have a digest."""

from django.db import migrations, models

from rundbord.partnership.row_policies import ByAudience

_OPTIONS = {
    "commands": ("select", "insert", "update"),
    "logins": ("rundbord_app", "rundbord_job"),
    "by_parties": True,
    "parent": "situation_picture.picture_id",
}


class Migration(migrations.Migration):
    """Replace two policies and add a column."""

    dependencies = [
        ("situation", "0001_reports_and_picture"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="correction", name="correction_by_audience"),
        migrations.AddConstraint(
            model_name="correction", constraint=ByAudience(name="correction_by_audience", **_OPTIONS)
        ),
        migrations.RemoveConstraint(model_name="section", name="section_by_audience"),
        migrations.AddConstraint(model_name="section", constraint=ByAudience(name="section_by_audience", **_OPTIONS)),
        migrations.AddField(model_name="picture", name="digests", field=models.JSONField(default=dict)),
    ]
