"""The rule profiles: how limits are made and which patterns are signals, as published by those who use them."""

from __future__ import annotations

from typing import NamedTuple

D2 = 1.128
"""Expected moving range of two standard normal values, 2/√π, as the tables round it (Montgomery, appendix VI)."""


class Profile(NamedTuple):
    name: str
    factor: float
    """Limits of individuals are mean ± factor · mean moving range: 3 ÷ d₂, which many sources round to 2.66."""
    screened: bool
    """Leave out moving ranges ≥ 3.267 · their mean, once, before the mean moving range is taken."""
    shift: int | None = None
    """Points in a row on one side of the centre line."""
    trend: int | None = None
    """Points in a row that rise or fall."""
    near: float = 2 / 3
    """The near limits lie at this share of the way from the middle to the limits."""
    near_rule: str | None = None
    """Name of the rule about points beyond the near limits."""
    near_count: int = 0
    near_among: int = 0
    """So many of so many consecutive points beyond the near limit of one side …"""
    near_one_side: bool = False
    """… and the others at least on that side of the centre line."""
    near_beyond: bool = True
    """Points beyond the outer limit count for the near rule, too. False: as before November 2023."""
    runs: bool = False
    """A shift is a run longer than chance allows for this many points (Anhøj), in place of a fixed length."""


NHS = Profile(
    "nhs",
    factor=2.66,
    screened=True,
    shift=7,
    trend=7,
    near_rule="two-of-three",
    near_count=2,
    near_among=3,
    near_one_side=True,
)
"""NHS England, Making Data Count; as computed by the R package NHSRplotthedots, except that points beyond the outer
limit count for two-of-three (announced by NHS England in November 2023; the package has not followed yet)."""

NHS_EXCEL = NHS._replace(name="nhs-excel", screened=False)
"""The same as in the Excel tool of NHS England, which does not screen."""

ANHOEJ = Profile("anhoej", factor=3 / D2, screened=True, runs=True)
"""Anhøj & Olesen 2014, doi:10.1371/journal.pone.0113825, and the R package qicharts2: one rule about limits, and two
about runs, which stand in `runs`."""

WHEELER = Profile(
    "wheeler", factor=2.66, screened=False, shift=8, near=1 / 2, near_rule="three-of-four", near_count=3, near_among=4
)
"""Wheeler, Understanding Variation: a point outside, eight in a row on one side, three of four consecutive points
nearer to a limit than to the middle."""

PROFILES = {profile.name: profile for profile in (NHS, NHS_EXCEL, ANHOEJ, WHEELER)}
