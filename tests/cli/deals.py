"""A French deal without links to anywhere else: complete, so that little is open, and quick to draft."""

from __future__ import annotations

from pathlib import Path

QUICK = """\
title: Lyon hall
kind: supply
law_as_of: 2026-11-23
known_at: 2026-11-23
dates: {effective: 2026-12-01, end: 2027-11-30}
client: supplier
asks: []
reasons:
  {foreign_measure: no, own_security: yes, data_protection: no, support: no, insurer_or_lender: no, customer_demand: no}
parties:
  supplier:
    name: SUPPLIER
    roles: [supplier]
    organised_in: FR
    headquarters: FR
    ultimate_parent: Lumière SA
    ultimate_parent_headquarters: FR
    owners: {}
    listings: none
    links: none
    government: no
  customer:
    name: CUSTOMER
    roles: [customer]
    organised_in: FR
    headquarters: FR
    ultimate_parent: Nuage SA
    ultimate_parent_headquarters: FR
    owners: {}
    listings: none
    links: none
    government: no
items:
  servers:
    name: ITEM
    kind: server
    maker: Lumière SA
    maker_headquarters: FR
    designed_in: FR
    fabricated_in: FR
    assembled_in: FR
    classification: EAR99
    subject_to_ear: no
sites:
  hall: {name: Lyon, place: FR, operator: customer}
users:
  team:
    name: USER
    organised_in: FR
    headquarters: FR
    ultimate_parent: Nuage SA
    ultimate_parent_headquarters: FR
    owners: {}
    listings: none
    end_uses: [research]
    access: [on-site]
    works_from: [FR]
    dealings_now: no
displaces_chinese_supplier: no
remote_access: {allowed: no, from: []}
data: {held_in: [FR], personal: no}
government_customer: no
governing_law: FR
forum: {kind: arbitration, institution: ICC, rules: ICC Rules, seat: FR, city: Paris}
language: en-GB
"""
NAMES = {"SUPPLIER": "Lumière Calcul SAS", "CUSTOMER": "Nuage Lyonnais SAS", "ITEM": "Server", "USER": "Équipe"}


def quick_deal(folder: Path, name: str = "quick.yaml", **names: str) -> Path:
    """The deal as a file in `folder`; `names` replace those of the supplier, customer, item and user."""
    text = QUICK
    for word, written in {**NAMES, **names}.items():
        text = text.replace(f"name: {word}\n", f"name: {quoted(written)}\n")
    return written_deal(folder, text, name)


def quoted(words: str) -> str:
    """Words as YAML holds them, with escapes for what nobody can see."""
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in f'"{_escaped(words)}"')


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


def written_deal(folder: Path, text: str, name: str = "quick.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
