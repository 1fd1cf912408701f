"""Gatherings with residents, what they were promised, what a walk saw, and what clubs offer; all of it invented."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.partnership import actions
from rundbord.partnership.vocabulary import GatheringKind, PromiseState, WalkCategory, WalkPriority, WalkState

_GATHERINGS = (
    (GatheringKind.SAFETY_MEETING, "Tryghedsmøde i Værebro Park", "Værebro Park", 40, 62, "Lys, klubtider og støj."),
    (
        GatheringKind.SAFETY_WALK,
        "Aftentur ved Herlev Station",
        "Herlev Station",
        24,
        18,
        "Ruten fra station til skole.",
    ),
    (GatheringKind.THEME_MEETING, "Temamøde for driftskontorer", "", 15, 21, "At melde anonymt, og hvad der sker så."),
    (GatheringKind.PARENTS, "Forældrenetværk, 3. aften", "Hedeparken og Grantoften", 9, 14, "Telefoner og sen aften."),
)
# What was promised at the first gathering: words, days until it is due, and what became of it.
_PROMISES = (
    ("Lygterne på stisystemet bliver skiftet", -10, PromiseState.KEPT, "Alle lygter er skiftet."),
    ("Klubben holder åbent fredag til kl. 22", 12, PromiseState.OPEN, ""),
    ("Gadeteamet går en runde hver aften i en måned", -2, PromiseState.OPEN, ""),
)
_SEEN = (
    ("Trappen ved perronen", WalkCategory.LIGHT, "To lamper er slukket.", WalkPriority.HIGH, WalkState.UNDER_WAY),
    ("Stien bag cykelskuret", WalkCategory.PLANTING, "Buskene skjuler stien.", WalkPriority.MIDDLE, WalkState.OPEN),
)
_CLUBS = (
    ("Idrætsforeningen Eksempel", "Fodbold uden kontingent", "Værebro Park", "13–18 år", "Mandag og onsdag"),
    ("Lektiecaféen Eksempel", "Lektiehjælp", "Hedeparken og Grantoften", "Alle skoleelever", "Tirsdag"),
)


def meet_residents(founded: Founded) -> None:
    """Let the coordinator note what was held, and publish some of what was promised."""
    by, today = actor_named("koordinator@gladsaxe", founded), timezone.localdate()
    owner = founded.units["gladsaxe/SSP Gladsaxe"]
    with acting_for(by):
        held = [
            actions.note_gathering(
                actions.GatheringTerms(
                    kind=kind,
                    title=title,
                    area=founded.areas[area] if area else None,
                    held_on=today - timedelta(days=ago),
                    came=came,
                    themes=themes,
                ),
                overridden=[],
                by=by,
            )
            for kind, title, area, ago, came, themes in _GATHERINGS
        ]
        for text, due_in, state, answer in _PROMISES:
            terms = actions.PromiseTerms(
                text=text,
                area=founded.areas["Værebro Park"],
                owner=owner,
                due_on=today + timedelta(days=due_in),
                feedback_on=today + timedelta(days=due_in + 7),
            )
            promise = actions.make_promise(held[0], terms, overridden=[], by=by)
            if state is not PromiseState.OPEN:
                actions.answer_promise(promise, state=state, answer=answer, overridden=[], by=by)
                promise.refresh_from_db()
            actions.publish_promise(promise, by=by)
        for place, category, text, priority, how_far in _SEEN:
            seen = actions.observe_on_walk(
                held[1],
                actions.ObservationTerms(
                    place=place,
                    category=category,
                    text=text,
                    priority=priority,
                    owner=founded.units["herlev/SSP Herlev"],
                    due_on=today + timedelta(days=14),
                ),
                overridden=[],
                by=by,
            )
            actions.settle_observation(seen, state=how_far, by=by)
        for association, title, area, for_whom, when in _CLUBS:
            actions.list_club_offer(
                actions.ClubTerms(
                    area=founded.areas[area],
                    association=association,
                    title=title,
                    for_whom=for_whom,
                    when=when,
                    text="",
                ),
                overridden=[],
                by=by,
            )
