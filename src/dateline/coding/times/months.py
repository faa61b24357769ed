"""Explicit months, years, decades and centuries."""

import re
from datetime import date

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value

MONTHS_AHEAD = 8
"""A month that is further ahead than this is the one past, unless a word of _SURELY says that it will be."""
_SURELY = frozenset(("will", "shall"))
_SETTLED = re.compile(
    r"\s(?:[a-z-]+ )?(?:agreement|accord|deal|truce|cease-?fire|pact|treaty|decision|ruling|verdict|attack|bombing|"
    r"blast|explosion|raid|strike|massacre|killings?|murders?|coup|assassination|kidnapping|clash(?:es)?|battle|offensive|"
    r"uprising|protests?|riots?|resolution)(?!\w)"
)
"""Nouns of what is over once it is named with its month: "under a *June* agreement", "the *March* bombing"."""

_OF_NAME = re.compile(r"(?:\bthe |[\"“'«])\d{1,2}[- ]$")
"""A day before it that no rule has read: the whole is a name."""
_COUNTED = re.compile(
    r"\s?-?(?:people|persons|troops|soldiers|men|women|children|civilians|fighters|militants|rebels|guerrillas|members|"
    r"families|refugees|dead|deaths|killed|wounded|injured|others|feet|foot|miles?|km|kilomet\w+|met(?:er|re)s?|tons?|"
    r"tonnes|pounds|dollars|euros|hours|gmt|local|percent|points?|shares|jobs|houses|homes|workers|students|police|"
    r"officers|votes|students|square|acres|hectares|rounds|men|cases|million|billion|block)\b"
)
_MEASURED = re.compile(
    r"(?:\$|£|€|#|about|around|least|most|than|some|nearly|almost|over|approximately|roughly|up to|estimated|killed|"
    r"killing|injured|injuring|wounded|wounding|another|no\.|number|route|highway|at|flight|page|room)\s?$"
)
_YEARLY = re.compile(
    r"(?:\b(?:both|its|their|his|her|in|since|of|by|until|till|from|to|late|early|mid|during|year|before|after|for|between|and|through|throughout|"
    r"than|on|the|or|circa|around|about|as|fiscal|winter|summer|spring|autumn|fall|election|elections|war|olympics|copyright|"
    r"[a-z]+'s|model|vs\.?|versus)|[(,;:/–—-]|^)\s?$"
)


def month_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    """A month with its year, or a part of one."""
    year = w.spoken_year(match["words"]) if match["words"] else w.year_of(match["year"], scene.anchor)
    found = v.month(year, w.month_number(match["month"]))
    return _part(found, match["part"])


def month_alone(match: re.Match[str], scene: Scene) -> Value | None:
    """A month without year: the last one up to the anchor, or the next one if the clause looks ahead."""
    name, which = match["month"], match["which"]
    if not _is_month(match, scene) or _OF_NAME.search(scene.before(match)):
        return None
    number = w.month_number(name)
    if scene.anchor is None:
        return v.unresolved(f"XXXX-{number:02d}", "month")
    anchor, way = scene.anchor, scene.direction(match)
    reach = 11 if way.word.lower() in _SURELY else MONTHS_AHEAD
    ahead = way.ahead and not _settled(match, scene) and (number - anchor.month) % 12 <= reach
    year = anchor.year
    if match["of"] or which == "this":
        year += {"last": -1, "next": 1}.get(match["of"] or "", 0)
        note = f"counted from {anchor}"
    elif which == "next" or (not which and ahead):
        year += number < anchor.month or (which == "next" and number == anchor.month)
        note = f"the next one from {anchor}"
    else:
        year -= number > anchor.month or (which in ("last", "past") and number == anchor.month)
        note = f"the last one up to {anchor}"
    return _part(v.month(year, number), match["part"]).noting(note)


def _settled(match: re.Match[str], scene: Scene) -> bool:
    """Whether the month only says which of several agreements, attacks or the like is meant."""
    return bool(re.search(r"\b(?:an?|the)\s$", scene.before(match)) and _SETTLED.match(scene.after(match)))


def _is_month(match: re.Match[str], scene: Scene) -> bool:
    """Whether *may* and *march* are the months: a capital inside a sentence, or a preposition where all is capitals."""
    if match["month"] not in ("may", "march") or match["which"] or match["part"]:
        return True
    before = scene.before(match)
    led = re.search(
        r"\b(?:in|since|of|by|until|till|from|during|before|after|for|last|next|through|between|and)\s$", before
    )
    if scene.sentence.shouted:
        ahead = re.match(r"\s(?:be|have|not|also|well|now|soon|only|still)\b", scene.after(match))
        return bool(led and not ahead)
    if not scene.is_capitalised(match.start("month")):
        return False
    opens = match.start() <= scene.sentence.start + 1
    return bool(led) or (not opens and match["month"] == "may")


def year_alone(match: re.Match[str], scene: Scene) -> Value | None:
    """A year of four digits, told from a count by the words around it."""
    if match["words"]:
        return v.year(w.spoken_year(match["words"]))
    if not match["part"] and not _is_year(match, scene):
        return None
    number = w.year_of(match["short"] or match["year"], scene.anchor)
    if scene.anchor and number > scene.anchor.year + 60:
        return None
    return _part(v.year(number), match["part"])


def year_range(match: re.Match[str], _scene: Scene) -> Value | None:
    """*1994-2008*, *2010-13*: from the first year to the last."""
    first = int(match["year"])
    digits = match["until"]
    last = int(match["year"][: 4 - len(digits)] + digits)
    if last <= first:
        return None
    return Value(match["year"], date(first, 1, 1), date(last, 12, 31), "year", extent="span", note=f"to {last}")


def _is_year(match: re.Match[str], scene: Scene) -> bool:
    """Whether four digits are a year: a preposition or a mark says so, a thing counted or measured denies it."""
    before, after = scene.before(match), scene.after(match)
    if match["short"]:
        return bool(
            re.search(r"\b(?:in|of|since|until|by|from|to|class of|summer|late|early|the) $", before)
        ) and not after.startswith(" m")
    if match["year"][:2] in ("19", "20") and re.search(r"\b(?:since|until)\s$", before):
        return True
    if _COUNTED.match(after) or re.match(r"[.,:/]\d|-\d|%|'s?\d", after):
        return False
    if _MEASURED.search(before) and not re.search(r"\b(?:around|about|than)\s?$", before):
        return False
    if _YEARLY.search(before) or re.match(r"\s?(?:$|[.,;:)?!'–—]|-)", after):
        return True
    return match["year"][:2] in ("19", "20") and not re.match(r" [a-z-]+s\b", after)


def decade(match: re.Match[str], scene: Scene) -> Value | None:
    """ "the 1980s", "the '80s", "the early eighties"."""
    if match["digits"]:
        digits = match["digits"]
        whole = digits[:3] if len(digits) == 4 else f"{w.year_of(digits, scene.anchor)}"[:3]
    else:
        whole = f"19{2 + _TENS.index(match['name'][:3])}"
    return _part(v.decade(int(whole)), match["part"])


def century(match: re.Match[str], _scene: Scene) -> Value | None:
    """ "the 20th century", "the nineteenth century"."""
    ordinal = match["ordinal"]
    number = int(ordinal[:-2]) if ordinal[0].isdigit() else w.ORDINALS.get(ordinal, 0)
    return _part(v.century(number), match["part"]) if 1 <= number <= 30 else None


def _part(found: Value, word: str | None) -> Value:
    part = w.part_of(word)
    return v.narrowed(found, part) if part else found


_TENS = ("twe", "thi", "for", "fif", "six", "sev", "eig", "nin")
_PART = rf"(?:(?P<part>{w.PART}|the (?:end|beginning|start|middle|close|onset) of)(?: |-)(?:in |of )?)?"

RULES = (
    Rule(
        "month-of-year",
        rf"{_PART}(?P<month>{w.MONTH})(?:,? |,? of |-)(?:(?P<year>{w.YEAR}|'\d\d(?!\d))|(?P<words>{w.SPOKEN_YEAR}))",
        month_of_year,
    ),
    Rule(
        "month",
        rf"{_PART}(?:(?P<which>last|next|this|past|this past|this coming) )?(?P<month>{w.LONG_MONTH})(?![\w])"
        r"(?: (?:of )?(?P<of>last|next|this) year(?!\w|'))?",
        month_alone,
    ),
    Rule(
        "year-range",
        rf"(?<!from )(?<!between )(?P<year>{w.YEAR}) ?(?:-|–|to|through) ?(?P<until>{w.YEAR}|\d\d(?![\d-]))(?!\w)",
        year_range,
    ),
    Rule(
        "decade",
        rf"{_PART}(?:the )?(?:(?P<digits>(?:1[5-9]|20)\d0|'\d0)'?s|"
        r"(?:nineteen[ -])?(?P<name>(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?!\w)",
        decade,
    ),
    Rule(
        "century",
        rf"{_PART}(?:the )?(?P<ordinal>\d\d?(?:st|nd|rd|th)|{'|'.join(w.ORDINALS)})[ -]centur(?:y|ies)(?!\w)",
        century,
    ),
    Rule(
        "year",
        rf"{_PART}(?:(?:the year )?(?P<year>{w.YEAR})(?![\w])|(?P<short>'\d\d)(?![\w])|"
        rf"(?:the year )?(?P<words>{w.SPOKEN_YEAR})(?!\w))",
        year_alone,
    ),
)
"""In order of preference: what says more comes first."""
