#!/bin/sh
# Writes deploy/requirements/{dev,worker,client,build}.txt: every package, pinned and hashed, for Python 3.11 and 3.12.
#
#     deploy/lock.sh             keep the pinned versions, add and drop what pyproject.toml asks for
#     deploy/lock.sh --upgrade   take the newest versions that pyproject.toml allows
#
# Needs uv (`pip install uv`). The largest file constrains the others, so that all agree on every version.
# No address of an index is written: the files install from whichever one pip is set up for.
set -eu

cd "$(dirname "$0")/.."
out=deploy/requirements

lock() { # lock NAME SOURCE OPTION...
  name=$1
  source=$2
  shift 2
  uv pip compile --quiet "$source" --output-file "$out/$name.txt" \
    --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-build-options "$@"
}

lock dev pyproject.toml --extra worker --extra local --group dev "$@"
lock worker pyproject.toml --extra worker --extra local --constraint "$out/dev.txt" "$@"
lock client pyproject.toml --constraint "$out/dev.txt" "$@"
lock build "$out/build.in" --constraint "$out/dev.txt" "$@"
