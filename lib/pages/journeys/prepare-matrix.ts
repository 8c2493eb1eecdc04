import { channels } from "@/lib/domain/trace/channel";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { starters, type Move, type Starter } from "@/lib/analytics/journeys/tally-moves";
import { formatCount, formatDuration } from "@/lib/format/format";
import { journeysHref, type JourneysQuery } from "./url";
import { listHref } from "@/lib/analytics/words/overview-links";
import { percent, percentFrom, rateBasis, rateWords } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import type { MatrixCell, MatrixModel } from "./journeys-model";
import { matrixWords } from "./words";

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
      subtitle: matrixWords.subtitle(total, matrixWords.started[query.starter]),
      label: matrixWords.label(findingOf(moves)),
      table: tableOf(moves, query),
      links: [],
      note: noteOf(moves, query.starter),
    },
    starters: starters.map((starter) => ({
      words: matrixWords.starters[starter],
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
    ? matrixWords.again(channelWords[from])
    : `${channelWords[from]} → ${channelWords[to]}`;
}

function cellOf(move: ShownMove, ofRow: number, query: JourneysQuery): MatrixCell {
  const { to, count, cases, resolved, repeated, medianGapUs } = move;
  const share = ofRow < percentFrom ? "" : percent(count / ofRow, ofRow);
  const clauses = [
    matrixWords.times(moveName(move), count, cases),
    matrixWords.halfWithin(formatDuration(medianGapUs)),
    ...(resolved === null ? [] : [resolvedClause(resolved)]),
    repeated.of === 0
      ? matrixWords.askedUnknown
      : `${matrixWords.askedAgain(rateWords(repeated))} (${rateBasis(repeated)})`,
  ];
  return {
    ...{ to, share, count: formatCount(count) },
    gap: matrixWords.after(formatDuration(medianGapUs)),
    resolved:
      resolved === null || resolved.of === 0 ? "" : matrixWords.resolved(rateWords(resolved)),
    repeated: repeated.of === 0 ? "" : matrixWords.askedAgain(rateWords(repeated)),
    label: clauses.join(", "),
    heat: Math.min(heats - 1, Math.floor((count / ofRow) * heats)),
    href: moveHref(move, query),
  };
}

function resolvedClause(resolved: Proportion): string {
  return resolved.of === 0
    ? matrixWords.notJudged
    : `${matrixWords.resolved(rateWords(resolved))} (${rateBasis(resolved)})`;
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
  if (moves.length === 0) return matrixWords.none;
  if (most === undefined) return matrixWords.noneSwitched;
  const { resolved } = most;
  const lead = matrixWords.most(moveName(most));
  if (resolved === null) return lead;
  const outcomes =
    resolved.of === 0
      ? matrixWords.mostNotJudged
      : matrixWords.mostResolved(
          rateWords(resolved),
          resolved.of < percentFrom && resolved.hits === 1,
        );
  return `${lead}; ${outcomes}`;
}

function noteOf(moves: readonly ShownMove[], starter: Starter): string {
  const about = matrixWords.note(moves.some(({ resolved }) => resolved !== null));
  return starter === "all" ? about : `${about} ${matrixWords.starterUnknown}`;
}

function tableOf(moves: readonly ShownMove[], query: JourneysQuery) {
  const { columns } = matrixWords;
  return {
    columns: [
      { words: columns.move, isNumber: false },
      { words: columns.times, isNumber: true },
      { words: columns.cases, isNumber: true },
      { words: columns.halfWithin, isNumber: true },
      { words: columns.resolved, isNumber: true },
      { words: columns.askedAgain, isNumber: true },
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
