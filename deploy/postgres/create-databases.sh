#!/bin/bash
# Runs once, in an empty cluster: one owner and its databases for the cases, another for Temporal, neither a superuser.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$RUQSAT_OWNER_PASSWORD" --set temporal_password="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE ruqsat LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE DATABASE ruqsat OWNER ruqsat;
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
REVOKE CONNECT ON DATABASE temporal, temporal_visibility FROM PUBLIC;
SQL
