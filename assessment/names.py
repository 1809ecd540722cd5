"""Names of what was asked and answered, in one language: short names, numbers, answer words."""

from assessment.texts import texts
from questionnaire.model import Questionnaire


class Names:
    """Names the domains, questions, basics and answers of a questionnaire."""

    def __init__(self, lang: str, questionnaire: Questionnaire) -> None:
        self.lang = lang
        self._questionnaire = questionnaire
        self._stages = texts("stages", lang)
        self._t = texts("recommendations", lang)

    def domain(self, domain_id: str) -> str:
        """Return the name of a domain, or of the 19 items together."""
        return self._stages(f"domain.{domain_id}")

    def item(self, item_id: str) -> str:
        """Return the short name of an item, a question, a basic or the AI rules."""
        if item_id == "ai_rules":
            return self._t("name.ai_rules")
        if is_basic(item_id):
            return self._questionnaire.basic(item_id).short[self.lang]
        return self._questionnaire.question(item_id).short[self.lang]

    def number(self, item_id: str) -> str:
        """Return « question 8 », « base 3 » or what stands for it."""
        if item_id == "ai_rules":
            return self._t("number.ai_rules")
        if is_basic(item_id):
            return self._t("number.basic", n=int(item_id[1:]))
        return self._t("number.question", n=int(self._questionnaire.question(item_id).number[1:]))

    def answer(self, question_id: str, code: str) -> str:
        """Return the words of an answer code to a question, a basic or the AI rules."""
        if question_id == "ai_rules" or is_basic(question_id):
            return self._questionnaire.outside.basics_scale.label(code, self.lang)
        question = self._questionnaire.question(question_id)
        return self._questionnaire.scale(question.scale).label(code, self.lang)


def is_basic(item_id: str) -> bool:
    """Say whether an id is one of the twelve basics, b01 to b12."""
    return item_id[0] == "b" and item_id[1:].isdigit()
