"""Somebody who hears the program and works it through AT-SPI alone; run by the system's own Python.

Each line in is a JSON object with `ask`: "act" (`start` of a name, `action` and `role` if any),
"write" (`start`, `words`), "heard" for what was announced since it was asked last, or "there" for
the names in the window in front. Each line out is what came of it.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from eyes import is_shown, with_all_below  # noqa: E402 - beside this file
from gi.repository import Atspi, GLib  # noqa: E402 - only once its version is asked for

FOCUS = "SetFocus"
HEARD = []


def main() -> None:
    listener = Atspi.EventListener.new(lambda event: HEARD.append(event.any_data))
    Atspi.EventListener.register(listener, "object:announcement")
    for line in sys.stdin:
        wanted = json.loads(line)
        try:
            answer = ASKED[wanted["ask"]](wanted)
        except Exception as trouble:  # the tree changes while we walk: whoever asks asks again
            answer = {"lacks": repr(trouble)}
        print(json.dumps(answer), flush=True)


def in_front():
    """The program's window or dialog that is worked now: the last one that holds up the others."""
    tops = []
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        found = [program.get_child_at_index(n) for n in range(program.get_child_count())]
        tops += [one for one in found if one is not None and is_shown(one)]
    modal = [one for one in tops if one.getState().contains(Atspi.StateType.MODAL)]
    active = [one for one in tops if one.getState().contains(Atspi.StateType.ACTIVE)]
    return (active or modal or tops)[-1]


def everything():
    return with_all_below(in_front(), 1)


def all_of(wanted, role=None):
    """What has this name, and then what has a name that begins so."""
    start, role = wanted["start"], role or wanted.get("role")
    begun = []
    for one in everything():
        name = one.name
        if name.startswith(start) and role in (None, one.getRoleName()):
            if name == start:
                yield one
            else:
                begun.append(one)
    yield from begun


def actions_of(one):
    action = one.get_action_iface()
    count = action.get_n_actions() if action is not None else 0
    return [action.get_action_name(index) for index in range(count)]


def act(wanted):
    """Do the action whose name begins so; without one the first that is no focusing."""
    begun, lacks = wanted.get("action", ""), "it is not there"
    for one in all_of(wanted):
        offered = actions_of(one)
        fits = [words for words in offered if words.startswith(begun) and (begun or words != FOCUS)]
        if fits:
            name = one.name
            one.get_action_iface().do_action(offered.index(fits[0]))
            return {"name": name, "did": fits[0]}
        lacks = f"{begun!r} is not among {offered}"
    return {"lacks": lacks}


def write(wanted):
    """Go to a field and replace what is in it."""
    one = next(all_of(wanted, "text"), None)
    if one is None:
        return {"lacks": "it is not there"}
    one.get_action_iface().do_action(actions_of(one).index(FOCUS))
    one = next(all_of(wanted, "text"))
    one.get_editable_text_iface().set_text_contents(wanted["words"])
    return {"name": one.name, "did": "write"}


def heard(_wanted):
    """What was announced since this was asked last, in its order."""
    while GLib.MainContext.default().iteration(False):
        pass
    said, HEARD[:] = list(HEARD), []
    return said


def there(_wanted):
    return [one.name for one in everything() if one.name]


ASKED = {"act": act, "write": write, "heard": heard, "there": there}

main()
