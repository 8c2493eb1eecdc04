import { z } from "zod";
import { isServedByHuman } from "@/lib/evaluators/resolution/conversation-resolution";
import { readEffort } from "@/lib/evaluators/resolution/read-effort";
import { readOutcome } from "@/lib/evaluators/resolution/read-outcome";
import type { FittedReading, ResolutionModel } from "@/lib/evaluators/resolution/resolution-model";
import {
  effortKeys,
  outcomeKeys,
  type OutcomeKey,
  type Sign,
} from "@/lib/evaluators/resolution/sign";
import { fitNonNegative } from "@/lib/learning/fit-non-negative";
import { caseOfRow } from "@/lib/scoring/case-of-row";
import { conversationResolutionScorer } from "@/lib/scoring/score-conversation-resolution";
import { bandsOf, binaryMeasure } from "../binary-measure";
import type { DataRow } from "../data-sets";
import { defineRecipe } from "./recipe";

const starLabel = z.object({ goal_done: z.union([z.boolean(), z.number()]).nullish() });

/** 1 if the customer said that the goal was reached. */
function goalDone(row: DataRow): number | null {
  const { goal_done } = starLabel.parse(row.label);
  return goal_done === null || goal_done === undefined ? null : Number(goal_done);
}

/** 1 if the final state and the agent's statements are right. */
function isRight({ label }: DataRow): number | null {
  return typeof label === "number" ? label : null;
}

type Example<Key extends string> = {
  readonly values: Readonly<Record<Key, number>>;
  readonly label: number;
  readonly group: string;
};

/** Weight of each class in rows, which puts the threshold at 0.5. */
const rowsOfClass = 200;
const leastRidge = 1e-3;

/** Baselines of a contact with an AI agent, set manually: a fitted mean would depend on the domain. */
const usualOfAi = effortKeys.map(
  (key) =>
    ({
      messages: -Math.log(25),
      failures: 0,
      unrecovered: 0,
      amounts: -Math.log(5),
      lists: -2,
      writes: -1,
      calculations: 0,
      disappointment: 0,
      unanswered: 0,
    })[key],
);

/** Simulated customers hardly ever leave waiting or disappointed; real ones do, and then it was not resolved. */
const leastOfAi = effortKeys.map((key) =>
  key === "disappointment" || key === "unanswered" ? 0.6 : 0,
);

function fitResolution(rows: readonly DataRow[]): ResolutionModel {
  const read = rows.flatMap((row) => {
    const label = row.dataSet === "resolution.tau" ? isRight(row) : goalDone(row);
    return label === null ? [] : [{ messages: caseOfRow(row).messages, label, group: row.domain }];
  });
  const ai = read.filter(({ messages }) => !isServedByHuman(messages));
  const human = read.filter(({ messages }) => isServedByHuman(messages));
  return {
    // Values are centred per domain, so that difficult domains do not pass for difficult contacts.
    ai: fitReading(
      effortKeys,
      ai.map(({ messages, ...rest }) => ({ ...rest, values: readEffort(messages) })),
      { groupOf: (example) => example.group, usual: usualOfAi, least: leastOfAi, ridge: 3000 },
    ),
    human: fitReading(
      outcomeKeys,
      human.map(({ messages, ...rest }) => ({ ...rest, values: valuesOf(readOutcome(messages)) })),
      { groupOf: () => "", usual: null, least: [], ridge: 100 },
    ),
  };
}

function valuesOf(signs: Readonly<Record<OutcomeKey, Sign>>): Record<OutcomeKey, number> {
  const values = outcomeKeys.map((key) => [key, signs[key].value]);
  return Object.fromEntries(values) as Record<OutcomeKey, number>;
}

function fitReading<Key extends string>(
  keys: readonly Key[],
  examples: readonly Example<Key>[],
  options: {
    readonly groupOf: (example: Example<Key>) => string;
    readonly usual: readonly number[] | null;
    /** Lower bounds of the fitted weights, set manually. */
    readonly least: readonly number[];
    readonly ridge: number;
  },
): FittedReading {
  const { groupOf } = options;
  const usualOf = (own: readonly Example<Key>[]) =>
    keys.map((key) => meanOf(own.map(({ values }) => values[key])));
  const usual = options.usual ?? usualOf(examples);
  const groups = [...new Set(examples.map(groupOf))];
  const centred = groups.flatMap((group) => {
    const own = examples.filter((each) => groupOf(each) === group);
    const centre = usualOf(own);
    const counts = [0, 1].map((label) => own.filter((each) => each.label === label).length);
    return own.map(({ values, label }) => ({
      numbers: keys.map((key, at) => values[key] - (centre[at] ?? 0)),
      label,
      weight: rowsOfClass / (groups.length * Math.max(1, counts[label] ?? 0)),
    }));
  });
  const scale = keys.map(
    (_, at) => Math.sqrt(meanOf(centred.map(({ numbers }) => (numbers[at] ?? 0) ** 2))) || 1,
  );
  const scaled = centred.map(({ numbers, ...rest }) => ({
    ...rest,
    numbers: numbers.map((value, at) => value / (scale[at] ?? 1)),
  }));
  const { weights } = fitNonNegative(scaled, options.ridge);
  // A strong ridge penalty fits the relative weights; their scale is fitted afterwards.
  const sums = scaled.map(({ numbers, ...rest }) => ({
    ...rest,
    numbers: [numbers.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)],
  }));
  const { weights: slopes, intercept } = fitNonNegative(sums, leastRidge);
  const slope = slopes[0] ?? 1;
  return {
    weights: Array.from(weights, (weight, at) =>
      rounded(Math.max(options.least[at] ?? 0, (slope * weight) / (scale[at] ?? 1))),
    ),
    usual: usual.map(rounded),
    intercept: options.usual === null ? rounded(intercept) : 0,
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

const verdicts = bandsOf("conversation_resolution");
const ofAi = { path: "contacts with AI agents", verdicts, hasHints: true } as const;

export const conversationResolutionRecipe = defineRecipe({
  evaluator: "conversation_resolution",
  about: {
    task: "Whether what the customer came for was achieved by the end of a contact.",
    data: "tau-bench and tau2-bench (MIT), STAR (MIT).",
    method:
      "AI agents: what was said or done at the end decides (the last write, the customer's last words, a refusal with its rule), never that the agent says so; effort (messages, failed tools, amounts of money, several acts), with weights that are never negative, says how sure that is, and without such a sign there is a hint and no verdict. A contact that was passed on is not scored. Human agents: what their last words and the last tool say of the outcome, the share of refusals, how the customer took it. Both classes count alike, so that 0.5 is where one decides.",
    weaknesses:
      "Most failures of AI agents show only in the policy or the database: no reader of the conversation sees them, and the figures are low. A request for information that nobody is seen to accept is not scored.",
  },
  measures: [
    binaryMeasure({
      dataSet: "resolution.tau",
      label: "the final state and what was said are right, each domain left out in its turn",
      ...ofAi,
      truthOf: isRight,
      groupOf: ({ domain }) => domain,
      bars: { AUC: { must: 0.65, goal: 0.75 } },
    }),
    binaryMeasure({
      dataSet: "resolution.tau",
      label: "the same, each agent model left out in its turn",
      ...ofAi,
      truthOf: isRight,
      groupOf: ({ meta }) => String(meta["agent_model"]),
      bars: {},
    }),
    binaryMeasure({
      dataSet: "satisfaction.star",
      label: "the customer's goal was reached",
      path: "contacts with people",
      verdicts,
      truthOf: goalDone,
      groupOf: ({ domain }) => domain,
      bars: { AUC: { must: 0.76, goal: 0.85 }, balancedAccuracy: { must: 0.75, goal: null } },
    }),
  ],
  weights: {
    file: "lib/evaluators/resolution/weights.gen.json",
    learnsFrom: ["resolution.tau", "satisfaction.star"],
    fit: fitResolution,
  },
  scorer: conversationResolutionScorer,
});
