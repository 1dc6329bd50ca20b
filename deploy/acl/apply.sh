#!/bin/sh
# Adds the rules of rights.txt to a cluster, as a Kafka superuser. Adding a rule twice changes nothing.
#
#     deploy/acl/apply.sh --bootstrap-server HOST:PORT [--command-config admin.properties]
#     DRY_RUN=1 deploy/acl/apply.sh            show the commands
#
# The arguments go to Kafka's own kafka-acls.sh, which must be on PATH (or named by KAFKA_ACLS). The brokers need an
# authorizer: authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer.
set -eu

prefix=${COMMUNIQUE_TOPIC_PREFIX:-}
rights=$(dirname "$0")/rights.txt

sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$rights" | while read -r user resource pattern name operations; do
  if [ "$resource" = topic ]; then name=$prefix$name; fi
  options=$(echo ",$operations" | sed 's/,/ --operation /g')
  # shellcheck disable=SC2086 # the options are words
  ${DRY_RUN:+echo} "${KAFKA_ACLS:-kafka-acls.sh}" "$@" --add --allow-principal "User:$user" \
    "--$resource" "$name" --resource-pattern-type "$pattern" $options </dev/null
done
