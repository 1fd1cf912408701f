"""What a compromise of each part can surrender, from the code as it is (security §8.3)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Surrendered:
    """One part: what falls with it, what does not, and the tests that show the second."""

    what: str
    surrenders: str
    keeps: str
    tests: tuple[str, ...] = ()


SURRENDERED = (
    Surrendered(
        what="Web server, running, with the key store",
        surrenders="Everything that it reads while somebody is there, of every authority whose keys lie in the store; sessions of whoever clicks; the context key, and with it any user's reach",
        keeps="Whoever was destroyed; the past of the log, which witnesses hold; passkeys",
        tests=(
            "keys/destroying:a_destroyed_key_opens_nothing_in_yesterdays_backup_either",
            "audit/witness:verify_log_aside_the_witness_refuses_a_log_that_was_rewritten_and_signed_anew",
        ),
    ),
    Surrendered(
        what="Worker, running",
        surrenders="As the web server for what jobs reach; mails without content; the log's signing key",
        keeps="Tables of sign-in: its login has no grant there",
        tests=("consistency/policies:credentials_and_sessions_are_out_of_reach_of_the_application",),
    ),
    Surrendered(
        what="Database, its host or a backup",
        surrenders="All plain rows: situation, tasks, meetings, users, duties, the log's entries; of files: which authority and unit, days, states, birth year, how many; which blind indexes are alike",
        keeps="Names, numbers, notes, attachments, what was passed on",
        tests=(
            "consistency/citizens_tables:sealed_columns_are_bytes_and_every_other_column_of_words_is_named",
            "concerns/raise_concern:nothing_of_it_lies_open_in_the_database",
        ),
    ),
    Surrendered(
        what="Key store alone",
        surrenders="Keys that open nothing by themselves; random numbers of data keys and when one was destroyed; the log's signing key",
        keeps="Any name, number or note",
        tests=("keys/store:the_store_alone_holds_no_data_key",),
    ),
    Surrendered(
        what="Database and one authority's folder of the key store",
        surrenders="That authority's names, numbers and notes, and copies that it received",
        keeps="Another authority's",
        tests=(
            "keys/store:a_wrapped_key_opens_under_its_own_name_alone",
            "keys/data_keys:the_same_person_in_two_authorities_has_nothing_in_common",
        ),
    ),
    Surrendered(
        what="Backup of the key store",
        surrenders="Nothing without its sealing key; with it, as the store of that night",
        keeps="What is older than a fortnight is gone",
        tests=(
            "keys/backups:a_backup_is_closed_and_holds_no_readable_key",
            "keys/backups:backups_older_than_a_fortnight_go_and_other_files_stay",
        ),
    ),
    Surrendered(
        what="Login rundbord_app (SQL, without the context key)",
        surrenders="Nothing without a signed context; with an injected one that is running: 60 seconds of that user's rows",
        keeps="Everything else",
        tests=(
            "consistency/policies:no_row_is_seen_without_a_context",
            "access/signed_context:a_context_signed_with_another_key_is_an_error",
        ),
    ),
    Surrendered(
        what="Login rundbord_auth (SQL)",
        surrenders="Users, duties, password hashes, sealed factors, hashes of sessions; may add a session, which is becoming anybody",
        keeps="Every row of the situation and about citizens",
        tests=(
            "consistency/citizens_tables:no_other_login_has_any_grant_on_it",
            "consistency/forgery:the_sign_in_login_cannot_read_what_users_typed",
        ),
    ),
    Surrendered(
        what="Login rundbord_place (SQL)",
        surrenders="With a context: the partners' edition and own reports",
        keeps="Every table about citizens",
        tests=("consistency/place_login:no_table_about_citizens_is_granted",),
    ),
    Surrendered(
        what="Login rundbord_deploy, or a superuser",
        surrenders="The database in whole; may rewrite policies and the log",
        keeps="Seals; the log's history at witnesses",
        tests=("audit/verify_log:verify_log_finds_that",),
    ),
    Surrendered(
        what="Environment of the web server",
        surrenders="Installation's key, context key and four logins: becoming anybody, code apps and recovery codes; with the key store as the running server",
        keeps="Seals while the store is elsewhere; passkeys",
        tests=("keys/data_keys:without_a_store_nothing_is_sealed_and_nothing_written",),
    ),
    Surrendered(
        what="One user's account",
        surrenders="That seat's reach, slowly (budget), with a trace",
        keeps="Other units' files, other authorities' rows",
        tests=(
            "logcontrol/reading_budget:a_crawl_stops_at_the_budget_and_the_refusal_is_an_alarm",
            "consistency/two_worlds:what_is_hidden_leaves_no_trace",
        ),
    ),
    Surrendered(
        what="One administrator's account",
        surrenders="That authority's accounts: a link makes a new password, two links a new factor; so any of its users, within a day and with a trace",
        keeps="Content at first hand; other authorities' accounts",
        tests=(
            "identity/users:an_administrator_sees_no_content",
            "identity/users:nothing_can_be_done_to_another_authoritys_user",
        ),
    ),
    Surrendered(
        what="One authority's identity provider",
        surrenders="That authority's reach, and its users' seats as guests",
        keeps="Roles in another authority",
        tests=("identity/attacks_on_providers:a_hostile_provider_gives_nothing_in_another_authority",),
    ),
    Surrendered(
        what="An authority's SCIM token",
        surrenders="Names and mail addresses of its own users; closing them all",
        keeps="Opening a duty; other authorities' users",
        tests=(
            "identity/lines_of_user_administration:one_authoritys_line_neither_sees_nor_closes_anothers_users",
            "identity/lines_of_user_administration:a_new_employee_is_told_of_and_has_no_duty_until_a_right_gives_one",
        ),
    ),
    Surrendered(
        what="The log's signing key",
        surrenders="Forging checkpoints nobody has cosigned yet",
        keeps="What witnesses accepted",
        tests=(
            "audit/witness:verify_log_aside_the_witness_refuses_a_log_that_was_rewritten_and_signed_anew",
            "audit/verify_log:verify_log_finds_a_fork_by_the_checkpoint_that_somebody_kept",
        ),
    ),
    Surrendered(
        what="One witness",
        surrenders="Nothing confidential; its cosignature",
        keeps="The history, which the others hold",
        tests=("audit/witness:another_witness_cannot_sign_for_this_one",),
    ),
    Surrendered(
        what="Proxy in front",
        surrenders="Everything that passes while somebody is there, sessions included",
        keeps="Passkeys; what does not pass",
    ),
    Surrendered(
        what="Mail server",
        surrenders="That somebody has something new, and whom it concerns among staff",
        keeps="Content",
        tests=("notices/notify:each_reader_with_an_address_gets_a_mail_without_content",),
    ),
    Surrendered(
        what="A public source or the proxy out",
        surrenders="False public news and figures, which are masked like any text and marked with their source",
        keeps="Everything else: nothing is sent to it",
        tests=("feeds/daily_reports:an_incident_that_still_points_at_a_person_waits_and_the_others_go_on",),
    ),
)
