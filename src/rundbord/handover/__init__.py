"""Hand-over meetings: what one authority brings is judged without names, and is gone when the list closes (ADR 0030).

A list belongs to the unit that brings it, each question to the unit that is asked. A name leaves by `sharing` alone.
"""
