"""Control: who holds which place from when to when, within one report (`within`) and over many (`over`)."""
