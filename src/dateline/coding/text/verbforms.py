"""Verb forms that spelling alone does not give away: irregular pasts and the bare forms common in reports."""

from dateline.coding.text.closed import words

# Past tenses and participles that do not end in -ed.
IRREGULAR = words(
    "said told took taken fled fought found felt fell fallen gave given got went gone grew had held hit hurt kept knew "
    "known laid led left lost made meant met paid put ran run rose sat saw seen sent set shook shaken shot shut slain "
    "slew sought spoke spoken stood struck stole stolen swept thrown threw thought understood withdrew withdrawn won "
    "wrote written blew blown began begun became come came broke broken brought built burnt bought caught chose "
    "chosen cut died drew drawn drove driven beat beaten bled dealt dug forced freed overran overrun overthrew "
    "overthrown retook retaken undertook undertaken sworn swore torn tore woke spread split burst cast cost bound "
    "hung hid hidden lay sank sunk slept spent sprung stuck strove wore worn slit"
)
# Bare forms (and, with -s, present tenses) that reports use as verbs; those that are as often nouns are in `EITHER`.
VERBS = words(
    "say tell take flee find feel fall give get go grow hold keep know lay lead leave lose make mean meet pay put run "
    "rise sit see send set seek speak stand steal throw think understand withdraw win write blow begin become come "
    "break bring build buy catch choose draw drive beat deal retake overrun kill wound injure seize capture invade "
    "destroy detonate explode storm liberate occupy arrest detain abduct kidnap execute murder assassinate ambush "
    "bombard repel repulse impose expel deport condemn accuse deny denounce announce declare confirm believe add "
    "claim warn threaten vow urge agree reject refuse accept propose promise launch deploy evacuate surrender clash "
    "protest rally demonstrate gather negotiate discuss host attend receive provide supply ask allow enter advance "
    "reach approach try attempt manage continue seem appear want need hope plan intend prepare help let ensure "
    "include involve remain become use carry conduct perpetrate commit inflict suffer survive escape happen occur "
    "erupt resume target besiege blame suspect regain recapture reclaim join follow engage defend ensue topple "
    "overthrow annex proclaim sign ratify recall close open lift ease cancel suspend resign criticize criticise "
    "defy obey comply cooperate extradite investigate prosecute sentence convict acquit release rescue save protect "
    "restore rebuild repair establish create maintain strengthen weaken expect prevent stop halt block ban prohibit "
    "demand insist maintain explain argue state note respond react welcome praise "
    "attribute sabotage clear congratulate prevail assist cease deliver disarm disperse behead raze ransack neutralise "
    "neutralize obliterate eliminate decimate butcher dislodge torch maim lynch hijack thwart foil intercept die "
    "perish degrade"
)
EITHER = words(
    "attack strike bomb fire shell raid report fight force march battle blast assault offer order call visit deal "
    "control move return result stage charge mark plan shoot demand support claim hit face part use rally protest "
    "clash ambush siege capture arrest murder target advance launch storm hold sentence release escape rescue vote "
    "talk request patrol guard mine ban block halt note state sign open close exchange pressure influence wound kill "
    "cause help need hope promise rule study view threat test pledge appeal quarrel riot loot rape torture blame "
    "massacre slaughter sack supply trade transfer withdraw march burn crash cross flood share cut show push pull drop"
)


def lemma_in(word: str, forms: frozenset[str]) -> bool:
    """Whether the word is one of these bare forms, or one with -s, -es or -ies."""
    if word in forms:
        return True
    if not word.endswith("s"):
        return False
    return word[:-1] in forms or (word.endswith("es") and (word[:-2] in forms or word[:-3] + "y" in forms))
