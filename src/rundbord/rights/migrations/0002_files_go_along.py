"""What was attached to a file goes along with an answer; a reading tells the unit that read."""

from django.db import migrations, models

from rundbord.audit.reads_of import READS_BY_UNIT, WITHOUT_READS_BY_UNIT


class Migration(migrations.Migration):
    """Add the columns, and the unit to the function."""

    dependencies = [("rights", "0001_requests_of_citizens")]

    operations = [
        migrations.RunSQL(READS_BY_UNIT, WITHOUT_READS_BY_UNIT),
        migrations.AddField(model_name="gathereditem", name="attached", field=models.BinaryField(null=True)),
        migrations.AddField(
            model_name="gathereditem", name="attached_form", field=models.CharField(blank=True, max_length=40)
        ),
    ]
