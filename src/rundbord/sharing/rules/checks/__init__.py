"""Pure predicates: each takes a proposal, and finds what is wrong in one respect."""
