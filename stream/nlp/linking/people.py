"""The people that an article names in full, for those mentions that give only a part of the name."""

from collections import defaultdict
from collections.abc import Sequence

from stream.nlp.linking.cluster import Cluster, Key


class People:
    """People by the parts of their full names."""

    def __init__(self) -> None:
        self._by_part: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, cluster: Cluster, key: Key) -> None:
        """Note a full name."""
        for part in (key[-1], key[0]):
            if cluster not in self._by_part[part]:
                self._by_part[part].append(cluster)

    def named(self, key: Key) -> Cluster | None:
        """Whom a surname, a first name, or an initial with a surname means; None where nobody is called so.

        Of several people of one name it is the one mentioned last; before any mention, the one named first in full.
        """
        known = self._by_part.get(key[-1], [])
        if len(key) > 1:
            known = [cluster for cluster in known if _initials_fit(key, cluster.key)]
        by_surname = [cluster for cluster in known if cluster.key[-1] == key[-1]]
        return _nearest(by_surname or known)


def initialled(key: Key) -> bool:
    """Whether a name gives first names by their initials alone (D. Trump)."""
    return len(key) > 1 and len(key[-1]) > 1 and all(len(part) == 1 for part in key[:-1])


def _initials_fit(key: Key, full: Key) -> bool:
    return full[-1] == key[-1] and full[0][:1] == key[0][:1]


def _nearest(clusters: Sequence[Cluster]) -> Cluster | None:
    if not clusters:
        return None
    mentioned = [cluster for cluster in clusters if cluster.mentions]
    return max(mentioned, key=lambda cluster: cluster.mentions[-1].place) if mentioned else clusters[0]
