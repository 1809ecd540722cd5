"""What an organisation does next, from what little the list of organisations knows; pure and light."""

NEXT_STEPS = ("begin", "go_on", "priorities", "plan", "document")
"""In the order they are taken."""


def next_step(answered: int, asked: int, *, has_priorities: bool, has_plan: bool) -> str:
    """Return the code of the next step: priorities once chosen count even while a question is still open."""
    if has_priorities:
        return "document" if has_plan else "plan"
    if not answered:
        return "begin"
    return "go_on" if answered < asked else "priorities"
