"""The command line. Results go to stdout, everything else to stderr; docs/cli.md tells formats and exit codes."""


def main() -> None:
    """Run the command line (what the command `dateline` calls)."""
    from dateline.cli.app import app

    app(prog_name="dateline")
