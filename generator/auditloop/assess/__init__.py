"""Pure computation: audit scores, indicators, indices, findings, actions, data quality → one frozen `Results`.

Opens no file, reads no clock, knows no language and no page; the date is an argument."""
