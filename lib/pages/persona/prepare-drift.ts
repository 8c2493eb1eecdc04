import {
  personaAttributeFacts,
  personaAttributes,
  type PersonaAttribute,
} from "@/lib/domain/settings/persona-contract";
import { hasEnough, leastContacts, type Effect } from "@/lib/analytics/persona/effect";
import {
  leastChange,
  type ChannelDrift,
  type DriftFigures,
} from "@/lib/analytics/persona/drift-figures";
import { baselineContacts } from "@/lib/analytics/prompts/series";
import type { ThinDrift } from "@/lib/analytics/persona/thin-drift";
import type { WeeklyDrift } from "@/lib/analytics/persona/weekly-drift";
import { baselineWeeks } from "@/lib/analytics/prompts/weeks";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { ChartTable } from "@/lib/analytics/charts/chart-model";
import { annotationsIn } from "@/lib/analytics/charts/place-annotations";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import { personaHref, type PersonaQuery } from "./url";
import { percentRange, signed } from "@/lib/format/share-words";
import { markersOn, type TimeMarker } from "@/lib/analytics/annotations/time-markers";
import { channelWords } from "@/lib/format/wording";
import { attributeName, places, valueWords } from "@/lib/analytics/words/attribute-words";
import type { DriftChart, DriftModel } from "./persona-model";
import { prepareAlarm, type AlarmFacts } from "./prepare-alarm";
import { plotThin, plotWeekly, sharedScale, type PlotFrame } from "./plot-drift";
import { alarmedSeries } from "@/lib/analytics/persona/alarmed-series";
import { promptNames } from "./prepare-lede";
import { shortDay } from "@/lib/analytics/charts/time-axis";
import * as said from "./words/drift";
import { fromTo, sincePrompts } from "./words/page";

/** The default attribute: the one that moved most. */
export function shownAttribute(query: PersonaQuery, figures: DriftFigures): PersonaAttribute {
  return query.attribute ?? alarmedSeries(figures)[0]?.attribute ?? "formality";
}

/** Annotations and acknowledgements. */
type DriftFacts = {
  readonly markers: readonly TimeMarker[];
  readonly alarms: AlarmFacts;
};

/** Prepares the small charts of one attribute, one per channel on a shared scale. */
export function prepareDrift(
  query: PersonaQuery,
  figures: DriftFigures,
  { markers, alarms }: DriftFacts,
): DriftModel {
  const attribute = shownAttribute(query, figures);
  const shown = figures.series.filter((each) => each.attribute === attribute);
  const scale = sharedScale(shown, attribute);
  const { words, unit } = personaAttributeFacts[attribute];
  return {
    title: titleOf(attribute, shown),
    subtitle: said.driftSubtitle(words, unit),
    foot: [
      ...(shown.some(({ drift }) => drift.kind === "thin") ? [said.drift.thin] : []),
      said.alarmNeeds(leastChange[attribute], unit, leastContacts),
    ].join(" "),
    choices: personaAttributes.map((each) => ({
      words: personaAttributeFacts[each].words,
      href: personaHref({ ...query, attribute: each }),
      isChosen: each === attribute,
      alarms: alarmedSeries(figures).filter(
        (one) => one.attribute === each && prepareAlarm(one, alarms)?.acknowledged === null,
      ).length,
    })),
    charts: shown.map((each) => {
      const alarm = prepareAlarm(each, alarms);
      const frame = { axis: figures, scale, markers: markersOn(markers, each.channel) };
      return { ...chartOf(each, frame), alarm };
    }),
  };
}

function titleOf(attribute: PersonaAttribute, shown: readonly ChannelDrift[]): string {
  const name = personaAttributeFacts[attribute].words;
  const alarmed = shown.filter(({ drift }) => drift.kind !== "none" && drift.alarm !== null);
  const followed = shown.filter(({ drift }) => drift.kind !== "none");
  if (followed.length === 0) return said.noBaseline(name);
  const isAnyFew = shown.some(({ drift }) => drift.kind !== "none" && !hasEnough(drift.effect));
  if (alarmed.length === 0) return isAnyFew ? said.noAlarmYet(name) : said.noAlarm(name);
  const names = joinedByAnd(alarmed.map(({ channel }) => channelWords[channel]));
  const rest = followed.length === alarmed.length ? "" : said.drift.noOther;
  return `${said.channelsChanged(names, alarmed.length, attributeName(attribute))}${rest}`;
}

function chartOf(series: ChannelDrift, frame: PlotFrame): Omit<DriftChart, "alarm"> {
  const { channel, drift } = series;
  const status = statusOf(series);
  const effect = effectWords(series);
  const label = said.chartLabel(channelWords[channel], attributeName(series.attribute), {
    status: status.label,
    effect,
  });
  const shared = { channel, status, effect, label };
  switch (drift.kind) {
    case "none":
      return { ...shared, plot: null, table: { columns: [], rows: [] } };
    case "weekly":
      return {
        ...shared,
        plot: plotWeekly(series, drift, frame),
        table: weeklyTable(series, drift, frame.markers),
      };
    case "thin":
      return {
        ...shared,
        plot: plotThin(drift, frame.markers),
        table: thinTable(drift, frame.markers),
      };
  }
}

function statusOf({ drift }: ChannelDrift): DriftChart["status"] {
  if (drift.kind === "none") return { tone: "none", label: said.status.notFollowed };
  if (drift.alarm !== null) {
    const { outsideUs, outsideToUs } = drift.alarm;
    // The week's last day; its first may precede the version that caused it.
    const since =
      drift.kind === "weekly" ? said.weekTo(shortDay(outsideToUs - 1)) : shortDay(outsideUs);
    return { tone: "fail", label: said.outsideSince(since) };
  }
  if (!hasEnough(drift.effect)) {
    return { tone: "none", label: said.status.few };
  }
  if (drift.kind === "thin") return { tone: "pass", label: said.status.noAlarm };
  const isOutside = drift.weeks.at(-1)?.smoothed?.isOutside === true;
  return isOutside
    ? { tone: "warn", label: said.status.outside }
    : { tone: "pass", label: said.status.within };
}

function effectWords(series: ChannelDrift): string {
  const { drift, attribute, contacts } = series;
  if (drift.kind === "none") {
    return drift.because === "not-asked"
      ? said.drift.unlimited
      : said.baselineTakes(contacts, baselineWeeks, baselineContacts);
  }
  const { effect } = drift;
  if (effect === null) return said.drift.noContact;
  const since = sinceWords(series, effect);
  const few = effect.count < leastContacts ? said.neededForVerdict(leastContacts) : "";
  if (drift.kind === "thin") {
    const off = Math.round((effect.value + drift.baselineOff / drift.baselineCount) * effect.count);
    const range = intervalOf(off, effect.count);
    return `${said.offContract(off, effect.count, { since, range })}; ${said.baselineWas(drift.baselineOff, drift.baselineCount)}${few}`;
  }
  const [low, high] = effect.interval;
  const way = low > 0 || high < 0 ? "" : `, ${said.drift.noClearChange}`;
  const at = places(attribute);
  return `${signed(effect.value, at)} (${fromTo(signed(low, at), signed(high, at))}) ${since}${way} · ${formatCounted(effect.count, "contact")}${few}`;
}

function intervalOf(hits: number, of: number): string {
  const interval = wilsonInterval(hits, of);
  return interval === null ? "" : ` (${percentRange(interval, of)})`;
}

function sinceWords({ changes }: ChannelDrift, { sinceUs }: Effect): string {
  const change = changes.find(({ atUs }) => atUs === sinceUs);
  return change === undefined
    ? said.drift.sinceBaseline
    : sincePrompts(promptNames(change.prompts));
}

function weeklyTable(
  { attribute }: ChannelDrift,
  { weeks }: WeeklyDrift,
  markers: readonly TimeMarker[],
): ChartTable {
  const value = (each: number) => valueWords(attribute, each);
  return {
    columns: said.tables.weekly.map((words, at) => ({
      words,
      isNumber: at > 0 && at < 5,
    })),
    rows: weeks.map(({ fromUs, toUs, count, mean, smoothed }) => [
      { words: formatInstant(fromUs, "day") },
      { words: formatCount(count) },
      { words: value(mean) },
      { words: smoothed === null ? said.tables.baseline : value(smoothed.mean) },
      { words: smoothed === null ? "–" : fromTo(value(smoothed.low), value(smoothed.high)) },
      { words: smoothed?.isOutside === true ? said.tables.outside : "" },
      { words: annotationsIn(markers, { fromUs, toUs }) },
    ]),
  };
}

function thinTable({ steps, limit }: ThinDrift, markers: readonly TimeMarker[]): ChartTable {
  return {
    columns: said.tables.thin.map((words, at) => ({
      words,
      isNumber: at === 0 || at === 3,
    })),
    rows: steps.map(({ atUs, isOff, sum }, at) => [
      { words: String(at + 1) },
      { words: formatInstant(atUs, "minute") },
      { words: isOff ? said.tables.off : said.tables.kept },
      { words: sum.toFixed(2) },
      { words: sum > limit ? said.tables.signal : "" },
      { words: annotationsIn(markers, { fromUs: steps[at - 1]?.atUs ?? atUs, toUs: atUs }) },
    ]),
  };
}
