"""A visit is asked about in a round only with an approved plan at home in the fortnight after the round closes.

The policies of sharing say which unit, those of concerns which file; this one says with which plan. It is restrictive:
all must hold. `visit` is the one step at home of every kind (tests/sharing/test_two_visits.py).
"""

OF_PLANNED_VISITS = """
CREATE POLICY nomination_of_planned_visit ON sharing_nomination AS RESTRICTIVE FOR INSERT TO rundbord_app, rundbord_job
    WITH CHECK (kind <> 'visit' OR EXISTS (
        SELECT 1 FROM interventions_plannedstep plan, interventions_intervention course, sharing_whoelseround opened
        WHERE plan.person_id = sharing_nomination.about_id AND plan.step = 'visit' AND plan.cancelled_at IS NULL
            AND course.id = plan.intervention_id AND course.ended_at IS NULL
            AND opened.id = sharing_nomination.round_id AND plan.planned_for > opened.closes_at
            AND plan.planned_for <= opened.closes_at + interval '14 days'));
"""

OF_ANY_VISIT = "DROP POLICY nomination_of_planned_visit ON sharing_nomination"
