"""SQL functions that know who sits at which table; policies of common rows build on them."""

# current_date follows the session's time zone; the functions pin it, so that a term ends at midnight in Denmark.
SEATS = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.partnership() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT p.partnership_id FROM public.partnership_party p
    WHERE p.partnership_id = (SELECT ctx.claimed_partnership()) AND p.authority_id = (SELECT ctx.authority())
        AND p.joined_on <= current_date AND (p.left_on IS NULL OR p.left_on >= current_date)
    LIMIT 1 $$;
CREATE FUNCTION ctx.audiences() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT CASE p.kind
        WHEN 'police' THEN ARRAY['police', 'parties', 'partners']
        WHEN 'housing' THEN ARRAY['partners']
        WHEN 'civil' THEN ARRAY['partners']
        ELSE ARRAY['parties', 'partners'] END
    FROM public.partnership_party p
    WHERE p.partnership_id = (SELECT ctx.claimed_partnership()) AND p.authority_id = (SELECT ctx.authority())
        AND p.joined_on <= current_date AND (p.left_on IS NULL OR p.left_on >= current_date)
    LIMIT 1 $$;
CREATE FUNCTION ctx.fellow_authorities() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT coalesce(array_agg(p.authority_id), ARRAY[]::uuid[]) FROM public.partnership_party p
    WHERE p.partnership_id = (SELECT ctx.partnership())
        AND p.joined_on <= current_date AND (p.left_on IS NULL OR p.left_on >= current_date) $$;
CREATE FUNCTION ctx.partnerships_of(authority uuid) RETURNS TABLE (id uuid, name text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT t.id, t.name FROM public.partnership_partnership t
    JOIN public.partnership_party p ON p.partnership_id = t.id
    WHERE p.authority_id = partnerships_of.authority
        AND p.joined_on <= current_date AND (p.left_on IS NULL OR p.left_on >= current_date) $$;
REVOKE ALL ON FUNCTION ctx.partnership(), ctx.audiences(), ctx.fellow_authorities(), ctx.partnerships_of(uuid)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.partnership(), ctx.audiences(), ctx.fellow_authorities()
    TO rundbord_owner, rundbord_app, rundbord_job, rundbord_place;
GRANT EXECUTE ON FUNCTION ctx.partnerships_of(uuid) TO rundbord_owner, rundbord_auth, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_SEATS = """
DROP FUNCTION ctx.partnership(), ctx.audiences(), ctx.fellow_authorities(), ctx.partnerships_of(uuid);
"""

# Who is police decides which rows are read: the authority's own kind, which no login of the application can write, and
# not the kind noted at its seat, which a party's secretary writes.
AUDIENCE_BY_AUTHORITY = """
GRANT SELECT (id, kind) ON identity_authority TO rundbord_policy;
CREATE POLICY authority_for_functions ON identity_authority FOR SELECT TO rundbord_policy USING (true);
SET LOCAL ROLE rundbord_policy;
CREATE OR REPLACE FUNCTION ctx.audiences() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT CASE a.kind
        WHEN 'police' THEN ARRAY['police', 'parties', 'partners']
        WHEN 'housing' THEN ARRAY['partners']
        WHEN 'civil' THEN ARRAY['partners']
        ELSE ARRAY['parties', 'partners'] END
    FROM public.identity_authority a
    WHERE a.id = (SELECT ctx.authority()) AND (SELECT ctx.partnership()) IS NOT NULL $$;
SET LOCAL ROLE rundbord_owner;
"""

UNITS_OF_FELLOWS = """
CREATE POLICY unit_of_fellow_party ON identity_unit FOR SELECT TO rundbord_app, rundbord_job
    USING (authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[]));
"""

WITHOUT_UNITS_OF_FELLOWS = "DROP POLICY unit_of_fellow_party ON identity_unit"
