"""Pure rules of files on young people: when something is due, what may be noted, what must be said."""
