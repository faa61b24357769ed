"""Other people's annotated sets, read as partial gold: what one does not mark is not held against the network."""
