"""A workshop of twelve fictional organisations, as their paper forms are typed."""

from questionnaire.answers import AnswerSheet
from questionnaire.exchange.paper_order import paper_order
from questionnaire.loading import standard_questionnaire

LINES = (
    "Le Potager d’Anouk ; 1132 5212 2221 2221 4223 1103 3334 3212 2332 2440 4221 2213 4423",
    "Les Amis du Vélo 1901 ; 1112 5222 2513 1141 2343 1444 3323 2121 1232 4255 3221 2211 4323",
    "Café des Deux Rives ; 1221 2223 2225 2551 3333 1323 3333 1412 2233 2354 1212 5240 5314",
    "Ressourcerie L’Écrin ; 1111 3132 1353 4541 3343 1113 4333 2421 1132 1433 2101 4255 5141",
    "La Maison du Lien ; 1135 1313 4113 3315 2322 1414 4333 4412 2133",
    "Coop’Bois ; 1125 1244 2223 2201 2212 2303 3333 2223 1334 3334 3121 1152 5433",
    "Radio Clairière ; 1144 1532 1553 3223 4333 1213 3333 1121 1332 4453 4112 4211 3224",
    "Entr’aide Numérique ; 2223 5123 3143 4145 4334 1253 4344 4122 2432 4541 2211 3223 2535",
    "Les Jardins d’Orme ; 1132 2135 4211 3524 4333 1443 3332 2322 2333 1111 3211 5233 2141",
    "Théâtre du Pont ; 1231 2312 3315 1221 2423 2224 3433 2113 2234 1332 1122",
    "Épicerie Solidaire Mérance ; 1223 2332 2531 4205 4423 1453 3333 4122 1433 0422 4221 4140 2324",
    "Atelier Saint-Roch ; 2123 3345 2345 2221 2434 1303 3333 2431 2134 1033 0212 5102 3412",
)
"""One line an organisation; two left before the end."""
NAMED = (0, 2, 3, 5, 7)
"""Lines of those that agreed to be named."""


def sheets(lines: tuple[str, ...] = LINES) -> list[AnswerSheet]:
    """Return the sheet of each line, with the consent of those that gave it."""
    from assessment.typed_form import read_form

    order = paper_order(standard_questionnaire())
    made = []
    for place, line in enumerate(lines):
        form = read_form(line, order)
        fields = {**form.fields(order), "organisation.name": form.name}
        made.append(AnswerSheet.of({**fields, "consent.named": True if place in NAMED else None}))
    return made
