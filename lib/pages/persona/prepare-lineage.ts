import { channels } from "@/lib/domain/trace/channel";
import {
  firstOf,
  type PromptUse,
  type PromptVersion,
  type SharedEdit,
} from "@/lib/analytics/prompts/lineage";
import type { ChartCell, ChartLink } from "@/lib/analytics/charts/chart-model";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount, formatInstant } from "@/lib/format/format";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import { channelWords } from "@/lib/format/wording";
import type { LineageModel, TemplateModel } from "./persona-model";
import { promptName } from "@/lib/format/prompts/prompt-words";
import { shortDay, timePlace, timeTicks, type TimeAxis } from "@/lib/analytics/charts/time-axis";
import { fromTo } from "./words/page";
import * as said from "./words/tables";

/**
 * An edit shared by several channels, with the number of cases that met the old version, then the new one.
 */
export type EditAcross = SharedEdit & { readonly cases: number };

/** Cases with a template's old version, then its new one, of all time. */
export function casesAcross({ facets, ...cases }: CasesQuery, edit: SharedEdit): CasesQuery {
  const { before, after } = edit;
  return {
    ...cases,
    period: "all",
    facets: { ...facets, firstPrompt: [before.prompt], prompt: [after.prompt] },
  };
}

/**
 * Prepares prompt versions per channel: a lane per channel, one line over all for a shared version.
 * @param cases the filter, for all time
 */
export function prepareLineage(
  lineage: readonly PromptVersion[],
  { cases, across }: { readonly cases: CasesQuery; readonly across: EditAcross | null },
  axis: TimeAxis,
): LineageModel {
  const hrefOf: HrefOf = ({ prompt }, { channel }) =>
    childListHref({
      thing: "contacts",
      cases: { ...cases, period: "all" },
      on: channel,
      traits: { ran: prompt },
    });
  const names = [...new Set(lineage.map(({ template }) => template))];
  const templates = names.map((name) =>
    templateOf(
      name,
      lineage.filter(({ template }) => template === name),
      { axis, hrefOf },
    ),
  );
  const title = titleOf(lineage);
  return {
    templates,
    xTicks: timeTicks(axis),
    frame: {
      title,
      subtitle: said.lineage.subtitle,
      label: `${title}. ${lineage.map(useSentence).join(" ")}`,
      table: {
        columns: said.lineage.columns.map((words, at) => ({ words, isNumber: at > 1 })),
        rows: lineage.flatMap((version) =>
          version.uses.map((use): ChartCell[] => [
            { words: promptName(version) },
            { words: channelWords[use.channel] },
            { words: formatInstant(use.firstUs, "minute") },
            { words: formatInstant(use.lastUs, "minute") },
            { words: formatCount(use.contacts), href: hrefOf(version, use) },
          ]),
        ),
      },
      links: across === null || across.cases === 0 ? [] : [acrossLink(across, cases)],
      note: lineage.length === 0 ? said.lineage.noPrompt : said.lineage.sharedLine,
    },
  };
}

/** The list of contacts of a version on a channel. */
type HrefOf = (version: PromptVersion, use: PromptUse) => string;

type Drawn = { readonly axis: TimeAxis; readonly hrefOf: HrefOf };

function titleOf(lineage: readonly PromptVersion[]): string {
  const shared = lineage.filter(({ uses }) => uses.length > 1);
  const latest = shared.toSorted((one, other) => firstOf(other) - firstOf(one))[0];
  if (latest === undefined) {
    return lineage.length === 0 ? said.lineage.titleNone : said.lineage.titleNotShared;
  }
  const names = joinedByAnd(latest.uses.map(({ channel }) => channelWords[channel]));
  // A version without a template's name: "prompt v3".
  const name = promptName(latest).replace(/^prompt /u, "Prompt ");
  const count = latest.uses.length;
  return said.hasRunOn(name, { names, count }, shortDay(firstOf(latest)));
}

function acrossLink(across: EditAcross, cases: CasesQuery): ChartLink {
  const { before, after, cases: count } = across;
  return {
    words: said.metBoth(count, before.version, after.version),
    href: casesHref(casesAcross(cases, across)),
  };
}

function useSentence(version: PromptVersion): string {
  const where = version.uses.map(({ channel, firstUs }) =>
    said.channelSince(channelWords[channel], shortDay(firstUs)),
  );
  return `${promptName(version)}: ${joinedByAnd(where)}.`;
}

function templateOf(name: string, versions: readonly PromptVersion[], drawn: Drawn): TemplateModel {
  const shared = versions.filter(({ uses }) => uses.length > 1);
  return {
    name: name === "" ? said.lineage.noTemplate : name,
    lanes: channels.flatMap((channel) => {
      const uses = versions.flatMap((version) =>
        version.uses.filter((use) => use.channel === channel).map((use) => ({ version, use })),
      );
      return uses.length === 0
        ? []
        : [{ channel, ...stacked(uses.map(({ version, use }) => barOf(version, use, drawn))) }];
    }),
    markers: shared.map((version) => ({
      x: timePlace(drawn.axis, firstOf(version)),
      words: version.version,
    })),
  };
}

/** Assigns each bar to the first free row. */
function stacked(bars: readonly ReturnType<typeof barOf>[]) {
  const ends: number[] = [];
  const placed = bars.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.from);
    const row = free < 0 ? ends.length : free;
    ends[row] = bar.to;
    return { ...bar, row };
  });
  return { rows: ends.length, bars: placed };
}

function barOf(version: PromptVersion, use: PromptUse, { axis, hrefOf }: Drawn) {
  return {
    from: timePlace(axis, use.firstUs),
    to: timePlace(axis, use.lastUs),
    words: version.version,
    title: said.promptUse(
      promptName(version),
      { channel: channelWords[use.channel], contacts: use.contacts },
      fromTo(shortDay(use.firstUs), shortDay(use.lastUs)),
    ),
    href: hrefOf(version, use),
  };
}
