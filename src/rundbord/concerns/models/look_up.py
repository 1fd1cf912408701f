"""That somebody looked for a young person, or had a CPR number shown, and why."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD, AgedRows
from rundbord.concerns.row_policies import LookUpOfUnit
from rundbord.identity.models import Authority, Unit

# As long as the log of who read what is kept at least (law-and-practice B.2).
LOOK_UP_DAYS = 730


class LookUp(models.Model):
    """Look-up — opslag: who looked, how, why, and how many were found; never what was typed.

    `reason` has passed the person guard, so no person stands in it. `person_id` is the file whose number was shown.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=180)
    kind = term()
    reason = models.CharField(max_length=300)
    hits = models.PositiveSmallIntegerField()
    person_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        """The own unit sees its own look-ups: colleagues know that they are seen, leaders look after them."""

        indexes = [models.Index(fields=["authority", "unit", "-at"], name="look_up_by_unit")]
        constraints = [
            LookUpOfUnit(name="look_up_of_unit", commands=READ_AND_ADD),
            AgedRows(name="look_up_gone_by_night", moment="at", days=LOOK_UP_DAYS),
        ]
