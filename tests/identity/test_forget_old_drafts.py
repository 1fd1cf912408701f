"""What was typed and never sent goes by itself."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.identity.actions import forget_old_drafts, save_draft
from rundbord.identity.models import Draft
from rundbord.identity.rules import DRAFTS_LAST
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen


def test_a_draft_older_than_a_week_goes_and_a_younger_one_stays(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        save_draft("/doegnrapporter/ny/", {"text": ["Indsat og aldrig sendt"]}, by=officer)
        save_draft("/indberet/", {"text": ["Skrevet i dag"]}, by=officer)
    with as_owner():
        old = timezone.now() - DRAFTS_LAST - timedelta(minutes=1)
        Draft.objects.filter(address="/doegnrapporter/ny/").update(saved_at=old)

    forget_old_drafts()

    with as_owner():
        assert [draft.address for draft in Draft.objects.all()] == ["/indberet/"]
