"""The signs of harm by medicines taken or left out."""

from collections.abc import Iterator

from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.views import Prose, SignsView


def harm_signs(composer: Composer) -> tuple[Prose, tuple[SignsView, ...]]:
    """The heading, and the signs by whom to call for them, without numbers of sources."""
    heading = composer.text(TextRole.HEADING, "medicine-signs").uncited
    return heading, tuple(map(_uncited, _signs(composer)))


def _uncited(one: SignsView) -> SignsView:
    return SignsView(one.lead.uncited, tuple(item.uncited for item in one.items))


def _signs(composer: Composer) -> Iterator[SignsView]:
    """Those of the library of warning signs, then the leaflet's own by kind of harm."""
    signs = composer.sources.leaflet.medicine_signs
    yield from composer.signs(signs.signs if signs else ())
    for name in signs.groups if signs else ():
        inside = ("medicine-signs", name)
        lead = composer.text(TextRole.DANGER_LEAD, *inside)
        yield SignsView(lead, composer.texts(TextRole.DANGER_SIGN, *inside))
