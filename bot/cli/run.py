"""`dragoman run`: the bot alone, in Telegram or on any other Bot API server."""

from bot.cli.terminal import err, run_until_done, settings_or_stop, stop, stop_signal

EXAMPLE = "TELEGRAM_BOT_TOKEN=123456:ABC… dragoman run"


def run() -> None:
    """Run the bot in Telegram until Ctrl-C; needs TELEGRAM_BOT_TOKEN."""
    settings = settings_or_stop()
    if settings.telegram_bot_token is None:
        stop(
            "TELEGRAM_BOT_TOKEN is not set. Put it into .env, or start the sandbox, which needs none: dragoman sandbox"
        )
    token = settings.telegram_bot_token.get_secret_value()

    from bot.clock import Timetable
    from bot.logs import set_up_logs
    from bot.wiring import open_house, open_line, open_web, plan_of, telegram_of
    from handlers.registry import JOBS

    set_up_logs(settings.log_level, settings.log_format)

    async def work() -> None:
        done = stop_signal()
        async with (
            open_house(plan_of(settings, "run")) as house,
            open_line(house, telegram_of(settings, token)) as line,
            open_web(house, settings, line),
        ):
            timetable = Timetable(JOBS, house.services)
            await timetable.start()
            err.print("Dragoman is in Telegram. Ctrl-C stops it.")
            await done.wait()
            err.print("Stopping …")
            await timetable.stop()

    run_until_done(work)
