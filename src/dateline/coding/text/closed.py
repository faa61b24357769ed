"""Closed-class words of English: the small words that hold a sentence together. All lower case."""


def words(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())


DETERMINERS = words(
    "a an the this that these those some any no each every all both either neither another such what whatever"
)
POSSESSIVES = words("his her its their our my your whose")
QUANTIFIERS = words(
    "many several few most more less fewer much enough numerous various multiple dozens scores hundreds thousands "
    "tens millions dozen hundred thousand million billion one two three four five six seven eight nine ten eleven "
    "twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    "eighty ninety nearly almost about approximately around some over another other others couple half"
)
PRONOUNS = words(
    "i you he she it we they me him us them himself herself itself themselves ourselves someone somebody anyone "
    "anybody everyone everybody none nobody nothing something anything everything"
)
PREPOSITIONS = words(
    "of in on at by for from with without to into onto upon within inside outside near around across through "
    "throughout over under above below beneath behind between among amongst amid amidst against along alongside "
    "toward towards via per despite during until till since before after beyond past beside besides except like "
    "unlike as off out up down about concerning regarding including targeting following opposite north south east "
    "west northeast northwest southeast southwest aboard vs versus v.s."
)
# Points of the compass are prepositions only before "of" or a bare name ("west of Anbar"); `chunks` sees to that.
COMPASS = words("north south east west northeast northwest southeast southwest")
CONJUNCTIONS = words("and or but nor yet plus & and/or")
SUBORDINATORS = words(
    "because although though while whereas if unless when whenever where wherever once lest that whether since after "
    "before until till as so than however hours days"
) - {"hours", "days"}
RELATIVES = words("who whom which that whose where when")
BE = words("be is are was were been being am 's 're")
HAVE = words("have has had having")
GET = words("get gets got getting gotten")
DO = words("do does did")
MODALS = words("will would can could may might shall should must cannot ought 'll 'd")
NEGATIONS = words("not n't never")
AUXILIARIES = BE | HAVE | DO | MODALS | NEGATIONS
ADVERBS = words(
    "not also then there here now again ever never just still already yet soon later earlier ago today tonight "
    "yesterday tomorrow together back away apart aside forward abroad overnight meanwhile thus hence therefore "
    "instead too very so quite rather even only almost nearly n't once twice often always sometimes well far long "
    "perhaps maybe else further far simultaneously moreover furthermore reportedly allegedly so-called"
)
MONTHS = words(
    "january february march april june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
TIME_NOUNS = words(
    "day days week weeks month months year years hour hours minute minutes morning afternoon evening night weekend "
    "noon midnight dawn dusk decade decades century time period today yesterday tomorrow"
)
