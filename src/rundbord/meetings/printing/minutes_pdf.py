"""From drawn minutes to a tagged PDF (PDF/UA-1): the facts go to Typst as JSON, the layout stands in minutes.typ."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from rundbord.meetings.queries.board import BoardItem
from rundbord.meetings.queries.decisions import DecisionRow
from rundbord.meetings.queries.minutes import Answer, DrawnMinutes
from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.partnership.vocabulary import ItemKind
from rundbord.ui.tags.danish import clock, day, moment
from rundbord.web.typesetting import typeset

_LAYOUT = Path(__file__).with_name("minutes.typ")
# Of the design system's own package; without it Typst's built-in letters stand in.


def minutes_pdf(drawn: DrawnMinutes, *, fixed_at: datetime) -> bytes:
    """Typeset the minutes; nothing is read from the network and nothing is written to disk."""
    return typeset(_LAYOUT, minutes=_told(drawn, fixed_at))


def _told(drawn: DrawnMinutes, fixed_at: datetime) -> dict[str, Any]:
    meeting = drawn.board.meeting
    starts, ends = (each.astimezone(DENMARK) for each in (meeting.begun_at or meeting.starts_at, _end(drawn)))
    return {
        "forum": meeting.forum.name,
        "number": meeting.number,
        "day": day(starts),
        "clock": f"kl. {clock(starts)}–{clock(ends)}",
        "place": meeting.place,
        "picture": meeting.picture_number or 0,
        "seats": [
            f"{row.seat.unit_name}, {row.seat.authority.name}: {(row.presence_label or 'ikke noteret').lower()}"
            for row in drawn.board.seats
        ],
        "items": [_item(each, drawn.decided) for each in drawn.board.items],
        "decided": [_decision(row) for row in drawn.decided if row.item_id is None],
        "answers": [_answer(each) for each in drawn.answers],
        "unanswered": [f"{seat.unit_name}, {seat.authority.name}" for seat in drawn.unanswered],
        "fixed": f"Fastlåst {moment(fixed_at.astimezone(DENMARK))}",
    }


def _end(drawn: DrawnMinutes) -> datetime:
    return drawn.board.meeting.ended_at or drawn.board.meeting.ends_at


def _item(each: BoardItem, decided: Any) -> dict[str, Any]:
    if each.kind == ItemKind.INDIVIDUAL:
        return {"title": "Individuel del", "note": "", "said": [], "decided": []}
    return {
        "title": each.item.title,
        "note": "Udsat til næste møde." if each.item.is_postponed else "",
        "said": [
            {"unit": f"{said.entry.unit_name}, {said.entry.authority.name}", "text": said.entry.text}
            for said in each.said
        ],
        "decided": [_decision(row) for row in decided if row.item_id == each.item.pk],
    }


def _decision(row: DecisionRow) -> str:
    return f"{row.what} – {row.owner}, senest {row.due_on.day}.{row.due_on.month}.{row.due_on.year}"


def _answer(answer: Answer) -> str:
    remark = f": {answer.approval.remark}" if answer.approval.remark else ""
    at = moment(answer.approval.at.astimezone(DENMARK))
    return f"{answer.seat.unit_name}, {answer.seat.authority.name}: {answer.verdict.lower()} {at}{remark}"
