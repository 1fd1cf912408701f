"""Who signed an agreement, and what it costs whom."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier
from rundbord.partnership.models.agreement import Agreement
from rundbord.partnership.models.partnership import Partnership, Party
from rundbord.partnership.row_policies import InPartnership

_ENTERED_AND_STRUCK = ("select", "insert", "delete")


class Signature(models.Model):
    """Signature — underskrift: a party signed on a day, by an office; the name as the signatory wants it."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatures")
    party = models.ForeignKey(Party, models.PROTECT, related_name="signatures")
    office = models.CharField(max_length=120)
    name = models.CharField(max_length=120, blank=True)
    signed_on = models.DateField()

    class Meta:
        """Entered or struck, never rewritten."""

        constraints = [InPartnership(name="signature_of_parties", commands=_ENTERED_AND_STRUCK)]


class BudgetLine(models.Model):
    """Budget line — budgetlinje: what one party pays in one year, in whole kroner."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="budget")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    amount = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    purpose = models.CharField(max_length=160, blank=True)

    class Meta:
        """Entered or struck, never rewritten."""

        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="budget_line_is_money"),
            InPartnership(name="budget_line_of_parties", commands=_ENTERED_AND_STRUCK),
        ]
