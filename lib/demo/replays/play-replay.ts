import { minuteUs } from "../calendar";
import { makeFacts, type CaseFacts } from "../facts";
import type { Contact, Customer, DemoAgent, DemoCase } from "../model";
import { playContact, type Scene } from "../scene";
import type { Talk } from "../talk";
import { doneLines } from "../text/outcomes";
import { openingsFor } from "../text/openings";
import {
  asksForPromised,
  asksToFinish,
  deniesAgain,
  deniesPromise,
  givesUp,
  insistsOnPromise,
  knowsPromise,
  leavesToNext,
  needsNoMore,
  promisesRefund,
} from "../text/replay-lines";
import { toolFailed } from "../text/setbacks";
import { failed, writeCall } from "../tools";
import { createWorld } from "../world";
import type { CohortCase } from "./plan-cohort";

/** The release that is replayed. */
export type ReplayedRelease = {
  readonly release: string;
  readonly promptVersion: string;
  /** Whether it is the candidate of the comparison. */
  readonly isCandidate: boolean;
};

const pauseUs = 20 * minuteUs;

/**
 * Replays an item on a release: short contacts, in which the customer says the same on every release as long as the
 * agent does.
 */
export function playReplay(
  item: CohortCase,
  seed: number,
  { release, promptVersion, isCandidate }: ReplayedRelease,
  startUs: number,
): DemoCase {
  const world = createWorld(seed, startUs);
  const chance = world.chanceFor(item.id);
  const customer = world.newCustomer();
  const { caseType, intent, channels } = item;
  const about = makeFacts(chance, { customer, caseType, intent, openedUs: startUs });
  const agent = {
    kind: "ai",
    ...{ model: "gpt-4.1-mini", promptName: "support-core", promptVersion, release },
  } as const satisfies DemoAgent;
  const contacts: Contact[] = [];
  for (const [index, channel] of channels.entries()) {
    const earlier = contacts.at(-1) ?? null;
    const scene: Scene = {
      ...{ used: world.used, caseType, intent, about, channel, agent, earlier },
      chance: chance.fork(`contact-${String(index)}`),
      startUs: earlier === null ? startUs : earlier.endUs + pauseUs,
      interactionId: `${item.id}-${String(index + 1)}`,
    };
    const isLast = index === channels.length - 1;
    contacts.push(
      playContact(scene, (talk) => {
        if (isLast) endReplay(talk, item, about, { isFirst: index === 0, isCandidate });
        else beginReplay(talk, item);
        return {};
      }),
    );
  }
  return replayedCase(item, customer, contacts);
}

function replayedCase(
  { id, caseType, intent }: CohortCase,
  customer: Customer,
  contacts: readonly Contact[],
): DemoCase {
  return {
    ...{ caseId: id, stories: [], customer, caseType, intent, risk: "low" },
    ...{ contacts, caseEvents: [], slaDueUs: null, record: null },
  };
}

function beginReplay(talk: Talk, { intent, isPromised }: CohortCase): void {
  talk.customer(openingsFor(intent));
  talk.agent(isPromised ? promisesRefund : leavesToNext);
}

function endReplay(
  talk: Talk,
  { intent, isPromised, fate }: CohortCase,
  about: CaseFacts,
  { isFirst, isCandidate }: { readonly isFirst: boolean; readonly isCandidate: boolean },
): void {
  talk.customer(isPromised ? asksForPromised : isFirst ? openingsFor(intent) : asksToFinish);
  if (fate === "regressed" && isCandidate) {
    talk.agent(deniesPromise);
    talk.customer(insistsOnPromise);
    talk.agent(deniesAgain);
    talk.customer(givesUp);
    return;
  }
  if (fate === "unresolved" || (fate === "fixed" && !isCandidate)) {
    talk.tool(failed(writeCall(intent, about), "upstream billing service timed out"));
    talk.agent(toolFailed);
    return;
  }
  if (isPromised) talk.agent(knowsPromise);
  talk.tool(writeCall(intent, about));
  const done = doneLines[intent];
  if (done === undefined) throw new Error(`There are no words for ${intent}.`);
  talk.agent(done);
  talk.customer(needsNoMore);
}
