"""Words that no user writes: what form fields are tried with, drawn by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

# Each broke some program once: ends of ranges, digits of other scripts, days that are none, doors into other languages.
_KNOWN = (
    "",
    " ",
    "\0",
    "a\0b",
    "\ufeff",
    "\ufffd",
    "\u202egnp.exe",
    "\u2028",
    "\x85",
    "\u00a0\u3000\u200b",
    "a" * 5000,
    "\u0301" * 500,
    "👩‍👩‍👧‍👦" * 50,
    "１２３",
    "٣٤٥",
    "²",
    "Ⅷ",
    "1_000",
    "0x10",
    "1e400",
    "-1e400",
    "1e-400",
    "NaN",
    "nan",
    "inf",
    "-Infinity",
    "-0",
    "+1",
    "1,5",
    "1.5",
    "9" * 5000,
    str(2**31 - 1),
    str(2**31),
    str(-(2**31) - 1),
    str(2**63 - 1),
    str(2**63),
    str(10**400),
    "0001-01-01",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "2026-02-29",
    "2026-02-31",
    "31.12.9999",
    "1.1.1",
    "2026-03-29T02:30",
    "2026-10-25T02:30",
    "0001-01-01T00:00",
    "9999-12-31T23:59:59.999999",
    "2026-11-30T24:00",
    "2026-11-30T23:59:60",
    "2026-11-30T12:00+99:99",
    "24:00",
    "23:59:60",
    "25:61",
    "00000000-0000-0000-0000-000000000000",
    "{00000000-0000-4000-8000-000000000000}",
    "urn:uuid:00000000-0000-4000-8000-000000000000",
    "f" * 32,
    "300228-0000",
    "610108-0001",
    "610108٠٠٠١",
    "a@b",
    "a@example.dk\nBcc: b@example.dk",
    '"a b"@example.dk',
    "a@[127.0.0.1]",
    "æøå@example.dk",
    "' OR 1=1 --",
    "'; DROP TABLE identity_user; --",
    "$1",
    "%s%n",
    "{{ 7 * 7 }}",
    "{% load x %}",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "../../etc/passwd",
    "=HYPERLINK(1)",
    "[]",
    "{}",
    "[" * 5000,
    '{"type": "Polygon", "coordinates": [[[1e400, NaN]]]}',
    '{"type": {"type": {}}, "coordinates": "x"}',
    "true",
    "None",
    "on",
)
_ALPHABETS = ("0123456789", "0123456789-.:/ T+", "٠١٢٣٤٥٦٧٨٩１２３", "abcæøå \t\n\r\0", "'\"<>&;%{}[]()$\\`=@|")


def hostile_words() -> st.SearchStrategy[str]:
    """Draw a known trouble, a text of any characters that a request can carry, or a mixture of both."""
    # A request is read as UTF-8, so that half a pair of surrogates reaches no field.
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
    narrow = st.sampled_from(_ALPHABETS).flatmap(lambda letters: st.text(letters, max_size=40))
    known = st.sampled_from(_KNOWN)
    numbers = st.integers(-(10**30), 10**30).map(str) | st.floats().map(str)
    days = st.dates().map(str) | st.datetimes().map(lambda moment: moment.isoformat())
    glued = st.tuples(known, anything | narrow).map("".join)
    return st.one_of(known, anything, narrow, numbers, days, glued)
