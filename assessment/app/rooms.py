"""The pages by name. They are imported after the first frame: they bring pydantic and the larger widgets."""

from assessment.app.page import Page


def page_classes() -> dict[str, type[Page]]:
    """Return the class of each page that can be gone to."""
    from assessment.app.conflicts_screen import ConflictsScreen
    from assessment.app.file_screen import FileScreen
    from assessment.app.follow_screen import FollowScreen
    from assessment.app.group_screen import GroupScreen
    from assessment.app.home_screen import HomeScreen
    from assessment.app.meetings_screen import MeetingsScreen
    from assessment.app.organisation_screen import OrganisationScreen
    from assessment.app.orientation_screen import OrientationScreen
    from assessment.app.pdf_screen import PdfScreen
    from assessment.app.plan_screen import PlanScreen
    from assessment.app.priorities_screen import PrioritiesScreen
    from assessment.app.question_screen import QuestionScreen
    from assessment.app.results_screen import ResultsScreen
    from assessment.app.review_screen import ReviewScreen
    from assessment.app.rounds_screen import RoundsScreen
    from assessment.app.welcome_screen import WelcomeScreen
    from assessment.app.what_if_screen import WhatIfScreen
    from assessment.app.workshop_screen import WorkshopScreen

    return {
        "welcome": WelcomeScreen,
        "home": HomeScreen,
        "conflicts": ConflictsScreen,
        "organisation": OrganisationScreen,
        "rounds": RoundsScreen,
        "file": FileScreen,
        "meetings": MeetingsScreen,
        "question": QuestionScreen,
        "review": ReviewScreen,
        "results": ResultsScreen,
        "what_if": WhatIfScreen,
        "priorities": PrioritiesScreen,
        "plan": PlanScreen,
        "pdf": PdfScreen,
        "orientation": OrientationScreen,
        "workshop": WorkshopScreen,
        "group": GroupScreen,
        "follow": FollowScreen,
    }
