"""What a paper asks of the rows: who the authority is, whom it sits with, how it has set things."""
