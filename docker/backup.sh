#!/bin/sh
# Writes one dump of the database now and one each BACKUP_EVERY_HOURS, and removes dumps older than
# BACKUP_KEEP_DAYS. A dump gets its name only when it is whole.
set -eu
umask 077
cd /backups

while true; do
  draft="draft-$$"
  name="ehc_plan_audit-$(date -u +%Y-%m-%dT%H%M%SZ).dump"
  if pg_dump --format=custom --file="$draft"; then
    mv "$draft" "$name"
    echo "Written: $name"
    # Only after a dump that worked, so that a failing backup never empties the folder.
    find . -maxdepth 1 -name 'ehc_plan_audit-*.dump' -mtime "+$BACKUP_KEEP_DAYS" -exec rm -f {} +
  else
    rm -f "$draft"
    echo "The backup failed; the next one is tried in $BACKUP_EVERY_HOURS hours." >&2
  fi
  sleep "$((BACKUP_EVERY_HOURS * 3600))"
done
