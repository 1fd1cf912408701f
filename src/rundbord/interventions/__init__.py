"""Interventions — indsatser: visits, talks, letters and courses with a young person, step by step, each with its clock.

Rows are one authority's own and hang on its file (`concerns`). What two authorities do together is a row without a
person; what each of them knows stays its own (ADR 0026).
"""
