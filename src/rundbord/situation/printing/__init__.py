"""The picture on paper: typeset from the reader's own edition by Typst, with a map drawn by us."""

from rundbord.situation.printing.picture_pdf import picture_pdf

__all__ = ["picture_pdf"]
