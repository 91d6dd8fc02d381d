#!/bin/sh
# Makes the namespace of the cases where it is missing, as soon as the server answers; safe to run at every start.
set -eu

# By number: a resolver that asks for more than the address can hang on a network without a way out.
server="${TEMPORAL_ADDRESS%:*}"
address="$(getent hosts "$server" | awk '{ print $1; exit }'):${TEMPORAL_ADDRESS##*:}"

tries=30
until temporal operator cluster health --address "$address"; do
  tries=$((tries - 1))
  if [ "$tries" -eq 0 ]; then
    echo "Temporal at $TEMPORAL_ADDRESS does not answer." >&2
    exit 1
  fi
  sleep 2
done

# Closed runs are kept for a week; what an auditor needs later was exported into our own database.
temporal operator namespace describe --address "$address" --namespace "$TEMPORAL_NAMESPACE" ||
  temporal operator namespace create --address "$address" --namespace "$TEMPORAL_NAMESPACE" --retention 168h
