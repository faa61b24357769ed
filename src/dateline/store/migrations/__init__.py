"""The steps by which a project's tables came to be as they are."""
