"""Releasing what a source brought: public words that lead to nobody go on by themselves, the rest wait for a person."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.feeds.models import Feed
from rundbord.feeds.vocabulary import ItemOutcome
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.situation.actions import release_what_is_clean
from rundbord.situation.models import SourceText


def release_item(feed: Feed, source: SourceText, *, has_news: bool, is_held: bool = False, by: Actor) -> ItemOutcome:
    """Release what no word stops; tell those who may release the rest, when there is something new to look at."""
    waiting = source.incidents.filter(released_at=None, withheld_at=None).count()
    if not is_held:
        waiting = release_what_is_clean(source, by=by)
    if not waiting:
        return ItemOutcome.TAKEN_IN
    if has_news:
        notify(NoticeKind.RELEASE_WAITING, f"/doegnrapporter/{source.pk}/", [_releasers(feed)], by=by)
    return ItemOutcome.WAITING


def _releasers(feed: Feed) -> Recipient:
    role = Role.OFFICER if feed.authority.kind == AuthorityKind.POLICE else Role.COORDINATOR
    return Recipient(authority_id=feed.authority_id, role=role.value)
