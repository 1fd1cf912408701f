"""What is kept of sources from outside: when they answered, and which of their items are in; never their words."""

from rundbord.access.declarations import About, Declaration

_TWO_YEARS = "To år; derefter slettes meddelelsens nummer automatisk."


def _person_free(model: str, purpose: str, kept: str, *, is_enforced: bool = False) -> Declaration:
    return Declaration(model=f"feeds.{model}", about=About.NOBODY, purpose=purpose, kept=kept, is_enforced=is_enforced)


DECLARATIONS = (
    _person_free("Feed", "Hvilke offentlige kilder der hentes fra, og om de svarer.", "Så længe kilden er sat op."),
    _person_free("FeedItem", "At samme meddelelse ikke læses ind to gange.", _TWO_YEARS, is_enforced=True),
    _person_free("BackgroundImport", "Hvor baggrundstal kommer fra, og om summerne stemmer.", "Fem år."),
    _person_free("BackgroundFigure", "Officielle tal for en kommune i et kvartal.", "Til de erstattes af nyere."),
)
