"""Pure rules of meetings: forums to begin from, agendas, clocks, invitations, minutes."""
