"""The functions that alone see what all authorities have nominated, and tell each no more than pairs."""

# How many an authority has nominated, and how many rounds the table has had: an own number, and a common one.
COUNTS = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.nominations_in(round uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT count(*)::integer FROM public.sharing_nomination put
    WHERE put.round_id = nominations_in.round AND put.authority_id = (SELECT ctx.authority()) $$;
CREATE FUNCTION ctx.rounds_lately() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT count(*)::integer FROM public.sharing_whoelseround opened
    WHERE opened.partnership_id = (SELECT ctx.partnership()) AND opened.opened_at > now() - interval '7 days' $$;
REVOKE ALL ON FUNCTION ctx.nominations_in(uuid), ctx.rounds_lately() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.nominations_in(uuid), ctx.rounds_lately() TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_COUNTS = "DROP FUNCTION ctx.nominations_in(uuid), ctx.rounds_lately()"

# Both are for the work of the night alone, in the name of the authority that opened the round, when its time is up.
# A party that nominated nobody gets a commitment and a size like every other: its absence would tell. Sealing comes
# first, so that every party can have the commitments in its log before anything is answered.
CLOSING = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.seal_round(round uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
BEGIN
    IF ctx.purpose() IS DISTINCT FROM 'upkeep' THEN
        RAISE EXCEPTION 'runder lukkes af driften' USING errcode = '42501';
    END IF;
    UPDATE public.sharing_whoelseround opened SET sealed_at = now()
    WHERE opened.id = seal_round.round AND opened.authority_id = ctx.authority()
        AND opened.closes_at <= now() AND opened.sealed_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO public.sharing_whoelsecommitment (id, round_id, authority_id, root)
    SELECT gen_random_uuid(), seal_round.round, seated.authority_id, coalesce(
        sha256('\\x01'::bytea || string_agg(put.leaf, ''::bytea ORDER BY put.leaf)),
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    FROM public.partnership_party seated
    LEFT JOIN public.sharing_nominationmark put
        ON put.authority_id = seated.authority_id AND put.round_id = seal_round.round
    WHERE seated.partnership_id = ctx.partnership()
        AND seated.joined_on <= current_date AND (seated.left_on IS NULL OR seated.left_on >= current_date)
    GROUP BY seated.authority_id;
    INSERT INTO public.sharing_whoelsesize (id, round_id, authority_id, number)
    SELECT gen_random_uuid(), bound.round_id, bound.authority_id, (
        SELECT count(*) FROM public.sharing_nominationmark put
        WHERE put.round_id = bound.round_id AND put.authority_id = bound.authority_id)
    FROM public.sharing_whoelsecommitment bound WHERE bound.round_id = seal_round.round;
    RETURN true;
END $$;
CREATE FUNCTION ctx.close_round(round uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    total integer;
BEGIN
    IF ctx.purpose() IS DISTINCT FROM 'upkeep' THEN
        RAISE EXCEPTION 'runder lukkes af driften' USING errcode = '42501';
    END IF;
    SELECT sum(told.number) INTO total FROM public.sharing_whoelsesize told WHERE told.round_id = close_round.round;
    UPDATE public.sharing_whoelseround opened SET closed_at = now(), band = CASE
        WHEN total < 5 THEN 'under_5' WHEN total < 10 THEN 'under_10' WHEN total < 25 THEN 'under_25' ELSE 'more' END
    WHERE opened.id = close_round.round AND opened.authority_id = ctx.authority()
        AND opened.sealed_at IS NOT NULL AND opened.closed_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO public.sharing_commonknowledge (id, partnership_id, authority_id, unit_id, round_id, nomination_id,
        about_id, kind, basis, other_authority_id, other_unit_id, other_role, found_at)
    SELECT gen_random_uuid(), own.partnership_id, own.authority_id, own.unit_id, own.round_id, own.id,
        own.about_id, own.kind, own.basis, other.authority_id, other.unit_id, other.job, now()
    FROM public.sharing_nomination own
    JOIN public.sharing_nominationmark ours ON ours.nomination_id = own.id AND ours.authority_id = own.authority_id
    JOIN public.sharing_nominationmark theirs ON theirs.round_id = ours.round_id AND theirs.mark = ours.mark
        AND theirs.authority_id <> ours.authority_id
    JOIN public.sharing_nomination other ON other.id = theirs.nomination_id AND other.authority_id = theirs.authority_id
        AND other.kind = own.kind AND other.basis = own.basis
    WHERE own.round_id = close_round.round
        AND EXISTS (SELECT 1 FROM public.sharing_whoelsecommitment bound
            WHERE bound.round_id = own.round_id AND bound.authority_id = own.authority_id)
        AND EXISTS (SELECT 1 FROM public.sharing_whoelsecommitment bound
            WHERE bound.round_id = own.round_id AND bound.authority_id = other.authority_id);
    DELETE FROM public.sharing_nominationmark put WHERE put.round_id = close_round.round;
    DELETE FROM public.sharing_nomination put WHERE put.round_id = close_round.round
        AND NOT EXISTS (SELECT 1 FROM public.sharing_commonknowledge found WHERE found.nomination_id = put.id);
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION ctx.seal_round(uuid), ctx.close_round(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.seal_round(uuid), ctx.close_round(uuid) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_CLOSING = "DROP FUNCTION ctx.seal_round(uuid), ctx.close_round(uuid)"
