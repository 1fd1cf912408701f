"""Functions that tell who reads or coordinates leave out whoever has left."""

from django.db import migrations

from rundbord.sharing.sql import LEFT_ARE_NO_READERS, WITHOUT_LEFT_ARE_NO_READERS


class Migration(migrations.Migration):
    """Narrow the one policy by which the functions see duties."""

    dependencies = [("sharing", "0007_consents_that_disclosures_rest_on")]

    operations = [migrations.RunSQL(LEFT_ARE_NO_READERS, WITHOUT_LEFT_ARE_NO_READERS)]
