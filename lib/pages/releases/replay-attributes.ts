import type { DerivedCase } from "@/lib/domain/case/case";
import type { JudgedItem } from "@/lib/domain/gate/judged-cohort";
import type { RunOutcome } from "@/lib/domain/gate/run";
import type { Channel } from "@/lib/domain/trace/channel";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import { channelWords } from "@/lib/format/wording";

/** The replays of an item in a run. */
type ItemReplays = readonly {
  readonly row: { readonly prompts: readonly string[]; readonly outcomes: readonly RunOutcome[] };
  readonly derived: Pick<DerivedCase, "interactions" | "messages" | "handoffs"> | null;
}[];

/** What tells a replayed case from others, by name: its path, stratum, prompts, tools, handoffs and other evaluators. */
export function attributesOf(
  { stratum }: Pick<JudgedItem, "stratum">,
  replays: ItemReplays,
  metric: string,
): ReadonlyMap<string, readonly string[]> {
  const cases = replays.flatMap(({ derived }) => derived ?? []);
  const tools = cases.flatMap(({ messages }) => messages.flatMap(({ tool }) => tool ?? []));
  const failed = replays.flatMap(({ row }) =>
    row.outcomes.flatMap(({ evaluator, score }) =>
      evaluator !== null && evaluator !== metric && score !== null && score < 0.5 ? evaluator : [],
    ),
  );
  return new Map([
    ["case type", stratum === null ? [] : [stratum]],
    ["path", cases.map(pathOf)],
    ["prompt", replays.flatMap(({ row }) => row.prompts)],
    ["tool called", tools.map(({ name }) => name)],
    ["tool failed", tools.filter(({ isError }) => isError).map(({ name }) => name)],
    [
      "handoff",
      cases.flatMap(({ handoffs }) => handoffs.map(({ kind }) => kind.replaceAll("-", " "))),
    ],
    ["low score", failed.map(evaluatorName)],
  ]);
}

function pathOf({ interactions }: Pick<DerivedCase, "interactions">): string {
  return interactions
    .filter(({ isTouchpoint }) => isTouchpoint)
    .map(({ channel }) => channelWords[channel])
    .join(" › ");
}

/** The channel that the customer was on last in an item's first replay; null: on none. */
export function endedOn(replays: ItemReplays): Channel | null {
  const [first] = replays;
  const touched = first?.derived?.interactions.filter(({ isTouchpoint }) => isTouchpoint) ?? [];
  return touched.at(-1)?.channel ?? null;
}
