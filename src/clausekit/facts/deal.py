"""The deal and its parts. Each field's description is the question that counsel reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from pydantic import PrivateAttr, model_validator

from clausekit.facts.fields import Answer, ByFact, ById, ByPlace, Facts, Several, question, required
from clausekit.facts.plain import plain_values
from clausekit.facts.provenance import About
from clausekit.facts.shapes import Travels
from clausekit.facts.words import (
    Access,
    Classification,
    Conditions,
    Day,
    DealKind,
    EndUse,
    FederalRole,
    ForumKind,
    Id,
    ItemKind,
    Language,
    List,
    PersonId,
    PlaceCode,
    Role,
    Share,
    Text,
    VehicleFunction,
    WarningSign,
    Year,
    YesNo,
)
from clausekit.finding import Place

WHICH_LISTS = "On which lists is it? Write none if it was screened and is on none."


class Dates(Facts):
    effective: Answer[Day] = question("From which day does the agreement take effect?")
    end: Answer[Day] = question("On which day does the agreement end?")


class Reasons(Facts):
    foreign_measure: Answer[YesNo] = question(
        "Is a foreign state's measure one of the true reasons for what is to be kept out?"
    )
    own_security: Answer[YesNo] = question("Is the security of the client's own systems a true reason?")
    data_protection: Answer[YesNo] = question("Is the protection of data a true reason?")
    support: Answer[YesNo] = question("Is warranty and support of the items a true reason?")
    insurer_or_lender: Answer[YesNo] = question("Does an insurer or a lender require it?")
    customer_demand: Answer[YesNo] = question("Does a customer of either party require it?")


class Authorisation(Facts):
    by: Answer[Text] = question("Which authority gave it?")
    act: Answer[Id] = question("Which act does it allow? Write the act's id, such as supply-d5-hq.")
    person: PersonId = required("Whom does it cover? Write the id of a party, a user or an affiliate.")
    reference: Answer[Text] = question("What is its number or reference?")
    until: Answer[Day] = question("On which day does it end?")
    conditions: Answer[Conditions] = question(
        "Does it carry conditions that others must keep? Write none, read for conditions that counsel has read, or"
        " not-seen."
    )


class Link(Facts):
    affiliates: Answer[YesNo] = question("Does the party have an affiliate there?")
    assets: Answer[YesNo] = question("Does the party have assets there?")
    staff: Answer[YesNo] = question("Does the party have staff there?")
    receivables: Answer[YesNo] = question("Is the party owed money by anybody there?")
    performance: Answer[YesNo] = question(
        "Will the party perform any part of this agreement there?", travels=Travels.NEVER
    )


class Affiliate(Facts):
    name: Answer[Text] = question("What is the affiliate's full legal name?")
    place: Answer[PlaceCode] = question("In which place is the affiliate organised?")
    signs: Answer[YesNo] = question("Will the affiliate sign this agreement?", travels=Travels.NEVER)


class Owner(Facts):
    name: Answer[Text] = question("What is the owner's full name?")
    share: Answer[Share] = question("What share does it hold, in per cent?")
    headquarters: Answer[PlaceCode] = question("In which place is the owner headquartered?")
    listings: Answer[Several[List]] = question(
        "On which lists is the owner, or is it treated as being through its own owners? Write none if it was"
        " screened and is on none."
    )
    owners: Answer[ById[Owner]] = question("Who owns this owner, and how much of it?")


class Person(Facts):
    """What is asked of parties and users alike."""

    name: Answer[Text] = question("What is its full legal name?")
    organised_in: Answer[PlaceCode] = question("Under the law of which place is it organised?")
    headquarters: Answer[PlaceCode] = question("In which place is it headquartered?")
    ultimate_parent: Answer[Text] = question("Who is its ultimate parent? Write its own name if it has none.")
    ultimate_parent_headquarters: Answer[PlaceCode] = question("In which place is its ultimate parent headquartered?")
    owners: Answer[ById[Owner]] = question("Who owns it, and how much of it?", travels=Travels.TO_CONFIRM)
    listings: Answer[Several[List]] = question(WHICH_LISTS, travels=Travels.TO_CONFIRM)


class Party(Person):
    name: Text = required("What is the party's full legal name?")
    roles: Several[Role] = required("What is the party in this deal?", travels=Travels.NEVER)
    form: Answer[Text] = question("What is its legal form, such as a private company limited by shares?")
    registration: Answer[Text] = question("Under which number is it registered?")
    address: Answer[Text] = question("What is its registered address?")
    links: Answer[ByPlace[Answer[Link | Literal["none"]]] | Literal["none"]] = question(
        "Which links does it have to China, the United States or another place whose law matters here?",
        travels=Travels.TO_CONFIRM,
    )
    affiliates: Answer[ById[Affiliate]] = question(
        "Which of its affiliates matter to this deal?", travels=Travels.TO_CONFIRM
    )
    government: Answer[YesNo] = question(
        "Is it a government, or owned or controlled by one?", travels=Travels.TO_CONFIRM
    )
    us_federal_contracts: Answer[FederalRole] = question(
        "Does it contract with a US federal agency? Write prime, subcontractor or no.", travels=Travels.TO_CONFIRM
    )
    uses_covered_telecom: Answer[YesNo] = question(
        "Does it use equipment or services of Huawei, ZTE, Hytera, Hikvision, Dahua or their affiliates anywhere in"
        " its own systems?",
        travels=Travels.TO_CONFIRM,
    )
    signatory: Answer[Text] = question("Who signs for it?", travels=Travels.TO_CONFIRM)
    signatory_title: Answer[Text] = question("In what capacity does that person sign?", travels=Travels.TO_CONFIRM)
    notices: Answer[Text] = question(
        "To which e-mail or postal address do notices to it go?", travels=Travels.TO_CONFIRM
    )


class User(Person):
    end_uses: Answer[Several[EndUse]] = question("For what will the user use the items?", travels=Travels.NEVER)
    access: Answer[Several[Access]] = question("How will the user reach the items?", travels=Travels.NEVER)
    works_from: Answer[Several[PlaceCode]] = question(
        "From which places will the user's people work on the items?", travels=Travels.NEVER
    )
    dealings_now: Answer[YesNo] = question("Does the user already deal with a party?", travels=Travels.NEVER)


class Item(Facts):
    name: Text = required("What is the item called in the agreement?")
    kind: Answer[ItemKind] = question("What kind of item is it?")
    maker: Answer[Text] = question("Who makes it?")
    maker_headquarters: Answer[PlaceCode] = question("In which place is its maker headquartered?")
    maker_ultimate_parent_headquarters: Answer[PlaceCode] = question(
        "In which place is the ultimate parent of its maker headquartered?"
    )
    designed_in: Answer[PlaceCode] = question("In which place was it designed?")
    designer_headquarters: Answer[PlaceCode] = question(
        "In which place is the organisation headquartered that designed its main chip?"
    )
    fabricated_in: Answer[PlaceCode] = question("In which place are its chips fabricated?")
    fabricator_headquarters: Answer[PlaceCode] = question(
        "In which place is the organisation headquartered that fabricates its main chip?"
    )
    assembled_in: Answer[PlaceCode] = question("In which place is it assembled?")
    classification: Answer[Classification] = question(
        "How is it classified for US export control, such as 3A090.a?", travels=Travels.TO_CONFIRM
    )
    subject_to_ear: Answer[YesNo] = question(
        "Is it subject to the US Export Administration Regulations?", travels=Travels.TO_CONFIRM
    )
    maker_controlled_from: Answer[Several[PlaceCode]] = question(
        "From which places is its maker owned, controlled or directed, its headquarters included?",
        travels=Travels.TO_CONFIRM,
    )
    maker_listings: Answer[Several[List]] = question(
        "On which lists is its maker? Write none if it was screened and is on none.", travels=Travels.TO_CONFIRM
    )
    covered_telecom: Answer[YesNo] = question(
        "Is equipment or a service of Huawei, ZTE, Hytera, Hikvision, Dahua or their affiliates a substantial or"
        " essential part of it?",
        travels=Travels.TO_CONFIRM,
    )
    covered_semiconductor: Answer[YesNo] = question(
        "Does it hold a semiconductor designed, made or provided by SMIC, CXMT, YMTC or their affiliates?",
        travels=Travels.TO_CONFIRM,
    )
    vehicle_functions: Answer[Several[VehicleFunction]] = question(
        "Which functions does it serve in a vehicle? Write none if it is not part of one."
    )
    model_year: Answer[Year] = question("For which model year of vehicle is it?", travels=Travels.NEVER)
    vehicle_sold_in: Answer[Several[PlaceCode]] = question(
        "In which places is the vehicle sold?", travels=Travels.NEVER
    )
    quantity: Answer[Text] = question("How many, or how much of it, is supplied?", travels=Travels.NEVER)
    supplied: Answer[YesNo] = question(
        "Is it supplied under this agreement? Write no for what matters to the law only; it is then not printed.",
        travels=Travels.NEVER,
    )


class OtherSystem(Facts):
    name: Answer[Text] = question("What is the other system called?")
    provider: Answer[Text] = question("Who provides it?")
    headquarters: Answer[PlaceCode] = question("In which place is its provider headquartered?")
    ultimate_parent_headquarters: Answer[PlaceCode] = question(
        "In which place is the ultimate parent of its provider headquartered?"
    )
    connected: Answer[YesNo] = question("Is it connected to the items, or managed together with them?")
    gateway: Answer[Text] = question(
        "Through which gateway do data pass between it and the items? Write none if there is none."
    )


class Site(Facts):
    name: Answer[Text] = question("What is the site called?")
    place: Answer[PlaceCode] = question("In which place is the site?")
    address: Answer[Text] = question("What is the site's address?")
    operator: Answer[Id] = question("Which party operates the site? Write its id.", travels=Travels.NEVER)
    state_funded: Answer[YesNo] = question("Is the site built or run with funds of the state in which it lies?")
    other_systems: Answer[ById[OtherSystem]] = question("Which systems of other providers stand at the site?")


class ExistingSupply(Facts):
    to_stop: Answer[YesNo] = question("Is a supply that exists between the parties to be suspended or ended?")
    from_: Answer[Day] = question("From which day is it to be suspended or ended?", alias="from")


class RemoteAccess(Facts):
    allowed: Answer[YesNo] = question("Is remote access to the items allowed?")
    from_: Answer[Several[PlaceCode]] = question("From which places is remote access allowed?", alias="from")


class Data(Facts):
    held_in: Answer[Several[PlaceCode]] = question("In which places are data of the deal held?")
    personal: Answer[YesNo] = question("Are there personal data among them?")
    bulk_us: Answer[YesNo] = question(
        "Are there sensitive personal data of persons in the United States in bulk, or data related to the US"
        " government?"
    )


class Federal(Facts):
    customer: Answer[YesNo] = question("Does the deal serve a US federal agency, directly or through a contractor?")
    defence: Answer[YesNo] = question("Is that agency the Department of Defense or part of it?")
    intelligence: Answer[YesNo] = question("Does it serve a system of the US intelligence community?")


class Forum(Facts):
    kind: Answer[ForumKind] = question("Do disputes go to arbitration or to courts?")
    institution: Answer[Text] = question("Which institution administers the arbitration?")
    seat: Answer[PlaceCode] = question("What is the seat of the arbitration?")
    city: Answer[Text] = question("In which city is the seat? Leave it out where the place is a city itself.")
    courts: Answer[PlaceCode] = question("The courts of which place decide?")
    rules: Answer[Text] = question("Under which rules is the arbitration held?")


class Orders(Facts):
    title: Answer[Text] = question("What is the title of the contract or order under which the items are supplied?")
    date: Answer[Day] = question("What is the date of that contract or order?")


class Position(Facts):
    position: Id = required("Which position do you take? Write none to leave the topic out.")
    reason: Answer[Text] = question("Why do you take it? This goes into the memo only.")
    wording: Answer[Text] = question(
        "Which words of the deal's own take the place of the template's? Write them in the templates' markup."
    )

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:
        return {"position": value} if isinstance(value, str) else value


class Deal(Facts):
    """A deal: all that the program knows of it."""

    title: Text = required("What is the title of the agreement?")
    file_name: Answer[Text] = question("What should the files be called? Without an ending, such as gulf-campus.")
    kind: DealKind = required("What kind of deal is it?")
    law_as_of: Answer[Day] = question("The law of which day applies?")
    known_at: Answer[Day] = question("What was known on which day? Leave it out for all that is on record.")
    dates: Answer[Dates] = question("From when to when does the agreement run?")
    client: Id = required("Whose counsel are you? Write the id of that party.")
    asks: Answer[Several[Id]] = question(
        "What does your client want kept out, whatever the law says? Write the ids of acts.", section="Reasons"
    )
    reasons: Answer[Reasons] = question("What are the true reasons for what is to be kept out?", section="Reasons")
    authorisations: Answer[ById[Authorisation]] = question(
        "Which licences or other authorisations are there?", section="Authorisations"
    )
    parties: ById[Party] = required("Who are the parties?", section="Parties", travels=Travels.FREELY)
    items: Answer[ById[Item]] = question("What is supplied?", section="Items", travels=Travels.FREELY)
    sites: Answer[ById[Site]] = question(
        "At which sites are the items used?", section="Sites and users", travels=Travels.TO_CONFIRM
    )
    users: Answer[ById[User]] = question("Who will use the items?", section="Sites and users", travels=Travels.FREELY)
    displaces_chinese_supplier: Answer[YesNo] = question(
        "Would the deal end dealings that a party now has with a Chinese supplier?", section="Sites and users"
    )
    remote_access: Answer[RemoteAccess] = question("Who may reach the items from afar?", section="Access and data")
    data: Answer[Data] = question("Where are the data of the deal?", section="Access and data")
    government_customer: Answer[YesNo] = question(
        "Is a government the customer, or the customer of the customer?", section="Access and data"
    )
    us_federal: Answer[Federal] = question("How does the deal serve the US government?", section="Access and data")
    red_flags: Answer[Several[WarningSign]] = question(
        "Which signs of diversion have been noticed? Write none if they were looked for and none was found.",
        section="Sites and users",
    )
    existing_supply: Answer[ExistingSupply] = question(
        "What is to become of a supply that exists between the parties?", section="Items"
    )
    boycott_request: Answer[YesNo] = question(
        "Has a state other than the United States asked for what is to be kept out?", section="Reasons"
    )
    us_investment: Answer[YesNo] = question(
        "Does a US person invest in a party, or form a joint venture with one, in connection with the deal?",
        section="Parties",
    )
    governing_law: Answer[PlaceCode] = question(
        "The law of which place governs the agreement?", section="Law and disputes", travels=Travels.TO_CONFIRM
    )
    forum: Answer[Forum] = question("Who decides disputes?", section="Law and disputes", travels=Travels.TO_CONFIRM)
    language: Answer[Language] = question(
        "In which language is the agreement made?", section="Law and disputes", travels=Travels.TO_CONFIRM
    )
    orders: Answer[Orders] = question("Under which contract or order are the items supplied?", section="The agreement")
    china: Answer[Several[PlaceCode]] = question(
        "Which places does 'China' mean in this agreement? Leave it out to take the library's meaning.",
        section="The agreement",
        travels=Travels.TO_CONFIRM,
    )
    positions: Answer[ById[Position]] = question("Which positions do you choose yourself?", section="The agreement")
    about: Answer[ByFact[About]] = question(
        "What is noted about single facts? Write the path of the fact, then its source, note, date, owner or audience.",
        section="The agreement",
    )
    library: Answer[Text] = question("With which library of clauses was it drafted?", section="The agreement")

    _wording_places: dict[str, Place] = PrivateAttr(default_factory=dict)

    @property
    def wording_places(self) -> dict[str, Place]:
        """Where the words of each topic's own wording begin, for a deal that was read from a text."""
        return self._wording_places

    @property
    def wordings(self) -> dict[str, str]:
        """The wording that the deal has of its own, by topic."""
        chosen = self.positions if isinstance(self.positions, Mapping) else {}
        return {topic: one.wording for topic, one in chosen.items() if isinstance(one.wording, str)}

    @cached_property
    def plain(self) -> Mapping[str, Any]:
        """The deal as plain values under the names of the file, without what was not asked."""
        return plain_values(self)

    @property
    def chosen_positions(self) -> dict[str, str]:
        """The positions that counsel chose, by topic."""
        chosen = self.positions if isinstance(self.positions, Mapping) else {}
        return {topic: position.position for topic, position in chosen.items()}


def with_positions(deal: Deal, positions: Mapping[str, str]) -> Deal:
    """The same deal with other positions for some topics; a position that stays keeps its reason."""
    now = dict(deal.positions) if isinstance(deal.positions, Mapping) else {}
    for topic, word in positions.items():
        if topic not in now or now[topic].position != word:
            now[topic] = Position(position=word)
    changed = deal.model_copy(update={"positions": now})
    changed.__dict__.pop("plain", None)
    return changed
