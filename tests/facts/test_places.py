"""Places: what is one, what it is called, and what somebody meant."""

from __future__ import annotations

import pycountry
import pytest

from clausekit.facts import country_of, is_place, place_name, suggest_place


@pytest.mark.parametrize("code", ["DE", "HK", "MO", "TW", "US-DE", "GB-ENG", "CN-GD", "AE-DU"])
def test_codes_of_countries_and_their_parts_are_places(code: str) -> None:
    assert is_place(code)


@pytest.mark.parametrize(
    "code", ["", "de", "Us-de", "XX", "DEU", "276", "US-XX", "CN-HK", "CN-MO", "CN-TW", "Germany", "DE\n"]
)
def test_nothing_else_is_a_place(code: str) -> None:
    assert not is_place(code)
    with pytest.raises(ValueError, match="is not a place"):
        place_name(code)


NAMES = {
    "DE": "Germany",
    "US": "the United States",
    "GB": "the United Kingdom",
    "AE": "the United Arab Emirates",
    "NL": "the Netherlands",
    "KR": "South Korea",
    "CZ": "Czechia",
    "CD": "the Democratic Republic of the Congo",
    "CN": "the People's Republic of China",
    "HK": "Hong Kong SAR",
    "MO": "Macau SAR",
    "TW": "Taiwan",
    "US-DE": "Delaware, United States",
    "GB-ENG": "England",
    "GB-WLS": "Wales",
    "AE-DU": "Dubai, United Arab Emirates",
    "CN-GD": "Guangdong, People's Republic of China",
    "DE-BY": "Bavaria, Germany",
}


@pytest.mark.parametrize("code", NAMES)
def test_names_are_fit_for_a_contract(code: str) -> None:
    assert place_name(code) == NAMES[code]


def test_every_country_has_a_plain_name() -> None:
    for country in pycountry.countries:
        name = place_name(country.alpha_2)
        assert not set(name) & set("([*")
        assert not name.endswith((" of", " the"))
        assert "Province of" not in name


SUGGESTIONS = {
    "China": "CN",
    "PRC": "CN",
    "Delaware": "US-DE",
    "Deleware": "US-DE",
    "England": "GB-ENG",
    "the Netherlands": "NL",
    "Germny": "DE",
    "us-de": "US-DE",
    "US_DE": "US-DE",
    "USA": "US",
    "U.S.A.": "US",
    "UK": "GB",
    "Dubai": "AE-DU",
    "CN-HK": "HK",
    "Hong Kong": "HK",
    "Macao SAR": "MO",
    "Taiwan, Province of China": "TW",
    "Georgia": "GE",
    "New York": "US-NY",
}


@pytest.mark.parametrize("text", SUGGESTIONS)
def test_what_is_meant_is_suggested(text: str) -> None:
    assert suggest_place(text) == SUGGESTIONS[text]


@pytest.mark.parametrize("text", ["Atlantis", "EU", "", "London", "x" * 500])
def test_nothing_is_suggested_where_nothing_is_near(text: str) -> None:
    assert suggest_place(text) is None


def test_the_country_of_a_place() -> None:
    assert (country_of("US-DE"), country_of("HK")) == ("US", "HK")
