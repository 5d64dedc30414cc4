"""What a screen reader sees, for the tests; run by the system's own Python, which has pyatspi.

Each line in is a JSON object: `role`, and `name` (all of it) or `start` (how it begins), or
`all` for every name that can be seen, or `focused` for what has the keyboard, or `ask`: "all",
"focus" for the same, or "unworkable" for what takes the keyboard and can't be named or worked.
Each line out is what was found, or null.
"""

import json
import sys

import gi
import pyatspi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - only once its version is asked for

# Else a program on a busy machine is taken for hung after 0.8 s, and looks empty from then on.
Atspi.set_timeout(20_000, 60_000)

DEPTH = 40
LEAVES = ("list item", "table cell", "label", "push button", "radio button", "page tab", "text")
LONG = ("list", "tree", "table", "tree table")


def main() -> None:
    for line in sys.stdin:
        wanted = json.loads(line)
        try:
            answer = answer_to(wanted)
        except Exception as trouble:  # the tree changes while we walk: whoever asks asks again
            answer = None
            print(repr(trouble), file=sys.stderr, flush=True)
        print(json.dumps(answer), flush=True)


def answer_to(wanted):
    if wanted.get("focused"):
        return innermost()
    return ASKED.get("all" if wanted.get("all") else wanted.get("ask"), find)(wanted)


def walk(one, wanted, depth=0):
    """All that can be seen from here down; every question to the program takes a while."""
    if one is None or depth > DEPTH:
        return
    role = one.getRoleName()
    if role in LEAVES:
        yield one, role
        return
    if depth > 1 and not is_shown(one):
        return
    yield one, role
    for index in range(one.childCount):
        child = one.getChildAtIndex(index)
        if wanted and role in LONG and child.getRoleName() in set(LEAVES) - {wanted}:
            break  # a list of hundreds of others
        yield from walk(child, wanted, depth + 1)


def everything(wanted=""):
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        yield from walk(desktop.getChildAtIndex(index), wanted)


def find(wanted):
    for one, role in everything(wanted["role"]):
        if role == wanted["role"] and is_named(one.name, wanted) and is_shown(one):
            return told(one)
    return None


def is_named(name, wanted) -> bool:
    return name.startswith(wanted["start"]) if "start" in wanted else name == wanted["name"]


def is_shown(one) -> bool:
    return one.getState().contains(pyatspi.STATE_SHOWING)


def told(one):
    area = one.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    states = [pyatspi.stateToString(state) for state in one.getState().getStates()]
    place = {"x": area.x, "y": area.y, "width": area.width, "height": area.height}
    words = {"name": one.name, "role": one.getRoleName(), "description": one.description}
    return {**words, "states": states, **place}


def seen(_wanted):
    return [f"{role}: {one.name}" for one, role in everything() if one.name and is_shown(one)]


def all_named(wanted):
    """Role and name of all that can be seen, those without a name too, of these roles."""
    there = [(role, one.name) for one, role in everything() if is_shown(one)]
    return [pair for pair in there if pair[0] in wanted["roles"]]


def innermost():
    """What has the keyboard: a card, not the list that it stands in."""
    found = None
    for one, _role in everything():
        if one.getState().contains(pyatspi.STATE_FOCUSED) and is_shown(one):
            found = one
    return told(found) if found is not None else None


def focused(_wanted):
    """What has the keyboard, as far as it says so."""
    row = None  # a list's current row says so too when the keyboard is elsewhere
    for one, role in everything():
        if one.getState().contains(pyatspi.STATE_FOCUSED) and is_shown(one):
            row = {"role": role, **told(one)}
            if role != "list item":
                return row
    return row


# These only hold others, and say nothing of what can be done with them.
HOLDERS = ("filler", "panel", "unknown", "invalid", "redundant object", "frame", "window", "dialog")


def unworkable(_wanted):
    """How many there are that can get the keyboard, and which of them lack something."""
    names, found = [], []
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        for one in with_all_below(desktop.getChildAtIndex(index)):
            states = one.getState()
            if not states.contains(pyatspi.STATE_FOCUSABLE):
                continue
            if not states.contains(pyatspi.STATE_ENABLED):
                continue
            names.append(one.name)
            lacks = lacks_of(one)
            if lacks:
                found.append(f"{one.getRoleName()} {one.name!r} has no {', '.join(lacks)}")
    return {"names": names, "found": found}


def with_all_below(one, depth=0):
    """All that can be seen from here down, the inside of buttons and rows too."""
    if one is None or depth > DEPTH or (depth > 1 and not is_shown(one)):
        return
    yield one
    for index in range(one.childCount):
        yield from with_all_below(one.getChildAtIndex(index), depth + 1)


def lacks_of(one):
    lacks = [] if one.name.strip() else ["name"]
    lacks += ["role"] if one.getRoleName() in HOLDERS else []
    try:
        actions = one.queryAction().nActions
    except NotImplementedError:
        actions = 0
    return lacks + ([] if actions else ["action"])


ASKED = {"all": seen, "named": all_named, "focus": focused, "unworkable": unworkable}

if __name__ == "__main__":
    main()
