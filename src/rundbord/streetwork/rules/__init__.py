"""Pure decisions of street work, one file per thing judged."""
