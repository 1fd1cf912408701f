"""The pages of meetings, decisions and reports that are measured, each with who asks for it and how."""

from __future__ import annotations

from bench.at_size.pages import Page

LEADER = "leder@gladsaxe"
# What the page's own form adds is told by these words, and taken away by them.
_WORDS = "Prøve: klubben holder åbent til kl. 22 i aften"

_VESTEGNEN = "(SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen')"
_SSP = (
    "(SELECT u.id FROM identity_unit u JOIN identity_authority a ON a.id = u.authority_id"
    " WHERE u.name = 'SSP Gladsaxe' AND a.code = 'gladsaxe')"
)
_AREA = f"(SELECT id FROM partnership_area WHERE partnership_id = {_VESTEGNEN} ORDER BY id LIMIT 1)"
_FORUM = f"(SELECT id FROM partnership_forum WHERE name = 'Morgenmøde' AND partnership_id = {_VESTEGNEN})"
_MEETING = f"(SELECT id FROM meetings_meeting WHERE forum_id = {_FORUM} AND state = 'running' LIMIT 1)"
_BY_AGE = f"FROM meetings_meeting WHERE forum_id = {_FORUM} AND state = 'ended'"
_HALFWAY = "ORDER BY {column} DESC, id DESC OFFSET (SELECT count(*) / 2 FROM {table}) LIMIT 1"


def _cursor(table: str, column: str, where: str) -> str:
    """Give in SQL the cursor of the page that begins in the middle of a list (rundbord.web.keyset)."""
    halfway = _HALFWAY.format(column=column, table=f"{table} WHERE {where}")
    encoded = f"encode(convert_to(json_build_array({column}::text, id)::text, 'UTF8'), 'base64')"
    plain = f"rtrim(translate({encoded}, E'+/\\n', '-_'), '=')"
    return f"SELECT {plain} FROM {table} WHERE {where} {halfway}"


FACTS = {
    "forum": f"SELECT {_FORUM}",
    "meeting": f"SELECT {_MEETING}",
    "open_item": f"SELECT id FROM meetings_agendaitem WHERE meeting_id = {_MEETING} AND kind = 'open_decisions'",
    "over": f"SELECT id {_BY_AGE} AND fixed_at IS NULL AND ended_at < now() - interval '8 days' LIMIT 1",
    "fixed": f"SELECT id {_BY_AGE} AND fixed_at IS NOT NULL ORDER BY starts_at DESC LIMIT 1",
    "unit": f"SELECT {_SSP}",
    "area": f"SELECT {_AREA}",
    "task": f"SELECT id FROM tasks_task WHERE forum_id = {_FORUM} AND closed_at IS NOT NULL"
    " ORDER BY closed_at DESC LIMIT 1",
    "long_ago": _cursor("meetings_meeting", "starts_at", "state = 'ended'"),
    "closed_long_ago": _cursor("tasks_task", "closed_at", "closed_at IS NOT NULL"),
    "decided_long_ago": _cursor("tasks_task", "decided_at", "true"),
    "draft": "SELECT id FROM insight_periodreport WHERE approved_at IS NULL AND last < current_date",
    "approved": "SELECT id FROM insight_periodreport WHERE approved_at IS NOT NULL ORDER BY last DESC LIMIT 1",
    "agreement": f"SELECT id FROM partnership_agreement WHERE partnership_id = {_VESTEGNEN}"
    " ORDER BY signed_on DESC LIMIT 1",
}
UNSAID = f"DELETE FROM meetings_meetingentry WHERE meeting_id = '{{meeting}}' AND text LIKE '{_WORDS}%'"
_NOT_FIXED = """
DELETE FROM meetings_minutes WHERE meeting_id = '{over}';
UPDATE meetings_meeting SET fixed_at = NULL WHERE id = '{over}';
"""
_NOT_APPROVED = """
UPDATE insight_periodreport SET approved_at = NULL, approved_label = '', figures = NULL, pdf = NULL, digest = ''
WHERE id = '{draft}';
"""
_REGISTER = "/opgaver/register/"

PAGES = (
    Page(name="meetings", path="/moeder/"),
    Page(name="meetings, halfway back", path="/moeder/?efter={long_ago}"),
    Page(name="forum", path="/moeder/fora/{forum}/"),
    Page(name="forum, halfway back", path="/moeder/fora/{forum}/?efter={long_ago}"),
    Page(name="board", path="/moeder/{meeting}/"),
    Page(name="board, open decisions", path="/moeder/{meeting}/?punkt={open_item}"),
    Page(name="board, signal", path="/moeder/{meeting}/signal/"),
    Page(name="board, refreshed", path="/moeder/{meeting}/", is_part=True),
    Page(name="board, note sent", path="/moeder/{meeting}/", form={"item": "nu", "text": _WORDS}, undo=UNSAID),
    Page(name="minutes as they stand", path="/moeder/{over}/referat/"),
    Page(
        name="minutes, fixed and printed",
        path="/moeder/{over}/referat/fastlaas/",
        is_tap=True,
        undo=_NOT_FIXED,
    ),
    Page(name="minutes as PDF", path="/moeder/{fixed}/referat.pdf"),
    Page(name="register", path=_REGISTER),
    Page(name="register, own unit's closed", path=f"{_REGISTER}?stand=closed&enhed={{unit}}"),
    Page(name="register, area", path=f"{_REGISTER}?stand=every&omraade={{area}}"),
    Page(name="register, forum", path=f"{_REGISTER}?stand=closed&forum={{forum}}"),
    Page(name="register, to review", path=f"{_REGISTER}?stand=to_review"),
    Page(name="register, all, halfway back", path=f"{_REGISTER}?stand=every&efter={{decided_long_ago}}"),
    Page(name="register, closed, halfway back", path=f"{_REGISTER}?stand=closed&efter={{closed_long_ago}}"),
    Page(name="decision", path="/opgaver/{task}/"),
    Page(name="leadership board", path="/overblik/ledelse/"),
    Page(name="effect not measured", path="/overblik/ledelse/virkning/not_measured/"),
    Page(name="reports", path="/overblik/rapporter/"),
    Page(name="half-year report, draft", path="/overblik/rapporter/{draft}/"),
    Page(name="half-year report, list behind a number", path="/overblik/rapporter/{draft}/liste/beslutninger/"),
    Page(
        name="half-year report, approved and printed",
        path="/overblik/rapporter/{draft}/godkend/",
        user=LEADER,
        form_at="/overblik/rapporter/{draft}/",
        is_tap=True,
        undo=_NOT_APPROVED,
    ),
    Page(name="half-year report as PDF", path="/overblik/rapporter/{approved}/pdf/"),
    Page(name="agreement", path="/partnerskab/aftaler/{agreement}/"),
    Page(name="partnership", path="/partnerskab/"),
)
