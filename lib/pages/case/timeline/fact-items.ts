import type { DerivedCase } from "@/lib/domain/case/case";
import {
  countFacts,
  withArticle,
  type HandoffFacts,
  type KnownFact,
} from "@/lib/domain/case/handoff-facts";
import { keysOf } from "@/lib/domain/keys-of";
import { groupBy } from "@/lib/format/group-by";
import { fateWords } from "../facts-sentence";
import { channelWords } from "@/lib/format/wording";
import type { LineMeeting, TimelineFact } from "./timeline-model";
import { factTrack } from "../words/timeline";

/** Worst first; facts that say nothing of a handoff are not drawn. */
const fatesDrawn = keysOf(fateWords).filter((fate) => fateWords[fate].tone !== "none");

type Met = { readonly fact: KnownFact; readonly handoff: number };

/**
 * Facts known before a handoff that came up after it, each once across all handoffs. Promises have a track
 * of their own.
 * @returns worst first, then in message order
 */
export function factItems(
  handoffFacts: readonly HandoffFacts[],
  derived: DerivedCase,
): readonly TimelineFact[] {
  const drawn = handoffFacts.flatMap(({ handoff, facts }): Met[] =>
    facts
      .filter((fact) => fact.kind !== "commitment" && fatesDrawn.includes(fact.after))
      .map((fact) => ({ fact, handoff })),
  );
  const met = groupBy(drawn, ({ fact: { given } }) => `${given.message}:${given.start}`);
  return [...met.values()]
    .map((all) => ({ all, worst: worstOf(all) }))
    .toSorted(
      (a, b) =>
        fatesDrawn.indexOf(a.worst.fact.after) - fatesDrawn.indexOf(b.worst.fact.after) ||
        a.worst.fact.given.message - b.worst.fact.given.message,
    )
    .map(({ all, worst }, at) => factItem(all, worst, at, derived));
}

/**
 * The track's summary, "2 of 3 carried, 1 said again": as at a handoff with promises, each fact once across all
 * handoffs.
 */
export function factsWords(handoffFacts: readonly HandoffFacts[]): string {
  const all = handoffFacts.flatMap(({ facts }) => facts);
  const once = groupBy(all, ({ kind, what, given: { message, start } }) =>
    [message, start, kind, what].join(":"),
  );
  const worst = [...once.values()].flatMap((facts) =>
    fatesDrawn.flatMap((fate) => facts.find(({ after }) => after === fate) ?? []).slice(0, 1),
  );
  const { mattered, carried, saidAgain } = countFacts(worst);
  const words = [
    ...(mattered.length > 0 ? [factTrack.carried(carried, mattered.length)] : []),
    ...(saidAgain.length > 0 ? [factTrack.saidAgain(saidAgain.length)] : []),
  ];
  return words.length > 0 ? words.join(", ") : factTrack.none;
}

function worstOf([first, ...others]: readonly Met[]): Met {
  if (first === undefined) throw new Error("a fact that is told was met at a handoff");
  const rank = ({ fact }: Met) => fatesDrawn.indexOf(fact.after);
  return others.reduce((worst, each) => (rank(each) < rank(worst) ? each : worst), first);
}

function factItem(
  all: readonly Met[],
  { fact, handoff }: Met,
  at: number,
  derived: DerivedCase,
): TimelineFact {
  const source = derived.messages[fact.given.message];
  const channelOf = (contact: number | undefined) =>
    channelWords[derived.interactions[contact ?? -1]?.channel ?? "unknown"];
  const { tone, label } = fateWords[fact.after];
  const by = fact.by === "customer" ? "customer" : "agent";
  const to = channelOf(derived.handoffs[handoff]?.toInteraction);
  return {
    id: `f${at}`,
    handoff: `h${handoff}`,
    contact: source?.interaction ?? 0,
    saidUs: source?.atUs ?? 0,
    dueUs: null,
    settledUs: null,
    tone,
    what: fact.what,
    stateWords: label,
    meetings: all.flatMap((met) => meetingOf(met, derived)),
    name: factTrack.item(channelOf(source?.interaction), by, withArticle(fact.what), to, label),
  };
}

/** Where it came up after a handoff: at its evidence, else at the start of the next contact. */
function meetingOf({ fact, handoff }: Met, derived: DerivedCase): readonly LineMeeting[] {
  const to = derived.interactions[derived.handoffs[handoff]?.toInteraction ?? -1];
  const seen = fact.seen !== null && "message" in fact.seen ? fact.seen.message : -1;
  const atUs = derived.messages[seen]?.atUs ?? to?.startUs;
  const { tone, label } = fateWords[fact.after];
  return atUs === undefined ? [] : [{ atUs, tone, words: label }];
}
