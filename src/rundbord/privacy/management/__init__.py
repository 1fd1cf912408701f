"""Commands that write the legal documents from the code."""
