"""Letters to those who ask: typeset by Typst, each built of the same parts."""

from rundbord.rights.printing.letter_pdf import Letter, Part, letter_pdf
from rundbord.rights.printing.letters import letter_of
from rundbord.rights.printing.parcel import EXTRACT, parcel
from rundbord.rights.printing.separable import answer_as_json

__all__ = ["EXTRACT", "Letter", "Part", "answer_as_json", "letter_of", "letter_pdf", "parcel"]
