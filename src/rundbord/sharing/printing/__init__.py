"""The letter on paper: typeset by Typst, marked with who printed it and when."""

from rundbord.sharing.printing.letter_pdf import letter_pdf, letter_words

__all__ = ["letter_pdf", "letter_words"]
