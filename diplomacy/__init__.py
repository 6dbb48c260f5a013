"""What Dragoman knows: pure functions and data. No network, no database, no Telegram, no clock; time is an argument."""
