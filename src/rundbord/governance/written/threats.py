"""Adversaries and what stops them (security §8.1): for developers in English, for the impact assessment in Danish.

`tests` are checked to exist; a control without one says in `left` that nothing shows it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.governance.written.surrendered import SURRENDERED
from rundbord.governance.written.tables import table


@dataclass(frozen=True, kw_only=True)
class Threat:
    """One adversary: what stops them as the code is, which tests show it, and what is left."""

    number: int
    who: str
    stopped_by: str
    tests: tuple[str, ...]
    left: str
    risk: str
    measure: str
    remains: str


def _of(*names: str) -> tuple[str, ...]:
    """Write `folder/file:name` out as the node id of a test."""
    told = (name.split(":") for name in names)
    return tuple(
        f"tests/{place.rpartition('/')[0]}/test_{place.rpartition('/')[2]}.py::test_{test}" for place, test in told
    )


THREATS = (
    Threat(
        number=1,
        who="A curious user looks up a neighbour",
        stopped_by="Files are reached by unit and assignment; a look-up wants a reason and is logged; a budget of persons stops a crawl; a weekly sample nobody can foresee, and what stands out, is judged and signed.",
        tests=_of(
            "concerns/find:others_find_nothing_and_read_the_same_as_where_nothing_is",
            "logcontrol/reading_budget:a_crawl_stops_at_the_budget_and_the_refusal_is_an_alarm",
            "logcontrol/rules:the_own_family_name_stands_out_once_for_each_file",
        ),
        left="One look within the own unit, with a false reason, until the sample finds it. A neighbour's street is not known to the program.",
        risk="En medarbejder slår en nabo, en slægtning eller en kendt op uden tjenstlig grund.",
        measure="Sager ses kun af egen enhed eller efter tildeling. Opslag kræver en begrundelse og logges. En grænse for, hvor mange personer en bruger kan læse, stopper gennemlæsning. Hver uge trækkes en stikprøve, som ingen kan forudse, og en leder skriver under.",
        remains="Et enkelt opslag i egen enhed med en falsk begrundelse, indtil stikprøven finder det.",
    ),
    Threat(
        number=2,
        who="An insider exports to work at home",
        stopped_by="Exports hold no persons; letters and prints are single, logged acts; attachments leave one by one.",
        tests=_of(
            "situation/incidents:a_reader_without_the_right_gets_no_spreadsheet",
            "interventions/exit_screens:opening_it_is_logged_and_looking_at_an_act_withdraws_nothing",
        ),
        left="A fresh proof before a print is not asked for. What is on the screen can be photographed.",
        risk="En medarbejder tager oplysninger med hjem.",
        measure="Regneark og rapporter rummer ingen personer. Breve og udskrifter er enkelte, loggede handlinger.",
        remains="Skærmen kan fotograferes. Der kræves ikke en ny bekræftelse før en udskrift.",
    ),
    Threat(
        number=3,
        who="Somebody steals a session",
        stopped_by="__Host- cookie out of reach of scripts, 15 minutes, nine hours; a new token at each proof; factors change after a fresh proof alone; rows of that seat alone.",
        tests=_of(
            "identity/passkeys:a_stolen_session_cannot_take_the_factor_away",
            "identity/passkeys:the_token_of_before_is_worth_nothing_after_the_second_step",
            "consistency/answers:cookies_are_out_of_reach_of_scripts_and_other_sites",
        ),
        left="What that seat reads, within the budget, until the session ends.",
        risk="En session stjæles fra en efterladt eller inficeret maskine.",
        measure="Sessionen slutter efter 15 minutter uden brug. Adgangsnøgler kan ikke lokkes fra nogen. Det, der beskytter kontoen, kræver en ny bekræftelse.",
        remains="Det, brugeren selv kan læse, indtil sessionen slutter.",
    ),
    Threat(
        number=4,
        who="A whole authority or its provider is taken over",
        stopped_by="A user is issuer and subject within one authority; an assertion acts under that authority's row policies; own keys for each authority.",
        tests=_of(
            "identity/attacks_on_providers:a_hostile_provider_gives_nothing_in_another_authority",
            "identity/attacks_on_providers:the_database_itself_lets_an_assertion_reach_its_own_authority_alone",
            "keys/data_keys:another_authority_neither_sees_opens_changes_nor_destroys_it",
        ),
        left="That authority's whole reach, with what others passed on to it, and the seats of its users as guests elsewhere.",
        risk="En anden parts brugerstyring overtages af uvedkommende.",
        measure="En myndigheds login kan kun give adgang til myndighedens egne rækker. Hver myndighed har sine egne nøgler.",
        remains="Alt, hvad den overtagne myndighed selv kan læse, også det I har givet den.",
    ),
    Threat(
        number=5,
        who="The police use it for investigation (§ 115 stk. 2)",
        stopped_by="No such purpose can be expressed; investigators are refused as recipients; a disclosure names basis, purpose and necessity; readings stand in the log of the authority that reads.",
        tests=_of(
            "concerns/disclose_facts:a_disclosure_for_investigation_cannot_be_expressed",
            "concerns/disclose_facts:investigators_and_secretariats_are_not_offered",
        ),
        left="What a police reader remembers. A municipality sees that its disclosure was read, not what became of it.",
        risk="Oplysninger givet til forebyggelse bruges til efterforskning.",
        measure="Efterforskning findes ikke som formål og kan ikke vælges som modtager. Hver videregivelse har hjemmel, formål og begrundet nødvendighed.",
        remains="Det, en læser husker. Det skal holdes af instruks og kontrol.",
    ),
    Threat(
        number=6,
        who="A party that has left",
        stopped_by="Membership and agreement stand in the policies of every common row; sessions act for nothing from that day.",
        tests=_of(
            "access/signed_context:a_municipality_outside_sees_nothing_of_the_partnership",
            "access/signed_context:claiming_a_partnership_without_being_a_party_shows_nothing",
        ),
        left="What was passed on to it stays its own until its copies end.",
        risk="En part, der er trådt ud, læser videre.",
        measure="Medlemskab og aftale står i de regler, som databasen selv håndhæver for hver række.",
        remains="Kopier, som parten har modtaget, løber til deres frist eller tilbagekaldelse.",
    ),
    Threat(
        number=7,
        who="A housing or civil partner learns of persons",
        stopped_by="A login of its own without any grant on tables about citizens; the person guard stops names in common text.",
        tests=_of(
            "consistency/place_login:no_table_about_citizens_is_granted",
            "leaks/canaries:canary_is_never_told_to_who_may_not_read_it",
        ),
        left="A person described so that nobody but a neighbour recognises them.",
        risk="En boligorganisation eller forening får viden om personer.",
        measure="Partnere bruger et databaselogin helt uden adgang til tabeller om borgere. Navne i fælles tekst stoppes.",
        remains="En beskrivelse, som kun en nabo genkender.",
    ),
    Threat(
        number=8,
        who="The operator reads",
        stopped_by="Names, numbers and notes are sealed by keys in a store apart; values stand in no query text or log.",
        tests=_of(
            "keys/data_keys:the_text_is_in_no_log_and_no_error",
            "consistency/citizens_tables:sealed_columns_are_bytes_and_every_other_column_of_words_is_named",
        ),
        left="Whoever runs the web server and holds the key store can read what the server can. Only organisation stops that.",
        risk="Driftsleverandøren læser indhold.",
        measure="Navne, numre og notater er forseglet med nøgler, som ligger uden for databasen.",
        remains="Den, der driver webserveren og har nøglelageret, kan læse det, serveren kan. Det skal databehandleraftalen holde.",
    ),
    Threat(
        number=9,
        who="The operator changes or deletes the log",
        stopped_by="Merkle tree, signed checkpoints, witnesses at the authorities, ./rundbord verify-log.",
        tests=_of(
            "audit/verify_log:verify_log_finds_that",
            "audit/witness:verify_log_aside_the_witness_refuses_a_log_that_was_rewritten_and_signed_anew",
        ),
        left="What was never written, and the last second before it is numbered. With no witness, everything.",
        risk="Loggen ændres eller slettes af den, der driver databasen.",
        measure="Loggen er et hashtræ med underskrevne kontrolpunkter, som myndighedernes egne vidner medunderskriver.",
        remains="Det, der aldrig blev skrevet. Uden mindst to vidner er der ingen sikkerhed.",
    ),
    Threat(
        number=10,
        who="SQL injection",
        stopped_by="Values bound apart; a signed context of 60 seconds; least grants; hostile statements tried on each table.",
        tests=_of(
            "access/signed_context:what_an_injection_could_try_is_refused",
            "leaks/two_world_sql:two_world_hostile_statements_tell_nothing_of_hidden_rows",
        ),
        left="For a minute, what the user reads anyway.",
        risk="En fejl i programmet lader en angriber stille egne spørgsmål til databasen.",
        measure="Databasen afgør selv, hvem der ser hvad, ud fra en underskrevet sammenhæng, som angriberen ikke kan lave.",
        remains="Det, brugeren alligevel kan læse.",
    ),
    Threat(
        number=11,
        who="Script in what people write",
        stopped_by="Escaped when written; nonces; Trusted Types; text nodes.",
        tests=_of("ui/in_the_browser:no_string_becomes_script_or_html", "ui/components:what_people_write_is_escaped"),
        left="Browsers without Trusted Types rely on escaping and nonces.",
        risk="Ondsindet tekst bliver til program i en kollegas browser.",
        measure="Tekst vises som tekst, og browseren får besked på kun at køre vores egne filer.",
        remains="Lille.",
    ),
    Threat(
        number=12,
        who="A foreign page acts or listens",
        stopped_by="Form token; SameSite; no framing; COOP and CORP; hidden and missing alike.",
        tests=_of(
            "consistency/answers:a_form_from_elsewhere_is_refused",
            "consistency/answers:every_answer_forbids_framing_sniffing_and_foreign_use",
        ),
        left="Small.",
        risk="En fremmed hjemmeside handler i brugerens navn.",
        measure="Formularer kræver et mærke, som kun vores egne sider har, og siderne kan ikke vises inde i andre.",
        remains="Lille.",
    ),
    Threat(
        number=13,
        who="Guessing addresses, or whether something exists",
        stopped_by="Row policies; random row numbers; the same answer to the byte and to the query.",
        tests=_of(
            "consistency/two_worlds:what_is_hidden_leaves_no_trace",
            "consistency/keys_in_addresses:a_hidden_row_is_answered_as_a_missing_one",
        ),
        left="Row estimates of the catalogue, to whoever has SQL.",
        risk="Nogen gætter sig til, om en person er kendt.",
        measure="Det, man ikke må se, svares der på, som om det ikke findes.",
        remains="Lille.",
    ),
    Threat(
        number=14,
        who="An export left behind",
        stopped_by="Nothing is kept on the server; files are made on demand; cells are words.",
        tests=_of(
            "web/uploaded_tables:what_a_spreadsheet_would_take_for_a_formula_is_written_as_words",
            "concerns/attachments:it_leaves_as_an_attachment_in_a_sandbox_under_a_name_that_tells_nothing",
        ),
        left="A downloaded file lies where the user put it.",
        risk="En hentet fil bliver liggende på en maskine.",
        measure="Filer laves, når de hentes, og gemmes ikke på serveren. Navnet røber intet.",
        remains="Filen ligger, hvor brugeren lagde den. Det skal instruksen dække.",
    ),
    Threat(
        number=15,
        who="A backup is stolen",
        stopped_by="Sealed columns; key store apart, its own backups sealed and short-lived.",
        tests=_of(
            "keys/backups:a_backup_is_closed_and_holds_no_readable_key",
            "keys/destroying:a_destroyed_key_opens_nothing_in_yesterdays_backup_either",
        ),
        left="Plain rows: the situation, users, who has how many files, the log.",
        risk="En sikkerhedskopi stjæles.",
        measure="Det, der står om personer, er forseglet i kopien, og nøglerne ligger et andet sted.",
        remains="Rækker uden personord: datoer, antal, enheder, brugere.",
    ),
    Threat(
        number=16,
        who="A lost telephone or laptop",
        stopped_by="Nothing in browser storage, no-store, 15 minutes, sessions can be ended elsewhere.",
        tests=_of(
            "ui/front_end:no_script_evaluates_text_or_keeps_anything_in_the_browser",
            "consistency/screens:no_page_may_be_kept_by_a_browser",
        ),
        left="A page left open stays on the screen until it is touched.",
        risk="En telefon eller bærbar mistes.",
        measure="Intet gemmes på enheden, og sessionen kan afsluttes fra et andet sted.",
        remains="En åben side bliver stående, til nogen rører den.",
    ),
    Threat(
        number=17,
        who="Recognition from small numbers",
        stopped_by="Counts below five are hidden, and what would give them away with them.",
        tests=_of(
            "situation/picture_rules:small_counts_are_hidden_so_that_they_cannot_be_worked_out",
            "partnership/goal_rules:two_small_parts_hide_each_other_and_a_single_one_hides_the_sum",
        ),
        left="Differences of overlapping periods are not solved for.",
        risk="Personer kan genkendes i små tal.",
        measure="Tal under fem vises ikke, og heller ikke de tal, de kunne regnes ud af.",
        remains="Forskelle mellem perioder, der overlapper.",
    ),
    Threat(
        number=18,
        who="Denial of service",
        stopped_by="Bounds on everything read; queue for costly work; tries counted before hashing.",
        tests=_of(
            "reading/oversized:an_endless_word_text_or_list_is_refused_with_what_to_do",
            "web/uploads:of_a_huge_file_no_more_is_held_than_could_be_kept",
        ),
        left="Floods are the proxy's to stop.",
        risk="Systemet gøres utilgængeligt.",
        measure="Alt, der læses ind, har grænser, og tungt arbejde lægges i kø.",
        remains="Store mængder trafik skal stoppes foran systemet.",
    ),
    Threat(
        number=19,
        who="A poisoned dependency",
        stopped_by="Hash-locked packages with a cool-down; nothing loaded from elsewhere by pages.",
        tests=_of(
            "operating/installation:every_locked_package_has_hashes",
            "operating/installation:lock_files_name_no_registry",
        ),
        left="A package that was poisoned before it was locked. Advisories are read only where they can be reached.",
        risk="Et programbibliotek, vi bruger, er forgiftet.",
        measure="Hvert bibliotek er låst ved sit fingeraftryk og mindst syv dage gammelt.",
        remains="Et bibliotek, der var forgiftet, før det blev låst.",
    ),
    Threat(
        number=20,
        who="The wrong recipient by mistake",
        stopped_by="Recipients are units of the table by name and class; what is sent is looked over and judged again; recalls reach the copy and what was taken from it.",
        tests=_of(
            "concerns/disclose_facts:nothing_can_be_sent_without_being_looked_over_and_judged_again",
            "sharing/recall_reaches_files:a_recall_hides_the_words_at_once_and_leaves_a_line",
        ),
        left="What was read before the recall.",
        risk="Oplysninger gives til den forkerte modtager ved en fejl.",
        measure="Modtagere vælges blandt parternes enheder, alt ses igennem før afsendelse, og en tilbagekaldelse skjuler ordene med det samme.",
        remains="Det, der blev læst før tilbagekaldelsen.",
    ),
    Threat(
        number=21,
        who="The embedded server is left open",
        stopped_by="Passwords and rules rewritten at the first start; folders for the owner alone.",
        tests=_of(
            "operating/embedded_cluster:no_rule_of_access_trusts_anybody",
            "operating/embedded_cluster:a_wrong_password_is_refused",
        ),
        left="Small.",
        risk="Databasen står åben på maskinen.",
        measure="Databasen kræver adgangskode fra første start, og usikre installationer nægter at starte.",
        remains="Lille.",
    ),
    Threat(
        number=22,
        who="Coerced or mistaken mass deletion",
        stopped_by="Nobody deletes files by hand; ends are days set by rule; logins cannot delete what was told.",
        tests=_of(
            "concerns/reach:nobody_deletes_or_rewrites_a_fact",
            "sharing/disclose:nobody_changes_or_deletes_what_was_told",
        ),
        left="The operator can destroy keys; the log shows it.",
        risk="Oplysninger slettes ved en fejl eller under pres.",
        measure="Ingen sletter sager i hånden. Frister sættes af reglerne, og databasen afviser sletning af det, der er givet videre.",
        remains="Driften kan ødelægge nøgler. Det kan ses i loggen.",
    ),
)
_LEAD = """# Adversaries, and what a compromise can surrender

Written by `./rundbord manage write_governance` from `governance/written/threats.py` and `surrendered.py`, which say what the code does and not what was wished. Every test that is named exists, or a check fails. The longer list by way of attack stands in `docs/legal/threat-model.md`."""


def threats() -> str:
    """Write the page."""
    rows = [
        (f"T{each.number}", each.who, each.stopped_by, "<br>".join(_shown(test) for test in each.tests), each.left)
        for each in THREATS
    ]
    head = ["", "Who", "What stops them", "Shown by", "What is left"]
    lost = [
        (each.what, each.surrenders, each.keeps, "<br>".join(_shown(test) for test in _of(*each.tests)))
        for each in SURRENDERED
    ]
    return (
        "\n\n".join(
            [
                _LEAD,
                f"## Adversaries\n\n{table(head, rows)}",
                f"## What a compromise of X can surrender\n\n{table(['X', 'Surrenders', 'Does not', 'Shown by'], lost)}",
            ]
        )
        + "\n"
    )


def named_by_surrendered() -> list[str]:
    """Name the tests that the second table rests on."""
    return [test for each in SURRENDERED for test in _of(*each.tests)]


def _shown(test: str) -> str:
    return f"`{test.removeprefix('tests/')}`"
