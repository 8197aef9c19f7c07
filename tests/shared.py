"""What many tests share: the repository's own templates, read once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clausekit.assessment import Assessment, Matter, assess
from clausekit.drafting import Templates, read_templates
from clausekit.facts import Deal, read_deal, read_deal_text
from clausekit.law import Standpoint
from clausekit.templates_folder import TemplatesFolder

ROOT = Path(__file__).parents[1]
TEMPLATES_FOLDER = TemplatesFolder(ROOT / "templates", "the repository")
TODAY = date(2026, 11, 23)


def _templates() -> Templates:
    templates, findings = read_templates(TEMPLATES_FOLDER)
    assert templates is not None, findings
    return templates


TEMPLATES = _templates()
REGISTER = TEMPLATES.register
LIBRARY = TEMPLATES.library
FORM = LIBRARY.forms["technology-supply"]


def starter_deal(name: str) -> Deal:
    deal, findings = read_deal(TEMPLATES_FOLDER.deals / f"{name}.yaml")
    assert deal is not None, findings
    return deal


def deal_of(text: str) -> Deal:
    deal, findings = read_deal_text(text)
    assert deal is not None, findings
    return deal


def matter(
    deal: Deal,
    wanted: Mapping[str, str] | None = None,
    *,
    on: date = TODAY,
    assume: Mapping[str, object] | None = None,
) -> Matter:
    return Matter(Standpoint(REGISTER, deal, on, TODAY, assume or {}), LIBRARY, FORM, wanted or {})


def assessed(
    deal: Deal,
    wanted: Mapping[str, str] | None = None,
    *,
    on: date = TODAY,
    assume: Mapping[str, object] | None = None,
) -> Assessment:
    return assess(matter(deal, wanted, on=on, assume=assume))
