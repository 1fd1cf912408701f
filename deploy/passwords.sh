#!/bin/sh
# Gives each login of roles.sql its password from the environment; run by the database container at its first start.
set -eu
for login in deploy app job auth place backup; do
    variable="RUNDBORD_PASSWORD_$(printf '%s' "$login" | tr '[:lower:]' '[:upper:]')"
    psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
        --set role="rundbord_$login" --set password="$(printenv "$variable")" <<'SQL'
ALTER ROLE :"role" PASSWORD :'password';
SQL
done
