"""A clause text without a deal: all branches, each loop once, each fact a blank; and the spots that decide."""

from __future__ import annotations

from agreement.writing import clause
from clausekit.agreement import lay_out
from clausekit.agreement.document import Alternative, Blank
from clausekit.agreement.wording import OUTCOMES
from clausekit.conditions.formula import All, Empty, Known, Named, Not

WORDS = """# Heading

{% if deal.users is known and not deal.users is empty %}
The users are {{ deal.title }}.

{% for user in deal.users %}
{{ user.headquarters | place }} {% if remote_access %}far{% else %}near{% endif %}.

{% endfor %}
{% endif %}
"""


def test_everything_is_laid_out_and_every_spot_is_named() -> None:
    found, findings = lay_out(clause(WORDS), {"remote_access"})
    assert (found is not None, findings) == (True, [])
    assert found is not None
    outer, title, loop, place, inner = found.spots
    assert outer.test == All((Known("deal.users"), Not(Empty("deal.users"))))
    assert (title.text, title.under) == ("deal.title", ((0, "yes"),))
    assert (loop.text, loop.name, loop.under) == ("deal.users", "user", ((0, "yes"),))
    assert (place.text, place.under) == ("user.headquarters", ((0, "yes"), (2, "members")))
    assert inner.test == Named("remote_access")
    assert {spot.kind for spot in found.spots} == set(OUTCOMES)
    marks = [run.question for run in found.filled.inserts if isinstance(run, Alternative) and run.question]
    assert marks == ["0", "4"]
    blanks = [run.label for run in found.filled.inserts if isinstance(run, Blank)]
    assert blanks == ["deal.title", "deal.users.headquarters"]
    assert "far" in found.filled.text
    assert "near" in found.filled.text


def test_a_faulty_text_is_not_laid_out() -> None:
    found, findings = lay_out(clause("# H\n\n{{ deal.titel }}\n"), set())
    assert found is None
    assert [finding.code for finding in findings] == ["unknown-fact"]
