import type { Channel } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { DriftFigures } from "@/lib/analytics/persona/drift-figures";
import { alarmedSeries, type Alarmed } from "@/lib/analytics/persona/alarmed-series";
import { hasEnough, leastContacts } from "@/lib/analytics/persona/effect";
import { firstOf, type PromptChange, type PromptVersion } from "@/lib/analytics/prompts/lineage";
import { weekUs } from "@/lib/analytics/prompts/series";
import { notCertain } from "@/lib/analytics/findings/rates-apart";
import { certainLevel } from "@/lib/stats/compare-with-rest";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatInstant } from "@/lib/format/format";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { promptName } from "@/lib/format/prompts/prompt-words";
import { channelInSentence, channelWords } from "@/lib/format/wording";
import { alarmWords, attributeName } from "@/lib/analytics/words/attribute-words";
import * as words from "./words/page";

/** Maximum time between a change and a signal attributed to it. */
const soonUs = 4 * weekUs;

/**
 * Prompt changes on a channel before its signal.
 * @returns null: none within the four weeks before the end of its first week outside
 */
function changeBefore({ changes, drift }: Alarmed): PromptChange | null {
  if (drift.alarm === null) return null;
  const untilUs = drift.alarm.outsideToUs;
  const last = changes.findLast(({ atUs }) => atUs < untilUs);
  return last === undefined || last.atUs < untilUs - soonUs ? null : last;
}

/**
 * The finding of the Persona page: series with an alarm and their prompts.
 * @param isApproved whether any contract was ever approved, which a baseline begins with
 */
export function preparePersonaLede(figures: DriftFigures, isApproved: boolean): Lede {
  const [main, ...others] = alarmedSeries(figures);
  if (main === undefined) return quietLede(figures, isApproved);
  const change = changeBefore(main);
  const since =
    change === null
      ? words.sinceWeekOf(formatInstant(main.drift.alarm?.outsideUs ?? 0, "day"))
      : words.sincePrompts(promptNames(change.prompts));
  const lead = `${channelWords[main.channel]} ${alarmWords(main)} ${since}${doubtOf(main)}.`;
  const rest = [
    change === null ? words.lede.noChange : sharedWords(figures, main, change),
    alsoWords(main, others),
  ];
  return { lead, rest: rest.filter((each) => each !== "").join(" ") };
}

/** As the list of findings judges the same change. */
function doubtOf({ drift }: Alarmed): string {
  return (drift.alarm?.effect.chance ?? 1) <= 1 - certainLevel ? "" : notCertain;
}

/** "support-core v8". */
export function promptNames(prompts: readonly PromptVersion[]): string {
  return joinedByAnd(prompts.map(promptName));
}

/** Other channels of the version, its first channel, and whether they moved too. */
function sharedWords(figures: DriftFigures, main: Alarmed, change: PromptChange): string {
  const shared = change.prompts.find(({ uses }) => uses.length > 1);
  if (shared === undefined) return "";
  const first = shared.uses.find(({ firstUs }) => firstUs === firstOf(shared));
  const elsewhere = shared.uses
    .map(({ channel }) => channel)
    .filter((each) => each !== main.channel);
  const how =
    first === undefined || first.channel === main.channel
      ? words.sameVersionOn(listOf(elsewhere))
      : words.versionReached(channelInSentence(first.channel), channelInSentence(main.channel));
  const moved = elsewhere.filter((channel) => hasAlarm(figures, channel, main.attribute));
  return moved.length === 0 ? `${how}.` : words.channelsChangedToo(how, listOf(moved));
}

function alsoWords(main: Alarmed, others: readonly Alarmed[]): string {
  const own = others.filter(({ channel }) => channel === main.channel);
  const rest = [...new Set(others.map(({ channel }) => channel))].filter(
    (channel) => channel !== main.channel,
  );
  const said = [
    own.length === 0
      ? ""
      : words.changedThereToo(
          sentenceCase(joinedByAnd(own.map(({ attribute }) => attributeName(attribute)))),
        ),
    rest.length === 0
      ? words.lede.noOther
      : words.alsoRaiseAlarm(sentenceCase(listOf(rest)), rest.length),
  ];
  return said.filter((each) => each !== "").join(" ");
}

function quietLede({ series }: DriftFigures, isApproved: boolean): Lede {
  const channels = [...new Set(series.map(({ channel }) => channel))];
  const followed = channels.filter((channel) =>
    series.some((each) => each.channel === channel && each.drift.kind !== "none"),
  );
  if (channels.length === 0) return words.lede.noAgent;
  if (followed.length === 0 && !isApproved) return words.lede.noContract;
  if (followed.length === 0) return words.lede.tooEarly;
  const judged = followed.filter((channel) =>
    series.some(
      (each) =>
        each.channel === channel && each.drift.kind !== "none" && hasEnough(each.drift.effect),
    ),
  );
  if (judged.length === 0) {
    return { lead: words.lede.few, rest: words.verdictTakes(leastContacts) };
  }
  const [few, waiting] = [followed.length - judged.length, channels.length - followed.length];
  return {
    lead: few === 0 ? words.lede.quiet : words.lede.quietElsewhere,
    rest: words.channelsJudged(judged.length, few, waiting),
  };
}

function hasAlarm(figures: DriftFigures, channel: Channel, attribute: PersonaAttribute): boolean {
  return figures.series.some(
    (each) =>
      each.channel === channel &&
      each.attribute === attribute &&
      each.drift.kind !== "none" &&
      each.drift.alarm !== null,
  );
}

function listOf(channels: readonly Channel[]): string {
  return joinedByAnd(channels.map(channelInSentence));
}
