"""The coder: a chain of steps over one report after another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.actor_changes import load_changes
from dateline.codebook.counts import load_counts
from dateline.codebook.cues import load_cues
from dateline.codebook.demonyms import load_demonyms
from dateline.codebook.heads import load_heads
from dateline.codebook.losses import load_losses
from dateline.codebook.registry_files import kept_files, load_registry
from dateline.codebook.theatres import load_theatres
from dateline.coding.actors.resolve import resolve_actors
from dateline.coding.actors.untold import settle_parties
from dateline.coding.attribution.sayings import find_sayings
from dateline.coding.attribution.standing import judge_standings
from dateline.coding.background import tell_background
from dateline.coding.containment import find_containment
from dateline.coding.events import assemble_events
from dateline.coding.holding import find_holdings
from dateline.coding.losses.count import count_losses, read_losses
from dateline.coding.losses.loose import find_loose_figures
from dateline.coding.notices import gather_notices
from dateline.coding.places.home import find_home
from dateline.coding.places.resolve import resolve_places
from dateline.coding.roles.assign import assign_roles
from dateline.coding.roles.weighing import weigh_frames
from dateline.coding.tagging.counts import CountRecogniser
from dateline.coding.tagging.joining import join_tags
from dateline.coding.tagging.lexicon import LexiconTagger
from dateline.coding.tagging.parties import PartyRecogniser
from dateline.coding.tagging.readings import SentenceReader, read_sentences
from dateline.coding.tagging.tags import Tagger, Tags
from dateline.coding.tagging.toponyms import ToponymRecogniser
from dateline.coding.tagging.triggers import TriggerRecogniser
from dateline.coding.tagging.weapons import WeaponRecogniser
from dateline.coding.text.document import Document
from dateline.coding.text.heading import find_heading
from dateline.coding.text.reading import read_document
from dateline.coding.times.resolve import resolve_times
from dateline.encoder.encoder import open_encoder
from dateline.encoder.likeness import Shown
from dateline.gazetteer import Gazetteer, Progress, open_gazetteer
from dateline.gazetteer.words import read_words
from dateline.linking.control.within import work_out_control
from dateline.linking.values.rules import rule_named
from dateline.linking.within.incidents import merge_events
from dateline.linking.within.main_event import choose_main
from dateline.loading import without_collecting
from dateline.model import Record, Report
from dateline.pipeline.chain import Chain, Step
from dateline.pipeline.language import refused_for_language
from dateline.pipeline.parts import LONG, join_parts, parts_of
from dateline.pipeline.record import make_record
from dateline.settings import Settings


def tag_document(document: Document, tagger: Tagger) -> tuple[Tags, ...]:
    """The tags of every sentence of a report by the lexicons."""
    return tuple(tagger.tag(document.sentences))


STEPS: Sequence[Step] = (
    Step("document", read_document),
    Step("readings", read_sentences),
    Step("lexical", tag_document),
    Step("tags", join_tags),
    Step("times", resolve_times),
    Step("places", resolve_places),
    Step("ruled", assign_roles),
    Step("frames", weigh_frames),
    Step("actors", resolve_actors),
    Step("sayings", find_sayings),
    Step("standings", judge_standings),
    Step("rows", read_losses),
    Step("losses", count_losses),
    Step("figures", find_loose_figures),
    Step("settings", tell_background),
    Step("containment", find_containment),
    Step("events", assemble_events),
    Step("home", find_home),
    Step("incidents", merge_events),
    Step("main", choose_main),
    Step("holdings", find_holdings),
    Step("control", work_out_control),
    Step("settled", settle_parties),
    Step("notices", gather_notices),
    Step("record", make_record),
)


def lexicon_tagger(codebook: Codebook, toponyms: ToponymRecogniser, parties: PartyRecogniser) -> LexiconTagger:
    """The tagger of the codebook's lexicons and the gazetteer's names."""
    recognisers = (TriggerRecogniser(codebook), WeaponRecogniser(codebook), toponyms, parties)
    return LexiconTagger((*recognisers, CountRecogniser(load_counts())))


@without_collecting()
def load_resources(
    settings: Settings, tagger: Tagger | None, encoder: SentenceReader | None, gazetteer: Gazetteer
) -> dict[str, object]:
    """What the steps need beside the report, by name; a tagger and an encoder given are taken for ours."""
    place_words, heads, demonyms = read_words(), load_heads(), load_demonyms()
    codebook = load_codebook(settings.codebooks)
    registry = load_registry(settings.actors, demonyms, kept=settings.kept_actors)
    changing = (*kept_files(settings.kept_actors)[1], *settings.actors)
    toponyms = ToponymRecogniser(gazetteer, place_words, frozenset(demonym.word for demonym in demonyms))
    parties = PartyRecogniser(heads, demonyms, registry, place_words.given)
    return {
        "codebook": codebook,
        "toll_rule": rule_named(settings.rule),
        "encoder": encoder or open_encoder().shown(shown_kinds(codebook)),
        "tagger": tagger or lexicon_tagger(codebook, toponyms, parties),
        "cues": load_cues(),
        "loss_book": load_losses(),
        "registry": registry,
        "actor_changes": load_changes(changing, registry),
        "heads": heads,
        "demonyms": demonyms,
        "gazetteer": gazetteer,
        "place_words": place_words,
        "theatres": load_theatres(),
    }


def shown_kinds(codebook: Codebook) -> dict[str, list[Shown]]:
    """The kinds that the encoder is to know by examples alone."""
    return {
        kind.id: [Shown(example.text, example.at) for example in kind.examples]
        for kind in codebook.kinds.values()
        if kind.examples
    }


class Coder:
    """Codes reports, one after another, with resources loaded once.

    Without a `gazetteer` the default one is opened, and on the first run ever built, in `settings.cache`; `progress`
    is told the share done (0..1) and what is being done. `rule` names how an incident's tolls are made of what several
    voices tell (docs/record.md) in place of the settings'. `steps` are the way of a report (see docs/steps.md), for
    those who change or measure it. Raises GazetteerError if the gazetteer can be neither opened nor built,
    SettingsError for a rule that there is none of, ChainError if the steps do not fit one another.
    """

    def __init__(
        self,
        tagger: Tagger | None = None,
        *,
        encoder: SentenceReader | None = None,
        gazetteer: Gazetteer | None = None,
        settings: Settings | None = None,
        rule: str | None = None,
        progress: Progress | None = None,
        steps: Sequence[Step] = STEPS,
    ) -> None:
        settings = settings or Settings()
        if rule is not None:
            settings = replace(settings, rule=rule)
        gazetteer = gazetteer or open_gazetteer(settings.cache, progress, settings.added)
        resources = load_resources(settings, tagger, encoder, gazetteer)
        self.codebook: Codebook = resources["codebook"]  # type: ignore[assignment]  # resources go by name
        self._chain = Chain(steps, resources, {"report": Report})

    def code(self, report: Report) -> Record:
        """Code one report."""
        if refused := refused_for_language(report):
            return refused
        if len(report.text) > LONG:
            heading = find_heading(report.text)
            parts = parts_of(report, heading.day if heading else None)
            return join_parts(report, ((offset, self._code_whole(part)) for offset, part in parts))
        return self._code_whole(report)

    def _code_whole(self, report: Report) -> Record:
        record = self._chain.run(report=report)["record"]
        assert isinstance(record, Record)  # noqa: S101 -- the chain's check has established it
        return record

    def code_many(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Code reports as they come."""
        for report in reports:
            yield self.code(report)
