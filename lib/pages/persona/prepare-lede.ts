import type { Channel } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { DriftFigures } from "@/lib/analytics/persona/drift-figures";
import { alarmedSeries, type Alarmed } from "@/lib/analytics/persona/alarmed-series";
import { firstOf, type PromptChange, type PromptVersion } from "@/lib/analytics/prompts/lineage";
import { weekUs } from "@/lib/analytics/prompts/series";
import { notCertain } from "@/lib/analytics/findings/rates-apart";
import { certainLevel } from "@/lib/stats/compare-with-rest";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCounted, formatInstant } from "@/lib/format/format";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { promptName } from "@/lib/format/prompt-words";
import { channelWords } from "@/lib/format/wording";
import { alarmWords, attributeName } from "@/lib/analytics/words/attribute-words";

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
      ? `since the week of ${formatInstant(main.drift.alarm?.outsideUs ?? 0, "day")}`
      : `since ${promptNames(change.prompts)}`;
  const lead = `${channelWords[main.channel]} ${alarmWords(main)} ${since}${doubtOf(main)}.`;
  const rest = [
    change === null
      ? "No prompt changed there in the four weeks before."
      : sharedWords(figures, main, change),
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
      ? `The same version runs on ${listOf(elsewhere)}`
      : `That version started on ${lower(first.channel)} and reached ${lower(main.channel)} through the shared template`;
  const moved = elsewhere.filter((channel) => hasAlarm(figures, channel, main.attribute));
  return moved.length === 0 ? `${how}.` : `${how}; ${listOf(moved)} changed too.`;
}

function alsoWords(main: Alarmed, others: readonly Alarmed[]): string {
  const own = others.filter(({ channel }) => channel === main.channel);
  const rest = [...new Set(others.map(({ channel }) => channel))].filter(
    (channel) => channel !== main.channel,
  );
  const words = [
    own.length === 0
      ? ""
      : `${sentenceCase(joinedByAnd(own.map(({ attribute }) => attributeName(attribute))))} changed there too.`,
    rest.length === 0
      ? "No other channel raises an alarm."
      : `${sentenceCase(listOf(rest))} also ${rest.length === 1 ? "raises" : "raise"} an alarm.`,
  ];
  return words.filter((each) => each !== "").join(" ");
}

function quietLede({ series }: DriftFigures, isApproved: boolean): Lede {
  const channels = [...new Set(series.map(({ channel }) => channel))];
  const followed = channels.filter((channel) =>
    series.some((each) => each.channel === channel && each.drift.kind !== "none"),
  );
  if (channels.length === 0) {
    return {
      lead: "No AI agent speaks in these cases.",
      rest: "Persona is measured for AI agents only, never for people.",
    };
  }
  if (followed.length === 0 && !isApproved) {
    return {
      lead: "No channel can be followed yet: no persona contract is approved.",
      rest: "Once one is, a baseline takes eight weeks and twenty contacts. Below is how each channel speaks now.",
    };
  }
  if (followed.length === 0) {
    return {
      lead: "It is too early to tell whether a channel has changed.",
      rest: "A baseline takes eight weeks from the contract's approval, and twenty contacts.",
    };
  }
  const waiting = channels.length - followed.length;
  return {
    lead: "No channel has clearly moved away from its approved baseline.",
    rest:
      waiting === 0
        ? `${formatCounted(followed.length, "channel")} followed.`
        : `${formatCounted(followed.length, "channel")} followed, ${formatCounted(waiting, "channel")} without a baseline yet.`,
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

/** Lower-cases a channel's name within a sentence, but not abbreviations. */
function lower(channel: Channel): string {
  return channel === "sms" ? channelWords.sms : channelWords[channel].toLowerCase();
}

function listOf(channels: readonly Channel[]): string {
  return joinedByAnd(channels.map(lower));
}
