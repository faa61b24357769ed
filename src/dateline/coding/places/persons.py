"""Persons: words of a report that are parts of people's names there, and so hardly places elsewhere in it."""

from dateline.coding.text.document import Document
from dateline.gazetteer.fold import fold
from dateline.gazetteer.words import Words


def person_names(document: Document, words: Words) -> frozenset[str]:
    """The folded words that follow a given name or a title, up to three; nothing where the text is all capitals."""
    found: set[str] = set()
    for sentence in document.sentences:
        if sentence.shouted:
            continue
        tokens = sentence.tokens
        for number, token in enumerate(tokens[:-1]):
            if token.lower in words.given and token.is_capitalised:
                reach = 3
            elif token.lower in words.titles:
                reach = 2
            else:
                continue
            for following in tokens[number + 1 : number + 1 + reach]:
                if following.text == ".":
                    continue
                if not following.is_capitalised or following.text in words.tails or following.text in words.of_places:
                    break
                found.add(fold(following.text))
    return frozenset(found)
