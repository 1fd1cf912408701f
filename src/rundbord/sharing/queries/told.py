"""What the own unit told others: lists, and one disclosure opened."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.keys.queries import open_keys
from rundbord.sharing.models import Disclosure
from rundbord.sharing.queries.told_rows import RightedRow, ToldRow, opened_words, rows_of
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.content import Content, from_text
from rundbord.sharing.rules.needed_words import same_words
from rundbord.sharing.vocabulary import Capacity, Condition, DisclosurePurpose, LegalBasis
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 20
_MOST_ABOUT_ONE = 100
_FORMER = 20
_ORDER = ("-told_at", "-id")


@dataclass(frozen=True, kw_only=True)
class ToldView:
    """One disclosure opened; content is None where the young person's key has been destroyed."""

    row: ToldRow
    content: Content | None
    necessity: str
    words: tuple[tuple[RightedRow, str, str], ...]
    same_act: int

    @property
    def paragraph(self) -> str:
        """Give the basis's paragraph."""
        return BASES[LegalBasis(self.row.disclosure.basis)].paragraph

    @property
    def purpose(self) -> str:
        """Name the purpose."""
        return label_of(DisclosurePurpose, self.row.disclosure.purpose)

    @property
    def capacity(self) -> str:
        """Name what the recipient is."""
        return label_of(Capacity, self.row.disclosure.recipient_capacity)

    @property
    def conditions(self) -> list[str]:
        """Name the conditions of the copy."""
        return [label_of(Condition, each) for each in self.row.disclosure.conditions]


def told_page(actor: Actor, *, after: str = "", before: str = "") -> tuple[KeysetPage[Disclosure], list[ToldRow]]:
    """Give what the own unit told, newest first."""
    # Narrowed to the unit by its index; what of it the actor may read is for the policies.
    own = Disclosure.objects.filter(authority_id=actor.authority_id)
    own = own.filter(unit_id=actor.unit_id) if actor.unit_id else own.none()
    shown = keyset_page(_with_names(own), order=_ORDER, after=after, before=before, size=PAGE_SIZE)
    return shown, rows_of(shown.rows)


def disclosures_about(about_id: UUID) -> list[ToldRow]:
    """List what was told about somebody, newest first, by the sender's own key of whom it is about."""
    about = _with_names(Disclosure.objects.filter(about_id=about_id))
    return rows_of(list(about.order_by(*_ORDER)[:_MOST_ABOUT_ONE]), opened=True)


def disclosure_of(disclosure_id: UUID) -> Disclosure:
    """Find a disclosure of the own unit, or raise Http404."""
    found = _with_names(Disclosure.objects.filter(pk=disclosure_id)).first()
    if found is None:
        raise Http404
    return found


def told_view(disclosure: Disclosure) -> ToldView:
    """Open a disclosure with its corrections."""
    [row] = rows_of([disclosure], opened=True)
    key = open_keys([disclosure.data_key_id]).get(disclosure.data_key_id)
    return ToldView(
        row=row,
        content=from_text(opened_words(disclosure, "content", key)) if key else None,
        necessity=opened_words(disclosure, "necessity", key),
        words=tuple(
            (each, opened_words(each.correction, "reason", key), opened_words(each.correction, "new_wording", key))
            for each in row.righted
        ),
        same_act=Disclosure.objects.filter(
            about_id=disclosure.about_id, told_at=disclosure.told_at, written_by=disclosure.written_by
        ).count(),
    )


def former_necessity(words: str, actor: Actor) -> str:
    """Give an earlier necessity of the same user that reads like these words, or else the last one; empty for none."""
    mine = Disclosure.objects.filter(authority_id=actor.authority_id, written_by=actor.user_id)
    former = list(mine.only("id", "authority_id", "data_key_id", "necessity").order_by("-told_at", "-id")[:_FORMER])
    keys = open_keys(each.data_key_id for each in former)
    written = [opened_words(each, "necessity", keys[each.data_key_id]) for each in former if each.data_key_id in keys]
    return next((each for each in written if same_words(each, words)), written[0] if written else "")


def _with_names(rows: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    return rows.select_related("recipient_unit__authority")
