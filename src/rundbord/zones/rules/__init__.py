"""Pure decisions on zones and coming events, one file per thing judged."""
