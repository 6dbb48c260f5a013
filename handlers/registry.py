"""What the house can do: every command in the order of `/help`, and every job of the clock. Two tables and nothing else."""

from handlers.contract import Command, Job

__all__ = ["COMMANDS", "JOBS", "Command", "Job"]

COMMANDS: tuple[Command, ...] = ()

JOBS: tuple[Job, ...] = ()
