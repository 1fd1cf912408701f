"""The pages that are measured, each with who asks for it and how."""

from __future__ import annotations

from dataclasses import dataclass, field

# Ticks a box with whatever value the page gives it.
TICKED = "\N{CHECK MARK}"
# Users of the invented partnership (rundbord.demo.people).
COORDINATOR = "koordinator@gladsaxe"
STREET_WORKER = "gade@gladsaxe"

# Puts back what one publication did, so that the same picture can be published again and again.
UNPUBLISHED = """
DELETE FROM situation_reading WHERE picture_id IN (SELECT id FROM situation_picture WHERE number > {newest});
DELETE FROM situation_entry WHERE picture_id IN (SELECT id FROM situation_picture WHERE number > {newest});
DELETE FROM notices_notice WHERE path = '/situationsbillede/{coming}/';
DELETE FROM procrastinate_events;
DELETE FROM procrastinate_jobs;
UPDATE situation_picture SET number = NULL, covers_to = NULL, published_at = NULL, published_by = NULL,
    publisher_label = '', digests = '{{}}', seal = NULL WHERE number > {newest};
"""
# What stands in the database that a page's address or its putting back needs, asked once for each world.
FACTS = {
    "newest": "SELECT max(number) FROM situation_picture",
    "coming": "SELECT max(number) + 1 FROM situation_picture",
    "area": "SELECT id FROM partnership_area WHERE name = 'Herlev Station'",
    "conflict": "SELECT id FROM conflicts_conflict WHERE closed_at IS NULL ORDER BY urgency DESC, id LIMIT 1",
    "incident": "SELECT id FROM situation_incident WHERE occurred_at < now() - interval '10 days'"
    " AND audience = 'parties' ORDER BY occurred_at DESC LIMIT 1",
    "street": "SELECT place_text FROM situation_incident WHERE place_text <> ''"
    " GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    "long_ago": "SELECT (now() - interval '5 years')::date",
}


@dataclass(frozen=True, kw_only=True)
class Page:
    """One request; `path`, `form` and `undo` may name FACTS, and a `form` is filled in over what its page offers.

    `button` is the one that sends the form; `shows` where the answer is a page and not a way on. `form_at` is the page
    that has the form, where it is another; `is_tap` where the form is a button alone; `is_part` asks for the part of
    the page that refreshes itself.
    """

    name: str
    path: str
    user: str = COORDINATOR
    form: dict[str, str] = field(default_factory=dict)
    button: str = ""
    shows: bool = False
    undo: str = ""
    form_at: str = ""
    is_tap: bool = False
    is_part: bool = False

    @property
    def writes(self) -> bool:
        """Tell whether the request is a form that is sent."""
        return bool(self.form) or self.is_tap

    @property
    def headers(self) -> dict[str, str]:
        """What the request says beside its address."""
        return {"HX-Request": "true"} if self.is_part else {}


PAGES = (
    Page(name="start page", path="/"),
    Page(name="live signal", path="/signal/?emne=today"),
    Page(name="picture", path="/situationsbillede/{newest}/"),
    Page(name="picture as PDF", path="/situationsbillede/{newest}/pdf/"),
    Page(name="incident list", path="/haendelser/"),
    Page(name="incident list, filtered", path="/haendelser/?omraade={area}&kategori=indbrud"),
    Page(name="incident list, street", path="/haendelser/?sted={street}"),
    Page(name="incident list, five years ago", path="/haendelser/?periode=valgt&til={long_ago}"),
    Page(name="one incident", path="/haendelser/{incident}/"),
    Page(name="triage inbox", path="/indbakke/"),
    Page(name="report, form", path="/indberet/", user=STREET_WORKER),
    Page(
        name="report, sent",
        path="/indberet/",
        user=STREET_WORKER,
        form={
            "text": "En gruppe unge ved stationen spiller høj musik. Stemningen er god.",
            "area": "{area}",
            "category": "uro",
        },
    ),
    Page(name="publish, last look", path="/situationsbillede/kladde/udgiv/"),
    Page(
        name="publish, done",
        path="/situationsbillede/kladde/udgiv/",
        form={"number": "{coming}", "confirmed": TICKED},
        undo=UNPUBLISHED,
    ),
    Page(name="area page", path="/omraader/{area}/over-tid/"),
    Page(name="conflicts", path="/konflikter/"),
    Page(name="conflict", path="/konflikter/{conflict}/"),
    Page(name="tasks", path="/opgaver/"),
    Page(name="overview", path="/overblik/"),
    Page(name="the unusual", path="/overblik/usaedvanligt/"),
)
