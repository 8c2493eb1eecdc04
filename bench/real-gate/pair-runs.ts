import { channels, type Channel } from "@/lib/domain/trace/channel";
import { groupBy } from "@/lib/format/group-by";
import type { Row } from "@/lib/scoring/row";
import { seededRandom } from "@/lib/testing/seeded-random";

/** One conversation of the data set as a replay of an item. */
export type ReplayedRow = {
  readonly row: Row;
  /**
   * Of which release it is the replay; "labelled": of none, it measures the evaluator; "approved": what it changed is
   * what the item expects.
   */
  readonly release: "v14" | "v15" | "labelled" | "approved";
  readonly item: string;
  /** The same task, whoever serves it. */
  readonly task: string;
  readonly channels: readonly Channel[];
  /** The customer's message that begins the second contact; null: one contact. */
  readonly cutAt: number | null;
};

export type Drawn = {
  /** Both replays of each item. */
  readonly replays: readonly ReplayedRow[];
  /** Conversations of no item. */
  readonly labelled: readonly ReplayedRow[];
  /** Of each item that has one another conversation on its task, by another agent model, that its label calls resolved. */
  readonly approved: readonly ReplayedRow[];
};

/** Who serves as the release before, and who as the release to judge; each conversation is in one pair. */
const pairs: readonly (readonly [before: string, after: string])[] = [
  ["gpt-4o-2024-11-20", "grok-3"],
  ["gpt-4.1", "ft-gpt-4.1"],
  ["gpt-oss-120b", "claude-opus-4-6-button"],
  ["ironshell-gpt-5.4", "ironshell-opus46"],
  ["whissle-voice", "gpt-4o-2024-11-20"],
];

const items = 200;
const crossing = 150;

/**
 * Draws 200 pairs of conversations on the same task by two agent models, 150 of them cut into two contacts on
 * different channels. What is left over measures the evaluator, cut alike.
 */
export function drawPairs(rows: readonly Row[], seed: number): Drawn {
  const random = seededRandom(seed);
  const found = pairs.flatMap(([before, after]) => pairUp(rows, before, after));
  const crossed = random
    .shuffle(found.filter(({ both }) => both.every(isCuttable)))
    .slice(0, crossing);
  const single = random
    .shuffle(found.filter((pair) => !crossed.includes(pair)))
    .slice(0, items - crossed.length);
  const replays = [...crossed, ...single].flatMap(({ both: [before, after] }, at) => {
    const path = at < crossed.length ? pickPath(random) : pickPath(random).slice(0, 1);
    const task = taskOf(before);
    const item = `${task}-${String(at).padStart(3, "0")}`;
    const of = (row: Row, release: ReplayedRow["release"]): ReplayedRow => ({
      ...{ row, release, item, task, channels: path },
      cutAt: path.length > 1 ? pickCut(row, random) : null,
    });
    return [of(before, "v14"), of(after, "v15")];
  });
  const drawn = new Set(replays.map(({ row }) => row.id));
  const labelled = rows
    .filter((row) => !drawn.has(row.id) && isCuttable(row))
    .map((row): ReplayedRow => ({
      ...{ row, release: "labelled", item: row.id, task: taskOf(row), channels: pickPath(random) },
      cutAt: pickCut(row, random),
    }));
  return { replays, labelled, approved: findApproved(rows, [...replays, ...labelled]) };
}

function findApproved(
  rows: readonly Row[],
  replays: readonly ReplayedRow[],
): readonly ReplayedRow[] {
  const ofTask = groupBy(rows, sameTaskOf);
  return [...groupBy(replays, ({ item }) => item).values()].flatMap((own): ReplayedRow[] => {
    const judged = new Set(own.map(({ row }) => row.meta["agent_model"]));
    const [replay] = own;
    const row = (replay === undefined ? [] : (ofTask.get(sameTaskOf(replay.row)) ?? [])).find(
      ({ label, meta }) => label === 1 && !judged.has(meta["agent_model"]),
    );
    if (replay === undefined || row === undefined) return [];
    return [{ ...replay, row, release: "approved", channels: ["chat"], cutAt: null }];
  });
}

type Pair = { readonly both: readonly [before: Row, after: Row] };

function pairUp(rows: readonly Row[], before: string, after: string): readonly Pair[] {
  const later = new Map(
    rows.filter(({ meta }) => meta["agent_model"] === after).map((row) => [sameTaskOf(row), row]),
  );
  return rows
    .filter(({ meta }) => meta["agent_model"] === before)
    .flatMap((row) => {
      const other = later.get(sameTaskOf(row));
      return other === undefined ? [] : [{ both: [row, other] as const }];
    });
}

function taskOf({ domain, meta }: Row): string {
  return `${domain}-${String(meta["task_id"])}`;
}

/** Tasks have numbers that other versions of the benchmark give to other tasks; the customer tells them apart. */
export function sameTaskOf(row: Row): string {
  const named = JSON.stringify(row.messages).match(/\b[a-z]+_[a-z]+_\d{4}\b/g) ?? [];
  const [customer = [row.id]] = [...groupBy(named, (id) => id).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return `${taskOf(row)} ${customer[0] ?? ""}`;
}

function isCuttable(row: Row): boolean {
  return cutsOf(row).length > 0;
}

/** Customers' messages of the first half that follow an answer: where one may go away and come back. */
function cutsOf({ messages }: Row): readonly number[] {
  const first = messages.findIndex(({ role }) => role === "user");
  const answer = messages.findIndex(({ role }, at) => role === "assistant" && at > first);
  return messages.flatMap(({ role }, at) =>
    role === "user" && answer !== -1 && at > answer && at <= messages.length / 2 ? [at] : [],
  );
}

function pickCut(row: Row, random: ReturnType<typeof seededRandom>): number {
  return random.pick(cutsOf(row));
}

function pickPath(random: ReturnType<typeof seededRandom>): readonly Channel[] {
  return random.shuffle(channels.filter((channel) => channel !== "unknown")).slice(0, 2);
}
