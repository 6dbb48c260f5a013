"""The house keeps its directions: who may import whom, and which library lives in which room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "feeds", "storage", "diplomacy", "locales", "sandbox", "workshop", "benchmarks")

MAY_IMPORT = {
    "bot": {"bot", "handlers", "feeds", "storage", "diplomacy", "locales"},
    "handlers": {"handlers", "feeds", "storage", "diplomacy", "locales"},
    "feeds": {"feeds", "diplomacy", "locales"},
    "storage": {"storage", "diplomacy", "locales"},
    "diplomacy": {"diplomacy", "locales"},
    "locales": {"locales"},
    "sandbox": {"sandbox"},
    "workshop": set(ROOMS),
    "benchmarks": set(ROOMS),
}
"""`bot/cli` alone may start the sandbox as well."""

ONLY_ROOM = {
    "apscheduler": ("bot/clock.py",),
    "telegram": ("bot/telegram/",),
    "feedparser": ("feeds/",),
    "sqlalchemy": ("storage/",),
    "alembic": ("storage/",),
    "babel": ("locales/",),
    "matplotlib": ("bot/render/",),
    "numpy": ("diplomacy/reading/",),
    "sklearn": ("workshop/",),
    "scipy": ("workshop/",),
}

PURE = {"aiohttp", "sqlalchemy", "telegram", "socket", "asyncio", "httpx", "os", "subprocess", "urllib.request", "time"}
"""What `diplomacy/` must not know."""


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports: at the top, inside functions and under TYPE_CHECKING alike."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def files() -> list[Path]:
    """Every Python file of the house, tests left out."""
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_its_direction_allows(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    room = place.split("/")[0]
    allowed = MAY_IMPORT[room] | ({"sandbox"} if place.startswith("bot/cli") else set())
    for module in imports(path):
        top = module.split(".")[0]
        assert top not in ROOMS or top in allowed, f"{place} imports {module}"
        home = ONLY_ROOM.get(top)
        assert home is None or room in {"workshop", "benchmarks"} or place.startswith(home), (
            f"{place} imports {module}, which lives in {home}"
        )
        if room == "diplomacy":
            assert top not in PURE, f"{place} imports {module}, but diplomacy/ is pure"


def test_the_modules_import_each_other_in_no_circle() -> None:
    names = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files()}
    known = set(names.values())
    graph = {name: {one for one in imports(path) if one in known and one != name} for path, name in names.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
