"""SQL functions that know who is seated in which forum; the policies of forums build on them (ADR 0030)."""

# A seat counts only as long as its authority is a party: ctx.partnership() is empty for others, and so are these.
FORUMS = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.forums() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT coalesce(array_agg(DISTINCT s.forum_id), ARRAY[]::uuid[]) FROM public.partnership_forumseat s
    WHERE s.partnership_id = (SELECT ctx.partnership()) AND s.authority_id = (SELECT ctx.authority())
        AND s.starts_on <= current_date AND (s.ends_on IS NULL OR s.ends_on >= current_date) $$;
CREATE FUNCTION ctx.forums_led() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT coalesce(array_agg(DISTINCT s.forum_id), ARRAY[]::uuid[]) FROM public.partnership_forumseat s
    WHERE s.partnership_id = (SELECT ctx.partnership()) AND s.authority_id = (SELECT ctx.authority())
        AND s.role IN ('chair', 'secretary')
        AND s.starts_on <= current_date AND (s.ends_on IS NULL OR s.ends_on >= current_date) $$;
CREATE FUNCTION ctx.opens_forum(forum uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.partnership_forum f
        WHERE f.id = forum AND f.authority_id = (SELECT ctx.authority())
            AND f.partnership_id = (SELECT ctx.partnership()))
        AND NOT EXISTS (SELECT 1 FROM public.partnership_forumseat s WHERE s.forum_id = forum) $$;
REVOKE ALL ON FUNCTION ctx.forums(), ctx.forums_led(), ctx.opens_forum(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.forums(), ctx.forums_led(), ctx.opens_forum(uuid)
    TO rundbord_owner, rundbord_app, rundbord_job, rundbord_place;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_FORUMS = "DROP FUNCTION ctx.forums(), ctx.forums_led(), ctx.opens_forum(uuid)"
