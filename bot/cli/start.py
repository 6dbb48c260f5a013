"""`dragoman start`: what `make run` calls."""

from bot.cli.terminal import settings_or_stop

EXAMPLE = "dragoman start"


def start() -> None:
    """Start the bot: in Telegram where TELEGRAM_BOT_TOKEN is set, else in the sandbox on this machine."""
    if settings_or_stop().telegram_bot_token:
        from bot.cli.run import run

        run()
    else:
        from bot.cli.sandbox import sandbox

        sandbox()
