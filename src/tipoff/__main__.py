"""Run the command line: ``python -m tipoff``."""

from tipoff.cli import app

if __name__ == "__main__":
    app(prog_name="tipoff")
