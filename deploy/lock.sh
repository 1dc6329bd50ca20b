#!/bin/sh
# Writes deploy/requirements/{dev,worker,client}.txt: every package, pinned and hashed, for Python 3.11 and 3.12.
#
#     deploy/lock.sh             keep the pinned versions, add and drop what pyproject.toml asks for
#     deploy/lock.sh --upgrade   take the newest versions that pyproject.toml allows
#
# Needs uv (`pip install uv`). The larger file constrains the smaller ones, so that all three agree on every version.
# No address of an index is written: the files install from whichever one pip is set up for.
set -eu

cd "$(dirname "$0")/.."
out=deploy/requirements
mkdir -p "$out"

lock() { # lock FILE OPTION...
  file=$1
  shift
  uv pip compile --quiet pyproject.toml --output-file "$file" \
    --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-build-options "$@"
}

lock "$out/dev.txt" --extra worker --extra local --group dev "$@"
lock "$out/worker.txt" --extra worker --extra local --constraint "$out/dev.txt" "$@"
lock "$out/client.txt" --constraint "$out/dev.txt" "$@"
