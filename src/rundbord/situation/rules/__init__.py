"""Pure decisions on reports, incidents and pictures, one file per thing judged."""
