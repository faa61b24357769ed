"""How tables of facts that ship with the package were made. Outside the wheel; nothing imports it."""
