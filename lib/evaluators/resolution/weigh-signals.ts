import type { Evidence, Verdict } from "@/lib/domain/case";
import type { Ending, Signals } from "./read-signals";

/**
 * Weights set by hand, in log-odds, from what keeps its sign across domains: effort, complexity,
 * unrecovered tool errors and unfounded figures each weakly; how a human agent's contact ends more
 * strongly. "Done" and thanks from an AI agent's contact carry no weight: they occur as often in
 * failures.
 */
const weights = {
  start: 0.45,
  perDoublingOfMessages: -0.5,
  perDoublingOfWords: -0.1,
  perComplexAsk: -0.08,
  unrecovered: -0.4,
  unfounded: -0.3,
} as const;

const usual = { customerMessages: 5, agentWords: 250 } as const;

const endings: Readonly<
  Record<Ending["kind"], { readonly human: number; readonly other: number }>
> = {
  done: { human: 1, other: 0 },
  refused: { human: -1.2, other: -0.2 },
  asked: { human: -0.6, other: -0.3 },
  unanswered: { human: -1.2, other: -0.8 },
  neutral: { human: 0, other: 0 },
};

const lowest = 0.1;
const highest = 0.85;
const mostComplexAsks = 6;

type Reason = {
  readonly weight: number;
  readonly because: string;
  readonly evidence: Evidence | null;
};

/**
 * Turns signals into a probability that the contact was resolved, with the reasons that moved it
 * most; where none moved it, the answer is that one does not know.
 */
export function weighSignals(signals: Signals): Verdict {
  const reasons = listReasons(signals);
  const logOdds = reasons.reduce<number>((sum, reason) => sum + reason.weight, weights.start);
  const value = clamp(1 / (1 + Math.exp(-logOdds)), lowest, highest);
  const telling = reasons
    .filter((reason) => Math.abs(reason.weight) >= 0.15)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 3);
  if (telling.length === 0) {
    return {
      status: "not-scorable",
      because: "Nothing in the contact speaks clearly for or against it.",
    };
  }
  const evidence = telling.map((reason) => reason.evidence).filter((each) => each !== null);
  return {
    status: "scored",
    value: Math.round(value * 1000) / 1000,
    because: sentenceOf(telling),
    evidence: evidence.length > 0 ? evidence : fallback(signals),
  };
}

function listReasons(signals: Signals): readonly Reason[] {
  const { ending, isHuman, unrecovered } = signals;
  const messages = doublings(signals.customerMessages, usual.customerMessages);
  const words = doublings(signals.agentWords, usual.agentWords);
  const effort = weights.perDoublingOfMessages * messages + weights.perDoublingOfWords * words;
  const complexity = weights.perComplexAsk * Math.min(signals.complexity, mostComplexAsks);
  return [
    { weight: effort, because: effortWords(signals, effort), evidence: null },
    { weight: complexity, because: "the request had several parts or conditions", evidence: null },
    {
      weight: weights.unfounded * signals.unfoundedRatio,
      because: "the agent named figures that no tool returned",
      evidence: null,
    },
    ...(unrecovered === null
      ? []
      : [
          {
            weight: weights.unrecovered,
            because: "a tool failed and never succeeded",
            evidence: unrecovered,
          },
        ]),
    {
      weight: isHuman ? endings[ending.kind].human : endings[ending.kind].other,
      because: endingWords[ending.kind],
      evidence: ending.evidence,
    },
  ];
}

const endingWords: Readonly<Record<Ending["kind"], string>> = {
  done: "the agent's last words say that it is done",
  refused: "the agent's last words refuse",
  asked: "the agent's last question stands unanswered",
  unanswered: "the customer's last request stands unanswered",
  neutral: "the end says neither yes nor no",
};

function effortWords({ customerMessages }: Signals, effort: number): string {
  const said = `${String(customerMessages)} ${customerMessages === 1 ? "message" : "messages"}`;
  return `it took ${effort < 0 ? "" : "only "}${said} from the customer`;
}

/** What speaks for the contact's being resolved, then what speaks against it. */
function sentenceOf(reasons: readonly Reason[]): string {
  const tell = (lead: string, sign: 1 | -1) => {
    const words = reasons.filter(({ weight }) => Math.sign(weight) === sign);
    return words.length === 0 ? [] : [`${lead} ${words.map(({ because }) => because).join("; ")}.`];
  };
  return [...tell("For it:", 1), ...tell("Against it:", -1)].join(" ");
}

function fallback(signals: Signals): readonly Evidence[] {
  return signals.ending.evidence === null ? [] : [signals.ending.evidence];
}

/** How many times over the usual, as a power of two, from half to four times. */
function doublings(count: number, usualCount: number): number {
  return clamp(Math.log2(Math.max(count, 1) / usualCount), -1, 2);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
