"""The Telegram door. The only room that knows python-telegram-bot."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")
"""Opts in to what the library's next version does anyway: durations are `timedelta`. It warns at each 429 otherwise."""
