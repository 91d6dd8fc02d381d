#!/bin/sh
# Brings Temporal's own two databases to the schema of this server's version; safe to run at every start.
set -eu

lay() {
  database="$1"
  schema="$2"
  if output="$(temporal-sql-tool --database "$database" update-schema --schema-name "$schema" 2>&1)"; then
    echo "$database: up to date"
    return
  fi
  # Only an empty database is begun at 0.0: on any other trouble that would forget which version stands.
  case "$output" in
    *schema_version*'does not exist'*) ;;
    *)
      echo "$output" >&2
      exit 1
      ;;
  esac
  temporal-sql-tool --database "$database" setup-schema --version 0.0
  temporal-sql-tool --database "$database" update-schema --schema-name "$schema"
}

lay temporal postgresql/v12/temporal
lay temporal_visibility postgresql/v12/visibility
