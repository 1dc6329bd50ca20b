"""Who is meant by a title of office that stands without a name."""

from collections.abc import Iterable
from datetime import date

from stream.nlp.knowledge import Record, load

_ROLES: dict[str, tuple[str, ...]] = {
    "leader": ("leader", "head-of-state", "head-of-government"),
    "monarch": ("monarch", "head-of-state"),
    "head-of-state": ("head-of-state", "monarch", "leader"),
    "crown-prince": ("crown-prince",),
}
"""Roles that a title may stand for, the likeliest first; others stand for themselves."""


def holder(country: str, role: str, on: date | None, present: Iterable[Record]) -> Record | None:
    """The holder of an office of a country.

    Args:
        country: ISO 3166-1 alpha-2.
        role: the title's role code.
        on: the day that the article was published; None where it does not say.
        present: the people that the article names; where it has no date, a holder of any time among them is meant.

    """
    roles = _ROLES.get(role, (role,))
    if on is None:
        for wanted in roles:
            for record in present:
                if any(office.country == country and office.role == wanted for office in record.offices):
                    return record
    return next((found for wanted in roles if (found := load().holder(country, wanted, on)) is not None), None)
