"""Verbs, their subjects, clauses and lists of phrases, in short sentences of our own."""

import pytest

from dateline.coding.roles.clauses import clause_starts
from dateline.coding.roles.conjunction import leftward, rightward
from dateline.coding.roles.syntax import Syntax, read_syntax
from dateline.coding.roles.verb import Verb
from dateline.coding.roles.verbs import find_verbs
from dateline.coding.text.sentences import split_sentences


def syntax_of(text: str) -> Syntax:
    (sentence,) = split_sentences(text)
    return read_syntax(sentence, (), {})


def verb_of(syntax: Syntax, word: str) -> Verb:
    return next(verb for verb in find_verbs(syntax) if syntax.tokens[verb.at].text == word)


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("Rebels attacked the town.", "attacked", "finite"),
        ("The town was attacked by rebels.", "attacked", "passive"),
        ("The town is being shelled.", "shelled", "passive"),
        ("The rebels killed on Friday were boys.", "killed", "reduced"),
        ("They seized trucks used by the army.", "used", "reduced"),
        ("The army advanced, killing ten men.", "killing", "participle"),
        ("They managed to retake the bridge.", "retake", "infinitive"),
        ("One man was killed and three others wounded.", "wounded", "passive"),
        ("Iran on Tuesday threatened to shell the port.", "threatened", "finite"),
        ("Woman killed in shelling of Karsan", "killed", "passive"),
        ("Priest shot dead in Karsan", "shot", "passive"),
        ("Rebels shot dead a priest", "shot", "finite"),
    ],
)
def test_form(text: str, word: str, form: str) -> None:
    assert verb_of(syntax_of(text), word).form == form


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("Rebels from the north attacked the town.", "attacked", "Rebels"),
        ("The army entered the town and burned houses.", "burned", "army"),
        ("The army advanced, killing ten men.", "killing", "army"),
        ("Gunmen, armed with rifles, opened fire.", "opened", "Gunmen"),
        ("The brigade, which is based there, denied it.", "denied", "brigade"),
        ("Officials who probed the murder resigned.", "resigned", "Officials"),
        ("Police said gunmen fled.", "fled", "gunmen"),
        ("After killing two guards, the men fled.", "killing", "men"),
    ],
)
def test_subject(text: str, word: str, subject: str) -> None:
    syntax = syntax_of(text)
    found = verb_of(syntax, word).subject
    assert found is not None
    assert syntax.tokens[found.head].text == subject


def test_who_announces_need_not_be_who_did_it() -> None:
    assert verb_of(syntax_of("The office announced retaking the bridge."), "retaking").subject is None


def heads(syntax: Syntax, word: str, *, left: bool = False) -> list[str]:
    each = next(one for one in syntax.chunks if syntax.tokens[one.head].text == word)
    return [syntax.tokens[one.head].text for one in (leftward if left else rightward)(syntax, each)]


def test_lists_run_on_over_appositions_and_end_at_a_new_clause() -> None:
    syntax = syntax_of("They hold Karsan, the old capital, the town of Mirad, west of Belune, and Tovar.")
    assert heads(syntax, "Karsan") == ["Karsan", "capital", "town", "Tovar"]
    assert heads(syntax_of("They shot two soldiers and rebels fled."), "soldiers") == ["soldiers"]


def test_a_list_before_its_verb() -> None:
    syntax = syntax_of("The army, the navy and tribal fighters attacked.")
    assert heads(syntax, "fighters", left=True) == ["army", "navy", "fighters"]


def test_clauses_begin_at_relative_words_and_verbs_that_are_joined() -> None:
    syntax = syntax_of("Rebels who held the town fled and burned houses.")
    starts = [syntax.tokens[start].text for start in clause_starts(syntax, find_verbs(syntax))]
    assert starts == ["Rebels", "who", "and"]
