"""Institutions that administer arbitrations, and US export classifications: what is offered while one types.

They are offered, never required; any other answer is taken.
"""

from __future__ import annotations

INSTITUTIONS = {
    "AAA-ICDR": "International Centre for Dispute Resolution of the American Arbitration Association",
    "AIAC": "Asian International Arbitration Centre, Kuala Lumpur",
    "arbitrateAD": "Abu Dhabi International Arbitration Centre",
    "BCDR": "Bahrain Chamber for Dispute Resolution",
    "CIETAC": "China International Economic and Trade Arbitration Commission",
    "DIAC": "Dubai International Arbitration Centre",
    "DIS": "German Arbitration Institute (Deutsche Institution für Schiedsgerichtsbarkeit)",
    "HKIAC": "Hong Kong International Arbitration Centre",
    "ICC": "International Court of Arbitration of the International Chamber of Commerce, Paris",
    "JCAA": "Japan Commercial Arbitration Association",
    "KCAB": "Korean Commercial Arbitration Board",
    "LCIA": "London Court of International Arbitration",
    "NAI": "Netherlands Arbitration Institute",
    "SAC": "Swiss Arbitration Centre",
    "SCC": "SCC Arbitration Institute, Stockholm",
    "SCCA": "Saudi Center for Commercial Arbitration",
    "SIAC": "Singapore International Arbitration Centre",
    "VIAC": "Vienna International Arbitral Centre",
    "WIPO": "WIPO Arbitration and Mediation Center",
}
CLASSIFICATIONS = (
    "3A001.z",
    "3A090.a",
    "3A090.b",
    "3A090.c",
    "4A003.z",
    "4A004.z",
    "4A005.z",
    "4A090.a",
    "4A090.b",
    "5A002.z",
    "5A004.z",
    "5A992.c",
    "5A992.z",
    "EAR99",
)
