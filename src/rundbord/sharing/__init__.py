"""Passing information about a person from one authority to another: on which legal basis, to whom, and what follows."""
