"""Who saw what covers files of the own authority, also by a use of break-glass."""

from django.db import migrations

from rundbord.breaches.sql import WHO_SAW_FILE, WITHOUT_WHO_SAW_FILE


class Migration(migrations.Migration):
    """Add the functions."""

    dependencies = [
        ("breaches", "0001_a_breach_and_who_saw"),
        ("concerns", "0017_attachments_that_a_breach_is_about"),
        ("interventions", "0008_interventions_that_a_breach_is_about"),
        ("emergency", "0001_break_glass"),
    ]

    operations = [migrations.RunSQL(WHO_SAW_FILE, WITHOUT_WHO_SAW_FILE)]
