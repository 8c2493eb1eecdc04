import { channels } from "@/lib/domain/trace/channel";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { starters, type Move, type Starter } from "@/lib/analytics/journeys/tally-moves";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { journeysHref, type JourneysQuery } from "./url";
import { listHref } from "@/lib/analytics/words/overview-links";
import { percent, percentFrom, rateBasis, rateWords } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import type { MatrixCell, MatrixModel } from "./journeys-model";

const starterWords: Readonly<Record<Starter, string>> = {
  all: "Anyone",
  customer: "The customer",
  agent: "An agent",
};
const startedWords: Readonly<Record<Starter, string>> = {
  all: "",
  customer: ", started by the customer",
  agent: ", started by an agent",
};
const heats = 5;

/** Prepares the transition matrix. */
export function prepareMatrix(moves: readonly ShownMove[], query: JourneysQuery): MatrixModel {
  const shown = channels.filter((each) =>
    moves.some(({ from, to }) => from === each || to === each),
  );
  const total = sumOf(moves);
  return {
    frame: {
      title: findingOf(moves),
      subtitle: `${formatCounted(total, "further contact")}${startedWords[query.starter]}, from the channel before to the channel after; percentages add up across a row`,
      label: `From each channel to the channel of the next contact. ${findingOf(moves)}.`,
      table: tableOf(moves, query),
      links: [],
      note: noteOf(moves, query.starter),
    },
    starters: starters.map((starter) => ({
      words: starterWords[starter],
      href: journeysHref({ ...query, starter }),
      isChosen: starter === query.starter,
    })),
    channels: shown,
    rows: shown.map((from) => {
      const row = moves.filter((move) => move.from === from);
      const count = sumOf(row);
      return {
        from,
        count: formatCount(count),
        cells: shown.map((to) => {
          const move = row.find((each) => each.to === to);
          return move === undefined ? null : cellOf(move, count, query);
        }),
      };
    }),
  };
}

function sumOf(moves: readonly ShownMove[]): number {
  return moves.reduce((sum, { count }) => sum + count, 0);
}

/** A move; its cases' resolution is null where the data can't say how cases end. */
export type ShownMove = Omit<Move, "resolved"> & { readonly resolved: Proportion | null };

/** "Chat → Voice", "Chat again". */
export function moveName({ from, to }: Pick<Move, "from" | "to">): string {
  return from === to
    ? `${channelWords[from]} again`
    : `${channelWords[from]} → ${channelWords[to]}`;
}

function cellOf(move: ShownMove, ofRow: number, query: JourneysQuery): MatrixCell {
  const { to, count, cases, resolved, repeated, medianGapUs } = move;
  const share = ofRow < percentFrom ? "" : percent(count / ofRow, ofRow);
  const clauses = [
    `${moveName(move)}: ${formatCounted(count, "time")} in ${formatCounted(cases, "case")}`,
    `half within ${formatDuration(medianGapUs)}`,
    ...(resolved === null ? [] : [resolvedClause(resolved)]),
    repeated.of === 0
      ? "not known whether asked again"
      : `${rateWords(repeated)} asked again (${rateBasis(repeated)})`,
  ];
  return {
    ...{ to, share, count: formatCount(count) },
    gap: `after ${formatDuration(medianGapUs)}`,
    resolved: resolved === null || resolved.of === 0 ? "" : `${rateWords(resolved)} resolved`,
    repeated: repeated.of === 0 ? "" : `${rateWords(repeated)} asked again`,
    label: clauses.join(", "),
    heat: Math.min(heats - 1, Math.floor((count / ofRow) * heats)),
    href: moveHref(move, query),
  };
}

function resolvedClause(resolved: Proportion): string {
  return resolved.of === 0
    ? "none old enough to judge"
    : `${rateWords(resolved)} resolved (${rateBasis(resolved)})`;
}

/** The list of cases with a switch by the filtered initiator. */
function moveHref(
  { from, to }: Pick<Move, "from" | "to">,
  { cases, starter }: JourneysQuery,
): string {
  const value = `${from}>${to}${starter === "all" ? "" : `:${starter}`}`;
  return listHref(cases, { facets: { switch: [value] } });
}

/** The most frequent switch with its outcomes, as text. */
function findingOf(moves: readonly ShownMove[]): string {
  const changes = moves.filter(({ from, to }) => from !== to);
  const [most] = changes.toSorted((one, two) => two.count - one.count);
  if (moves.length === 0) return "No case has a second contact";
  if (most === undefined)
    return "Nobody switched channel: all further contacts were on the same one";
  const { resolved } = most;
  const lead = `${moveName(most)} is the most common channel switch`;
  if (resolved === null) return lead;
  const outcomes =
    resolved.of === 0
      ? "none of those cases is old enough to judge"
      : `${rateWords(resolved)} of those cases ${resolved.of < percentFrom && resolved.hits === 1 ? "was" : "were"} resolved`;
  return `${lead}; ${outcomes}`;
}

function noteOf(moves: readonly ShownMove[], starter: Starter): string {
  const shares = moves.some(({ resolved }) => resolved !== null)
    ? "Resolved means with evidence; resolved and asked again leave"
    : "Asked again leaves";
  const about = `Each cell opens its cases. The time is how soon half of the customers were in touch again. ${shares} out what can’t be judged.`;
  return starter === "all"
    ? about
    : `${about} Contacts of which nobody says who started them are left out.`;
}

function tableOf(moves: readonly ShownMove[], query: JourneysQuery) {
  return {
    columns: [
      { words: "From → to", isNumber: false },
      { words: "Times", isNumber: true },
      { words: "Cases", isNumber: true },
      { words: "Half within", isNumber: true },
      { words: "Resolved", isNumber: true },
      { words: "Asked again", isNumber: true },
    ],
    rows: moves.map((move) => [
      { words: moveName(move) },
      { words: formatCount(move.count) },
      { words: formatCount(move.cases), href: moveHref(move, query) },
      { words: formatDuration(move.medianGapUs) },
      { words: rateCell(move.resolved) },
      { words: rateCell(move.repeated) },
    ]),
  };
}

function rateCell(rate: Proportion | null): string {
  if (rate === null) return "–";
  return rate.of === 0 ? "–" : `${rateWords(rate)} (${rateBasis(rate)})`;
}
