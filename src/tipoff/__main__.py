"""Run the command line: ``python -m tipoff``, or the ``tipoff`` command.

Each process that trains models imports the module that was run once more. So nothing is imported
here before the command line is called: it would be loaded by all of them, and used by none.
"""


def main() -> None:
    """Run the command line on this process's arguments."""
    from tipoff.cli import app

    app(prog_name="tipoff")


if __name__ == "__main__":
    main()
