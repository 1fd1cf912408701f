"""Whether two persons stand behind an act: asked by the act's own policy, in the session that carries it out."""

# The confirmer's own session acts, once: a confirmation of the hour, of an order by another that waits for it.
TWO_PERSONS = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.has_two_persons(wanted text, about uuid, on_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.foureyes_order asked
        JOIN public.foureyes_confirmation said ON said.order_id = asked.id
        WHERE asked.partnership_id = ctx.partnership() AND asked.kind = wanted AND asked.subject = about
            AND asked.day = on_day AND asked.withdrawn_at IS NULL AND asked.ordered_by <> said.confirmed_by
            AND said.confirmed_by = ctx.user_id() AND said.at > now() - interval '1 hour');
END $$;
REVOKE ALL ON FUNCTION ctx.has_two_persons(text, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.has_two_persons(text, uuid, date) TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_TWO_PERSONS = "DROP FUNCTION ctx.has_two_persons(text, uuid, date)"

# Asked by the policies of what a machine does afterwards, and by the machine: an own order that another of the same
# authority confirmed within seven days, and that has not been carried out.
ORDERED_BY_TWO = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.was_ordered_by_two(wanted text, about uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.foureyes_order asked
        JOIN public.foureyes_confirmation said ON said.order_id = asked.id AND said.authority_id = asked.authority_id
        WHERE asked.authority_id = ctx.authority() AND asked.kind = wanted AND asked.subject = about
            AND asked.withdrawn_at IS NULL AND asked.carried_out_at IS NULL AND asked.ordered_by <> said.confirmed_by
            AND said.at > now() - interval '7 days');
END $$;
REVOKE ALL ON FUNCTION ctx.was_ordered_by_two(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.was_ordered_by_two(text, uuid) TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_ORDERED_BY_TWO = "DROP FUNCTION ctx.was_ordered_by_two(text, uuid)"
