"""Exit is reached in the seat of an exit coordinator alone, and the night deletes rows of cases that go alone."""

from django.db import migrations

from rundbord.access.renewing import RenewPolicies


class Migration(migrations.Migration):
    """Write the policies anew."""

    dependencies = [("interventions", "0002_exit_cases"), ("access", "0003_reach_in_words")]
    operations = [RenewPolicies("exitcase", "exitmove", "exitconsent", "exitstep", "exitcontact", "exitnote")]
