"""Danish numerals in words, both ways, as far as ages and small counts need them."""

_ONES = (
    "nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
    "femten", "seksten", "sytten", "atten", "nitten",
)  # fmt: skip
_TENS = {
    20: "tyve",
    30: "tredive",
    40: "fyrre",
    50: "halvtreds",
    60: "tres",
    70: "halvfjerds",
    80: "firs",
    90: "halvfems",
}


def in_words(number: int) -> str:
    """27 → syvogtyve; figures from a hundred up."""
    if number < len(_ONES):
        return _ONES[number]
    if number > 99:
        return str(number)
    tens, ones = number // 10 * 10, number % 10
    return f"{_joint(ones)}og{_TENS[tens]}" if ones else _TENS[tens]


def _joint(ones: int) -> str:
    return "en" if ones == 1 else _ONES[ones]


NUMERALS = tuple(sorted((in_words(number) for number in range(1, 100)), key=len, reverse=True))
"""Numerals from one to ninety-nine, longest first, for use in a pattern."""

COUNTS = ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "begge", "flere", "nogle", "et par")
"""Words before a plural that are neither article nor adjective."""
