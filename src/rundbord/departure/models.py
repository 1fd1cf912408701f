"""An export that was ordered, and the sealed archive in pieces for as long as it lies there."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ_ADD_CHANGE, AgedRows
from rundbord.departure.row_policies import ExportOfOwn, PieceOfExport
from rundbord.identity.models import Authority


class Export(models.Model):
    """Export — udtræk: that an authority takes its own rows along, sealed to `recipient`, a public key of its own.

    `sha256` and `bytes` are of the sealed archive, `rows` of what is in it.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    partnership_id = models.UUIDField()
    recipient = models.CharField(max_length=100)
    ordered_by = models.UUIDField()
    ordered_label = models.CharField(max_length=180)
    ordered_at = models.DateTimeField()
    built_at = models.DateTimeField(null=True)
    bytes = models.BigIntegerField(default=0)
    rows = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, default="", blank=True)
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        """The recipient never changes."""

        indexes = [models.Index(fields=["authority", "-ordered_at"], name="export_newest")]
        constraints = [
            ExportOfOwn(
                name="export_of_own",
                commands=READ_ADD_CHANGE,
                columns={"update": ("built_at", "bytes", "rows", "sha256", "fetched_at")},
            ),
            AgedRows(name="export_gone_by_night", moment="ordered_at", days=2 * 365),
        ]


class ExportPiece(models.Model):
    """Export piece — stykke af et udtræk: some of the sealed archive's bytes; Rundbord holds no key that opens them."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    export = models.ForeignKey(Export, models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        """In their order."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "export", "number"], name="export_piece_once"),
            PieceOfExport(name="piece_of_export", commands=("select", "insert", "delete")),
        ]
