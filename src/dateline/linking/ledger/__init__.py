"""The toll ledger: every figure of losses with its place, days and source; parts, totals and what is left over."""
