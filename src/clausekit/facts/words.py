"""The types of single answers, and the words that choices allow."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from clausekit.facts import kinds
from clausekit.facts.fields import Kind
from clausekit.facts.kinds import choice

Text = Annotated[str, Kind(kinds.TEXT)]
YesNo = Annotated[bool, Kind(kinds.YES_OR_NO)]
PlaceCode = Annotated[str, Kind(kinds.PLACE)]
Id = Annotated[str, Kind(kinds.WORD)]
Day = Annotated[date, Kind(kinds.DATE)]
Year = Annotated[int, Kind(kinds.YEAR)]
Share = Annotated[int | Decimal, Kind(kinds.SHARE)]
Classification = Annotated[str, Kind(kinds.CLASSIFICATION)]
Language = Annotated[str, Kind(kinds.LANGUAGE_CODE)]
PersonId = Annotated[str, Kind(kinds.PERSON)]
DealKind = Annotated[
    str, Kind(choice("supply", "cloud-service", "colocation", "resale", "integration", "licence", "framework"))
]
Role = Annotated[
    str, Kind(choice("supplier", "customer", "guarantor", "operator", "reseller", "integrator", "foundry"))
]
List = Annotated[
    str,
    Kind(
        choice(
            "entity-list",
            "meu-list",
            "sdn-list",
            "denied-persons-list",
            "1260h-list",
            "unreliable-entity-list",
            "afsl-countermeasures",
            "tw-entity-list",
        )
    ),
]
ItemKind = Annotated[
    str,
    Kind(
        choice(
            "accelerator",
            "server",
            "cluster",
            "network-equipment",
            "production-equipment",
            "software",
            "ai-model",
            "vehicle",
            "service",
            "other",
        )
    ),
]
EndUse = Annotated[
    str,
    Kind(
        choice(
            "training",
            "inference",
            "hosting",
            "research",
            "internal",
            "resale",
            "in-vehicle",
            "chip-making",
            "supercomputer",
            "military",
            "other",
        )
    ),
]
FederalRole = Annotated[str, Kind(choice("prime", "subcontractor", "no"))]
Conditions = Annotated[str, Kind(choice("none", "read", "not-seen"))]
VehicleFunction = Annotated[str, Kind(choice("connectivity", "automated-driving", "infotainment", "other"))]
WarningSign = Annotated[
    str,
    Kind(
        choice(
            "large-first-order",
            "no-business-reason",
            "vague-address",
            "little-online-presence",
            "infrastructure-not-confirmed",
            "unusual-forwarder",
            "questions-not-answered",
        )
    ),
]
Access = Annotated[str, Kind(choice("on-site", "remote"))]
AudienceWord = Annotated[str, Kind(choice("public", "shared", "ours", "privileged"))]
ForumKind = Annotated[str, Kind(choice("arbitration", "courts"))]
