"""What is going on in the areas: reports, triage, incidents and the published picture; holds no person."""
