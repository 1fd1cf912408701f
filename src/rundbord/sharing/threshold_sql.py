"""What the policies of questions without a name ask, and how much of what was asked is refused."""

# A unit asks few questions; the array is made once a statement.
SETTLED_QUESTIONS = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.settled_questions() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT coalesce(array_agg(asked.id), ARRAY[]::uuid[]) FROM public.sharing_thresholdquestion asked
    WHERE asked.partnership_id = (SELECT ctx.partnership()) AND asked.authority_id = (SELECT ctx.authority())
        AND (asked.unit_id = (SELECT ctx.unit()) OR (SELECT ctx.purpose()) = 'upkeep')
        AND (asked.decided_at IS NOT NULL OR asked.closes_on < current_date
            OR cardinality(asked.asked_units) <= (
                SELECT count(*) FROM public.sharing_thresholdanswer given WHERE given.question_id = asked.id)) $$;
CREATE FUNCTION ctx.threshold_share() RETURNS TABLE (decided integer, refused integer)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT counted.all_of_them, counted.not_taken_up FROM (
        SELECT count(*)::integer AS all_of_them,
            (count(*) FILTER (WHERE asked.upshot = 'not_taken_up'))::integer AS not_taken_up
        FROM public.sharing_thresholdquestion asked
        WHERE asked.partnership_id = (SELECT ctx.partnership())
            AND asked.decided_at < date_trunc('month', now())
            AND asked.decided_at >= date_trunc('month', now()) - interval '12 months') counted
    WHERE counted.not_taken_up >= 5 AND counted.all_of_them - counted.not_taken_up >= 5 $$;
REVOKE ALL ON FUNCTION ctx.settled_questions(), ctx.threshold_share() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.settled_questions(), ctx.threshold_share()
    TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_SETTLED_QUESTIONS = "DROP FUNCTION ctx.settled_questions(), ctx.threshold_share()"
