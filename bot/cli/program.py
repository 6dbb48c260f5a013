"""The terminal door: `dragoman COMMAND`. Each command is one short file; its heavy imports wait until it is called."""

import typer

from bot.cli import ask, brief, check, evaluate, migrate, poll, read, reread, resolve, run, sandbox, start

app = typer.Typer(
    help="Dragoman reads the world's news feeds and tells how two countries stand, with a source under every line.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (start, run, sandbox, ask, poll, brief, read, resolve, reread, evaluate, migrate, check):
    app.command(epilog=f"Example: `{module.EXAMPLE}`")(getattr(module, module.__name__.rpartition(".")[2]))


def main() -> None:
    """Run the command line."""
    app()
