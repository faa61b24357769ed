"""Imports point one way, modules stay readable."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "dateline"
LEVELS = {
    "errors": 0, "frozen": 0, "loading": 0, "model": 0, "settings": 0,
    "codebook": 1, "gazetteer": 1, "encoder": 1,
    "reading": 2, "coding": 2, "linking": 2, "rulebooks": 2, "store": 2,
    "pipeline": 3,
    "export": 4, "render": 4, "review": 4, "evaluate": 4, "scale": 4,
    "web": 5,
    "cli": 6, "__init__": 6, "__main__": 7,
}  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))
LONG_MODULE, LONG_FUNCTION = 300, 40
EXCUSE = "# long because:"


def package_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imports_of(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "dateline":
            found |= {node.module or ""} | (
                {f"dateline.{a.name}" for a in node.names} if node.module == "dateline" else set()
            )
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.split(".")[0] == "dateline"}
    return found - {"dateline"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    own = package_of(path)
    for name in imports_of(ast.parse(path.read_text(encoding="utf-8"))):
        other = name.split(".")[1]
        if own == other:
            continue
        allowed = LEVELS[other] < LEVELS[own] or other == "errors"
        assert allowed, f"{own} (level {LEVELS[own]}) imports {other} (level {LEVELS[other]}): {name}"


def test_every_package_has_a_level() -> None:
    assert {package_of(path) for path in MODULES} <= set(LEVELS)


def test_no_import_cycles() -> None:
    names = {
        ".".join(("dateline", *p.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__"): p
        for p in MODULES
    }
    graph = {
        n: {i for i in imports_of(ast.parse(p.read_text(encoding="utf-8"))) if i in names} for n, p in names.items()
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, "import cycle: " + " -> ".join((*trail, name))
        if name not in done:
            for other in graph[name] - {name}:
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_stay_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if EXCUSE in text:
        return
    assert len(text.splitlines()) <= LONG_MODULE, f"over {LONG_MODULE} lines; split it, or say why after '{EXCUSE}'"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONG_FUNCTION, f"{node.name} has {length} lines; over {LONG_FUNCTION}"


def test_no_drawers() -> None:
    assert not [p for p in MODULES if p.stem in {"utils", "util", "helpers", "helper", "manager", "misc", "common"}]
