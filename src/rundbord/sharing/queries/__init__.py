"""Reads of what is passed on, shaped for screens and for other apps."""

from rundbord.sharing.queries.copies_now import CopyNow, RightedNow, changed_copies, copies_now, copies_righted_on
from rundbord.sharing.queries.readers import reader_request, readers_to_choose, requests_for_readers
from rundbord.sharing.queries.received import (
    ReceivedContent,
    ReceivedView,
    copy_of_request,
    correction_copy,
    open_requests,
    received_content,
    received_of,
    received_page,
    received_view,
)
from rundbord.sharing.queries.received_rows import ReceivedRow
from rundbord.sharing.queries.recipients import AddressableUnit, addressable_units, frame_today, readers_in, sender_of
from rundbord.sharing.queries.taken import takings_of
from rundbord.sharing.queries.threshold import (
    QuestionRow,
    Share,
    answers_to,
    own_share,
    question_of,
    question_page,
    questions_by_id,
    share_of_all,
    units_that_would,
    waiting_questions,
)
from rundbord.sharing.queries.threshold_units import units_to_ask
from rundbord.sharing.queries.told import (
    ToldView,
    disclosure_of,
    disclosures_about,
    former_necessity,
    told_page,
    told_view,
)
from rundbord.sharing.queries.told_rows import ToldRow
from rundbord.sharing.queries.unconfirmed import Unconfirmed, unconfirmed
from rundbord.sharing.queries.waiting import Waiting, waiting_for
from rundbord.sharing.queries.who_else import (
    common_knowledge_about,
    found_in,
    nominations_about,
    nominations_in,
    open_rounds,
    round_of,
    round_page,
    round_sizes,
)

__all__ = [
    "AddressableUnit",
    "CopyNow",
    "QuestionRow",
    "ReceivedContent",
    "ReceivedRow",
    "ReceivedView",
    "RightedNow",
    "Share",
    "ToldRow",
    "ToldView",
    "Unconfirmed",
    "Waiting",
    "addressable_units",
    "answers_to",
    "changed_copies",
    "common_knowledge_about",
    "copies_now",
    "copies_righted_on",
    "copy_of_request",
    "correction_copy",
    "disclosure_of",
    "disclosures_about",
    "former_necessity",
    "found_in",
    "frame_today",
    "nominations_about",
    "nominations_in",
    "open_requests",
    "open_rounds",
    "own_share",
    "question_of",
    "question_page",
    "questions_by_id",
    "reader_request",
    "readers_in",
    "readers_to_choose",
    "received_content",
    "received_of",
    "received_page",
    "received_view",
    "requests_for_readers",
    "round_of",
    "round_page",
    "round_sizes",
    "sender_of",
    "share_of_all",
    "takings_of",
    "told_page",
    "told_view",
    "unconfirmed",
    "units_that_would",
    "units_to_ask",
    "waiting_for",
    "waiting_questions",
]
