import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { Row } from "@/lib/scoring/row";
import { seededRandom } from "@/lib/testing/seeded-random";

/** One conversation of the data set as a replay of an item. */
export type ReplayedRow = {
  readonly row: Row;
  /** Of which release it is the replay; "labelled": of none, it measures the evaluator. */
  readonly release: "v14" | "v15" | "labelled";
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
};

/** Who serves as the release before, and who as the release to judge; each conversation is in one pair. */
const pairs: readonly (readonly [before: string, after: string])[] = [
  ["gpt-4o-2024-11-20", "toolorchestra-gpt-5"],
  ["gpt-4.1", "ft-gpt-4.1"],
  ["gpt-oss-120b", "claude-opus-4-6-button"],
  ["ironshell-gpt-5.4", "ironshell-opus46"],
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
  return { replays, labelled };
}

type Pair = { readonly both: readonly [before: Row, after: Row] };

function pairUp(rows: readonly Row[], before: string, after: string): readonly Pair[] {
  const later = new Map(
    rows.filter(({ meta }) => meta["agent_model"] === after).map((row) => [taskOf(row), row]),
  );
  return rows
    .filter(({ meta }) => meta["agent_model"] === before)
    .flatMap((row) => {
      const other = later.get(taskOf(row));
      return other === undefined ? [] : [{ both: [row, other] as const }];
    });
}

function taskOf({ source, domain, meta }: Row): string {
  const benchmark = source === "tau2-bench" ? "" : `${source}-`;
  return `${benchmark}${domain}-${String(meta["task_id"])}`;
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
