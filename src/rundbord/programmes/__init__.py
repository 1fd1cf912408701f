"""Programmes for young people, with names that the own unit alone reads; and who on the street is trained in what."""
