"""Inflection: the forms of English verbs and nouns, by rule and by a table of the irregular ones.

Rules are those of any grammar (doubling, e-dropping, y to i); the table lists only verbs that reports of conflict use.
British and American doublings are both given (*travelled*, *traveled*).
"""

_IRREGULAR = {
    "abet": "abetted", "abhor": "abhorred", "admit": "admitted", "arise": "arose arisen",
    "be": "am is are was were been being", "bear": "bore borne", "beat": "beat beaten", "become": "became become",
    "begin": "began begun", "bid": "bid", "bind": "bound", "blow": "blew blown", "break": "broke broken",
    "bring": "brought", "build": "built", "burn": "burned burnt", "burst": "burst", "bus": "bused bussed",
    "buy": "bought", "cast": "cast", "catch": "caught", "choose": "chose chosen", "come": "came come",
    "commit": "committed",
    "compel": "compelled", "concur": "concurred", "confer": "conferred", "control": "controlled", "cut": "cut",
    "deal": "dealt", "defer": "deferred", "dig": "dug", "do": "did done", "draw": "drew drawn", "drive": "drove driven",
    "expel": "expelled", "fall": "fell fallen", "feed": "fed", "fight": "fought", "find": "found", "flee": "fled",
    "fling": "flung", "fly": "flew flown", "forbid": "forbade forbidden", "forgive": "forgave forgiven",
    "freeze": "froze frozen", "get": "got gotten", "give": "gave given", "go": "went gone", "grow": "grew grown",
    "gun-down": "gunned-down", "hang": "hanged hung", "have": "had", "hear": "heard", "hide": "hid hidden",
    "hit": "hit", "hit-and-run": "hit-and-run", "hold": "held", "hurt": "hurt", "keep": "kept",
    "kidnap": "kidnapped kidnaped", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "let": "let",
    "lie": "lay lain lied", "lose": "lost", "machinegun": "machinegunned machine-gunned", "make": "made",
    "meet": "met", "occur": "occurred", "overrun": "overran overrun", "overtake": "overtook overtaken",
    "overthrow": "overthrew overthrown", "panic": "panicked", "patrol": "patrolled", "pay": "paid",
    "permit": "permitted", "put": "put", "quit": "quit", "rebel": "rebelled", "rebuild": "rebuilt",
    "refer": "referred", "regret": "regretted", "repay": "repaid", "repel": "repelled", "retake": "retook retaken",
    "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran run", "say": "said",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shake": "shook shaken", "shoot": "shot",
    "shut": "shut", "sink": "sank sunk", "sit": "sat", "slay": "slew slain", "slit": "slit", "speak": "spoke spoken",
    "split": "split", "spread": "spread", "stand": "stood", "steal": "stole stolen", "stick": "stuck",
    "strike": "struck stricken", "submit": "submitted", "swear": "swore sworn", "sweep": "swept",
    "take": "took taken", "target": "targeted targetted", "tear": "tore torn", "tell": "told",
    "tread": "trod trodden", "throw": "threw thrown", "transfer": "transferred", "undergo": "underwent undergone",
    "undertake": "undertook undertaken", "uphold": "upheld", "win": "won", "withdraw": "withdrew withdrawn",
    "withhold": "withheld", "withstand": "withstood", "write": "wrote written",
}  # fmt: skip
_IRREGULAR_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "crisis": "crises",
    "gunman": "gunmen",
    "policeman": "policemen",
    "person": "people",
}
_VOWELS = "aeiou"


def verb_forms(lemma: str) -> tuple[str, ...]:
    """The lemma, its third person, -ing and past forms, without repetition ("bomb", "bombs", "bombing", "bombed")."""
    past = _IRREGULAR.get(lemma, "").split() or list(_regular_past(lemma))
    return tuple(dict.fromkeys([lemma, third_person(lemma), *_ing(lemma, past), *past]))


def third_person(lemma: str) -> str:
    """The form for *he*: "attacks", "torches", "flies"."""
    if lemma == "be":
        return "is"
    return {"have": "has", "do": "does", "go": "goes", "gas": "gasses", "bus": "buses"}.get(lemma) or _with_s(lemma)


def plural(noun: str) -> str:
    """The plural of a noun: "raids", "crises", "ambushes"."""
    return _IRREGULAR_PLURALS.get(noun) or _with_s(noun)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _regular_past(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return (lemma + "d",)
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return (lemma[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(lemma))


def _ing(lemma: str, past: list[str]) -> tuple[str, ...]:
    if lemma in ("die", "lie", "tie"):
        return (lemma[:-2] + "ying",)
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return (lemma[:-1] + "ing",)
    doubled = lemma + lemma[-1:]
    regular = [form for form in past if form.endswith("ed")]
    if regular:  # the past shows whether the last letter doubles
        stems = [doubled if form.startswith(doubled) else lemma for form in regular]
        return tuple(dict.fromkeys(("panick" if stem == "panic" else stem) + "ing" for stem in stems))
    return tuple(stem + "ing" for stem in _stems(lemma))


def _stems(lemma: str) -> tuple[str, ...]:
    """The stem before -ed and -ing: one short vowel and one consonant double in one-syllable words."""
    short = len(lemma) >= 3 and lemma[-1] not in _VOWELS + "wxyh" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    vowels = sum(letter in _VOWELS for letter in lemma)
    if short and vowels == 1:
        return (lemma + lemma[-1],)
    if short and lemma.endswith("l") and vowels > 1:
        return (lemma + "l", lemma)
    return (lemma,)
