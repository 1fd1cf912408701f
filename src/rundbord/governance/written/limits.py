"""Bounds of what people type, upload and ask for."""

from __future__ import annotations

from rundbord.concerns.rules.attaching import MOST_FILES as MOST_ATTACHMENTS
from rundbord.concerns.rules.words import FEWEST_LETTERS
from rundbord.feeds.screens.background import MOST_BYTES as MOST_OF_FIGURES
from rundbord.files.pdfs import MOST_BYTES as MOST_OF_PDF
from rundbord.files.pdfs import MOST_PAGES
from rundbord.files.photos import MOST_BYTES as MOST_OF_PHOTO
from rundbord.files.photos import MOST_PIXELS
from rundbord.governance.written.tables import table
from rundbord.handover.rules import MOST_LINES
from rundbord.identity.rules.users import LONGEST_NAME
from rundbord.reading.source.tidying import LONGEST_TEXT as LONGEST_REPORT
from rundbord.situation.rules.small_counts import FEWEST_SHOWN
from rundbord.situation.rules.telling import LONGEST_PLACE, LONGEST_TEXT
from rundbord.situation.screens.receive_source_text import MOST_BYTES as MOST_OF_REPORT
from rundbord.situation.screens.receive_source_text import MOST_FILES as MOST_REPORTS
from rundbord.situation.screens.report_photos import MOST_PHOTOS
from rundbord.web.uploaded_sheets import MOST_UNPACKED
from rundbord.web.uploaded_tables import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from rundbord.web.uploads import MOST_OF_ALL, MOST_OF_ONE

_MB = 1024 * 1024


def shapes() -> str:
    """Write how input is judged (2.1.1, 2.1.2)."""
    rows = [
        (
            "Text of a report",
            f"1 to {LONGEST_TEXT} letters; stopped where it leads to a person",
            "situation.rules.telling",
        ),
        ("Place in words", f"to {LONGEST_PLACE} letters", "situation.rules.telling"),
        ("CPR number", "six and four digits with a day that there is; modulus 11 is no test", "keys.core.cpr"),
        ("Name of a user", f"to {LONGEST_NAME} letters, no CPR number", "identity.rules.users"),
        ("Reason", f"{FEWEST_LETTERS} letters at least, made of letters", "concerns.rules.words"),
        ("Choice", "a word of the vocabulary, never free", "each app's vocabulary"),
        (
            "Moment",
            "Danish clock; hours that do not exist are refused; ahead and back within bounds",
            "situation.rules.when",
        ),
        ("Address of a row", "UUID; what is none is not found", "addresses"),
    ]
    return f"""## Input

Every field is cleaned once (NUL, halves of letters, signs that turn the direction of reading), typed by a form, and judged by a pure rule of its app (`*/rules`), which gives every objection at once, also on what does not fit together:
times, ages, roles, classes, legal bases, audiences. The database judges again: types, constraints, row policies, grants by column.

{table(["What", "Shape", "Where"], rows)}"""


def uploads() -> str:
    """Write what may be uploaded, how large, and what becomes of it (5.1.1)."""
    rows = [
        (
            "Photo of a report",
            f"any common kind, {MOST_OF_PHOTO // _MB} MB, {MOST_PIXELS // 1_000_000} megapixels, {MOST_PHOTOS} a report",
            "measured, decoded, written anew as JPEG without notes",
        ),
        (
            "Attachment of a file",
            f"picture, PDF ({MOST_OF_PDF // _MB} MB, {MOST_PAGES} pages), plain text; {MOST_ATTACHMENTS} a file",
            "written anew from pixels, pages, letters; sealed",
        ),
        (
            "Daily report",
            f"text, mail, web page, {MOST_OF_REPORT // _MB} MB each, {MOST_REPORTS} at once, {LONGEST_REPORT} letters read",
            "read as text; the original goes on its day",
        ),
        (
            "Table",
            f"CSV or xlsx, {MOST_BYTES // _MB} MB, unpacked {MOST_UNPACKED // _MB} MB, {MOST_ROWS} rows of {MOST_COLUMNS} cells of {LONGEST_CELL} letters",
            "read as text, shown, saved when right",
        ),
        ("Official figures", f"JSON, {MOST_OF_FIGURES // _MB} MB", "read by shape"),
        ("Outlines of areas", "GeoJSON", "read by shape; outlines that cross themselves are refused"),
    ]
    return f"""## Uploads

Of one file {MOST_OF_ONE // _MB} MB and of one request {MOST_OF_ALL // _MB} MB are held, in memory, never in a folder. No name of an upload is kept. Whatever is not of these kinds by content is refused in a sentence
and kept nowhere. What is downloaded leaves as an attachment under a sandbox policy. No virus scanner is asked.

{table(["Upload", "Kinds and bounds", "What becomes of it"], rows)}"""


def caps() -> str:
    """Write bounds on what one does (2.1.3)."""
    rows = [
        ("Nominations to *who else*", "50 a round and authority, of files that are a day old and have a number"),
        ("Lines of a hand-over list", f"{MOST_LINES}"),
        ("Counts of persons", f"nothing below {FEWEST_SHOWN} is told, nor what would give it away"),
        (
            "Terms",
            "a file a year and never past the eighteenth birthday unjudged; a copy as its basis says; a consent a year",
        ),
        ("Tries to sign in or prove", "see above"),
        ("Rows of an export", "10,000"),
        ("Readings in an hour", "more than 25 of one user are drawn into the log control; none is refused"),
    ]
    return f"## Bounds on what one does\n\n{table(['What', 'Bound'], rows)}"


def costly() -> str:
    """Write what is costly and what bounds it (15.1.3)."""
    rows = [
        (
            "Looking up a CPR number or name",
            "Argon2id, some 30 ms",
            "behind permission, second factor and reason; two workers at most on two cores",
        ),
        ("Passwords", "Argon2id, some 100 ms", "tries are counted first"),
        ("Reading an uploaded report", "to two seconds", "length, parts and passes are bounded"),
        ("Pictures and PDFs", "to two seconds", "measured before decoding"),
        ("PDF and spreadsheet of a picture", "some 100 ms", "frozen lines, bounded rows"),
        ("Exports", "to a second", "bounded rows"),
        ("Unusual counts and near-repeat", "minutes", "nightly, in the worker"),
        ("Mail and sources", "seconds", "jobs of the worker, with time limits and growing pauses"),
    ]
    return f"""## Costly work

A request that takes more than 60 seconds is ended by the server, its transaction rolled back. Lists are paged by key. The proxy bounds requests by address.

{table(["What", "Costs", "Bounded by"], rows)}"""
