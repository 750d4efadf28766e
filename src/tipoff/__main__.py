"""Run the command line: ``python -m tipoff``, or the ``tipoff`` command.

Each process that trains models imports this module again. So nothing is imported at its top: every
training process would load it and none would use it.
"""


def main() -> None:
    """Run the command line on this process's arguments."""
    from tipoff.cli import app

    app(prog_name="tipoff")


if __name__ == "__main__":
    main()
