"""English names of places where the ISO list has none fit for a contract."""

from __future__ import annotations

COUNTRY_NAMES = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CN": "People's Republic of China",
    "FK": "Falkland Islands",
    "FM": "Micronesia",
    "HK": "Hong Kong SAR",
    "MF": "Saint Martin",
    "MO": "Macau SAR",
    "NL": "Netherlands",
    "PS": "Palestine",
    "RU": "Russian Federation",
    "SX": "Sint Maarten",
    "TR": "Türkiye",
    "TW": "Taiwan",
    "VA": "Holy See",
    "VG": "British Virgin Islands",
    "VI": "United States Virgin Islands",
}

TAKES_ARTICLE = frozenset(
    {
        "Bahamas",
        "British Indian Ocean Territory",
        "Comoros",
        "Democratic Republic of the Congo",
        "French Southern Territories",
        "Gambia",
        "Holy See",
        "Isle of Man",
        "Maldives",
        "Netherlands",
        "People's Republic of China",
        "Philippines",
        "Republic of the Congo",
    }
)
TAKES_ARTICLE_ENDINGS = (" Islands", " Republic", " Federation", " Emirates", " Kingdom", " States")

# Parts that are named without their country.
HOME_COUNTRIES = frozenset({"GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR"})

PART_NAMES = {
    "AE-AJ": "Ajman",
    "AE-AZ": "Abu Dhabi",
    "AE-DU": "Dubai",
    "AE-FU": "Fujairah",
    "AE-RK": "Ras Al Khaimah",
    "AE-SH": "Sharjah",
    "AE-UQ": "Umm Al Quwain",
    "CN-GX": "Guangxi",
    "CN-NM": "Inner Mongolia",
    "CN-NX": "Ningxia",
    "CN-XJ": "Xinjiang",
    "CN-XZ": "Tibet",
    "DE-BY": "Bavaria",
    "DE-HE": "Hesse",
    "DE-MV": "Mecklenburg-Western Pomerania",
    "DE-NI": "Lower Saxony",
    "DE-NW": "North Rhine-Westphalia",
    "DE-RP": "Rhineland-Palatinate",
    "DE-SN": "Saxony",
    "DE-ST": "Saxony-Anhalt",
    "DE-TH": "Thuringia",
}

# What people write, beside the names of the ISO list; suggested, never accepted.
ALIASES = {
    "abu dhabi": "AE-AZ",
    "america": "US",
    "bavaria": "DE-BY",
    "britain": "GB",
    "burma": "MM",
    "china": "CN",
    "czech republic": "CZ",
    "deutschland": "DE",
    "dubai": "AE-DU",
    "emirates": "AE",
    "england": "GB-ENG",
    "england and wales": "GB-ENG",
    "england & wales": "GB-ENG",
    "great britain": "GB",
    "holland": "NL",
    "hong kong": "HK",
    "hongkong": "HK",
    "ivory coast": "CI",
    "korea": "KR",
    "macao": "MO",
    "macau": "MO",
    "mainland china": "CN",
    "new york": "US-NY",
    "northern ireland": "GB-NIR",
    "p r china": "CN",
    "pr china": "CN",
    "prc": "CN",
    "republic of china": "TW",
    "roc": "TW",
    "russia": "RU",
    "scotland": "GB-SCT",
    "south korea": "KR",
    "taiwan": "TW",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "united states of america": "US",
    "usa": "US",
    "wales": "GB-WLS",
}
