"""What the house does when somebody asks or the clock strikes. Knows no Telegram and no HTML."""
