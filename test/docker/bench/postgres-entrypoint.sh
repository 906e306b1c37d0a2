#!/bin/sh
# What a compose file can tell of the official image's entry point: the first start makes the
# cluster, the role and the database; every start ends in a server that is process 1.
set -eu

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA"
  chown -R postgres "$PGDATA" /var/run/postgresql
  exec setpriv --reuid=postgres --regid=postgres --init-groups sh "$0"
fi

user=${POSTGRES_USER:-postgres}
chmod 700 "$PGDATA"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  password=$(mktemp)
  printf '%s\n' "${POSTGRES_PASSWORD:?is not set}" >"$password"
  initdb --username="$user" --pwfile="$password" --auth-local=trust --auth-host=scram-sha-256
  rm "$password"
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl start --wait --options="-c listen_addresses=''"
  createdb --username="$user" "${POSTGRES_DB:-$user}"
  pg_ctl stop --wait
fi

exec postgres -c listen_addresses='*'
