"""What the log asks of the control before it takes a reading: the own authority's limit, and whether it is lifted."""

# One row, always; empty numbers mean the installation's own.
READING_LIMITS = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.reading_limits(today date)
    RETURNS TABLE (per_hour integer, per_day integer, is_lifted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT own.per_hour, own.per_day, EXISTS (
        SELECT 1 FROM public.logcontrol_readinglift given
        JOIN public.logcontrol_readingstop stopped ON stopped.id = given.stop_id
        WHERE stopped.authority_id = (SELECT ctx.authority()) AND stopped.user_id = (SELECT ctx.user_id())
            AND stopped.day = reading_limits.today)
    FROM (SELECT 1) AS one LEFT JOIN LATERAL (
        SELECT newest.per_hour, newest.per_day FROM public.logcontrol_readinglimit newest
        WHERE newest.authority_id = (SELECT ctx.authority())
        ORDER BY newest.at DESC, newest.id DESC LIMIT 1) AS own ON true $$;
REVOKE ALL ON FUNCTION ctx.reading_limits(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.reading_limits(date) TO rundbord_audit;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_READING_LIMITS = "DROP FUNCTION ctx.reading_limits(date)"
