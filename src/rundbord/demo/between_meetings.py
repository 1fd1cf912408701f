"""A decision that cannot wait for the next morning meeting: put to the forum, and answered by some."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.identity.models import Unit
from rundbord.partnership.models import Forum
from rundbord.tasks import actions
from rundbord.tasks.vocabulary import Answer, Counting


def ask_between_meetings(founded: Founded) -> None:
    """Propose to the morning meeting; the proposer has answered, and one unit is against."""
    coordinator = actor_named("koordinator@gladsaxe", founded)
    with acting_for(coordinator):
        decision = actions.Decision(
            what="Holde hallen åben lørdag til kl. 23",
            why="Der er kaldt til samling ved hallen lørdag aften.",
            owner=Unit.objects.get(name="Ungdomsklubber Gladsaxe"),
            due_on=timezone.localdate() + timedelta(days=7),
            alternatives="Ekstra vagter på pladsen. Valgt fra: de unge har ingen steder at gå hen.",
        )
        clock = actions.Clock(counts=Counting.AUTHORITIES, quorum=3, closes_at=timezone.now() + timedelta(days=2))
        proposal = actions.propose(decision, Forum.objects.get(name="Morgenmøde"), clock, by=coordinator)
        actions.answer_proposal(proposal, Answer.YES, by=coordinator)
    herlev = actor_named("ssp@herlev", founded)
    with acting_for(herlev):
        actions.answer_proposal(
            proposal, Answer.NO, reason="Vi mangler folk den aften og ville åbne søndag.", by=herlev
        )
