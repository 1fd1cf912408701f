"""Young people and the worries about them, within one authority; what leaves it goes through `sharing` as a copy."""
