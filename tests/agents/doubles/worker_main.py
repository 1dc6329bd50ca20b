"""A worker whose models are the stand-ins of readers.py; settings come from the environment, as always."""

import sys

from stream.agents import app
from stream.agents.recipe import Recipe
from stream.agents.worker import run
from stream.errors import CommuniqueError
from stream.settings import TopicSettings, WorkerSettings


def main() -> int:
    """Run it; 1 for an error that it explains."""
    settings = WorkerSettings()
    recipe = Recipe.of(settings, analyzer="readers:analyze", loader="readers:preload", shared=())
    # The embedded broker lets a group wait for half a session whenever somebody joins it.
    app._SESSION, app._HEARTBEAT = 2.0, 0.4  # type: ignore[misc]
    try:
        run(settings, create=TopicSettings() if "--create-topics" in sys.argv else None, recipe=recipe)
    except CommuniqueError as error:
        sys.stderr.write(f"communique: {error} ({error.advice})\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
