"""The action plan: for each priority the first step, who sees to it, by when, with what help, and how far."""

from collections.abc import Callable
from datetime import date

from assessment.dossier import Action
from assessment.errors import BadInput, shown
from assessment.free_text import checked_name, cleaned_text
from assessment.line_mode.choosing import understood
from assessment.line_mode.results import material
from assessment.line_mode.typed_answers import digits, rank_of
from assessment.line_mode.visit import Visit
from assessment.line_mode.voice import Back, Place
from assessment.planned import PlanWords
from assessment.planning import replaced
from assessment.texts import texts
from assessment.typed_day import read_day

STATES = ("open", "done", "dropped")


def make_plan(visit: Visit) -> None:
    """Say the actions and fill in the one chosen, until the person is done."""
    voice = visit.voice
    if not _actions(visit):
        voice.tell("plan.none")
    place = Place(
        "plan",
        lambda: voice.t("prompt.plan" if _actions(visit) else "prompt.plan_empty"),
        lambda: _show(visit),
        {"n": lambda: _add(visit)},
    )
    _show(visit)
    while line := voice.hear(place):
        actions = _actions(visit)
        titles = [_title(visit, action) for action in actions]
        rank = understood(voice, line, lambda typed: rank_of(typed, titles))  # noqa: B023
        if rank is not None:
            chosen = actions[rank - 1]
            _within(lambda: _fill_in(visit, chosen))  # noqa: B023
            _show(visit)


def _within(do: Callable[[], None]) -> None:
    """Do something that one may leave by going back."""
    try:
        do()
    except Back:
        return


def _actions(visit: Visit) -> list[Action]:
    """Return one action a priority, as planned or still empty, then the other actions of the plan."""
    m, plan = material(visit), visit.plan()
    first = [
        action
        for text in m.priorities
        for action in [one for one in plan if one.item == text.item]
        or [Action(item=text.item, title=text.title, first_step=text.first_step)]
    ]
    return [*first, *(action for action in plan if action not in first)]


def _show(visit: Visit) -> None:
    """Say every action with its number, and what is written about it."""
    voice = visit.voice
    voice.say("")
    for rank, action in enumerate(_actions(visit), start=1):
        voice.number(rank, ", ".join([_title(visit, action), *_facts(visit, action)]))


def _facts(visit: Visit, action: Action) -> list[str]:
    """Return what is known of an action in few words: its state, who, by when."""
    facts = [_state(visit, action.status)]
    if action.owner:
        facts.append(visit.voice.t("plan.fact.owner", owner=action.owner))
    if action.due:
        facts.append(visit.voice.t("plan.fact.due", due=_day(visit, action.due)))
    return facts


def _title(visit: Visit, action: Action) -> str:
    """Return what an action is about, in the language of the moment where Jalon wrote it."""
    m = material(visit)
    return PlanWords(m.diagnosis, m.wording).said(action).title


def _state(visit: Visit, status: str) -> str:
    return texts("report", visit.voice.lang)(f"plan.{status}").lower()


def _day(visit: Visit, day: date) -> str:
    """Return a day in full: 31 mars 2027."""
    return material(visit).wording.date(day)


# --- one action ---------------------------------------------------------------------------------


def _add(visit: Visit) -> None:
    """Add an action of the organisation's own, fill it in, then say the plan again."""
    _within(lambda: _ask_new(visit))
    _show(visit)


def _ask_new(visit: Visit) -> None:
    title = visit.voice.line("plan_title")
    if title:
        action = Action(title=cleaned_text(title))
        _keep(visit, None, action)
        _fill_in(visit, action)


def _fill_in(visit: Visit, action: Action) -> None:
    """Ask for each part in turn; every line is kept at once, so that leaving half-way loses nothing."""
    visit.voice.say(_title(visit, action))
    visit.voice.tell("plan.how")
    action = _ask(visit, action, "first_step", action.first_step, lambda typed: cleaned_text(typed))
    action = _ask(visit, action, "owner", action.owner, checked_name)
    due = _day(visit, action.due) if action.due else None
    action = _ask(visit, action, "due", due, lambda typed: _read_day(visit, typed))
    action = _ask(visit, action, "help", action.help, lambda typed: cleaned_text(typed))
    _ask_state(visit, action)


def _ask(visit: Visit, action: Action, part: str, held: str | None, read: Callable[[str], object]) -> Action:
    """Ask for one part until it can be kept; Enter keeps what is there, 0 erases it."""
    voice = visit.voice
    while True:
        if held:
            voice.tell("plan.held", held=shown(held) if part == "owner" else held)
        typed = voice.line(f"plan_{part}")
        if not typed:
            return action
        try:
            value = None if digits(typed) == "0" else read(typed)
            return _keep(visit, action, action.model_copy(update={part: value}))
        except BadInput as problem:
            voice.say(problem.text(voice.lang))


def _read_day(visit: Visit, typed: str) -> date | None:
    """Return the day typed; BadInput when it is none."""
    for spelling in (typed, digits(typed)):
        try:
            return read_day(spelling, date.today())
        except ValueError:
            continue
    raise BadInput("plan.bad_date", catalogue="ask", typed=shown(typed))


def _ask_state(visit: Visit, action: Action) -> None:
    """Ask whether the action is to be done, done or given up."""
    voice = visit.voice

    def show() -> None:
        for rank, status in enumerate(STATES, start=1):
            voice.number(rank, _state(visit, status))

    show()
    voice.tell("plan.held", held=_state(visit, action.status))
    place = Place("plan_state", lambda: voice.t("prompt.plan_state"), show)
    while line := voice.hear(place):
        words = [_state(visit, status) for status in STATES]
        rank = understood(voice, line, lambda typed: rank_of(typed, words))  # noqa: B023
        if rank is not None:
            _keep(visit, action, action.model_copy(update={"status": STATES[rank - 1]}))
            return


def _keep(visit: Visit, before: Action | None, after: Action) -> Action:
    """Put an action in the place of what it was, or at the end, on the disk at once."""
    visit.keep_plan(replaced(visit.plan(), before, after))
    return after
