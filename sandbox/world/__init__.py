"""What stands in this Telegram: people, chats, messages, files, and the bot as they see it."""
