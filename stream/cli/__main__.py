"""``python -m stream.cli``: the command line where its script is not on the path."""

from stream.cli import main

if __name__ == "__main__":
    main()
