import type { Risk } from "@/lib/domain/trace/identity";
import { aiAgent } from "./ai-agents";
import { atBusyHour, hourUs, minuteUs } from "./calendar";
import { entriesOf, type Chance } from "./chance";
import { closeCase, type Closing } from "./close-case";
import { makeFacts, type CaseFacts } from "./facts";
import type {
  DemoCaseEvent,
  CaseType,
  Contact,
  Customer,
  DemoAgent,
  DemoCase,
  DemoChannel,
} from "./model";
import { humanAgent } from "./people";
import type { Ending } from "./endings";
import { playUsual } from "./play-usual";
import { playContact, type Aftermath, type Scene } from "./scene";
import type { StoryName } from "./story-names";
import type { Talk } from "./talk";
import type { Facts } from "./text/grammar";
import type { World } from "./world";

/** A planned contact. */
export type Visit = {
  readonly channel: DemoChannel;
  readonly by: "ai" | "north" | "others";
  /** A usual contact with this ending, or a story's own. */
  readonly play: Ending | ((talk: Talk, scene: Scene) => Aftermath);
  /** Time since the previous contact; none for the first. */
  readonly afterUs?: number;
  readonly line?: "main" | "outage";
  readonly variant?: string;
  readonly isStripped?: boolean;
  /** Template facts of this contact, besides the case's. */
  readonly extraFacts?: Facts;
};

export type CasePlan = {
  readonly stories: readonly StoryName[];
  readonly caseType: CaseType;
  readonly intent: string;
  readonly risk?: Risk;
  readonly customer?: Customer;
  /** Set if another case has the same subject. */
  readonly about?: CaseFacts;
  readonly openedUs: number;
  readonly visits: readonly Visit[];
  readonly closing: Closing;
  /** Time from the last contact to the closing; none: minutes to hours, by chance. */
  readonly closedAfterUs?: number;
  readonly slaDueUs?: number;
  readonly caseEvents?: (contacts: readonly Contact[]) => readonly DemoCaseEvent[];
};

/**
 * Generates a case from a plan. Contacts, events and closings after the world's end are left out.
 * @param key identifies the case until cases are numbered
 */
export function buildCase(world: World, key: string, plan: CasePlan): DemoCase {
  const chance = world.chanceFor(key);
  const customer = plan.customer ?? world.newCustomer();
  const about = plan.about ?? makeFacts(chance, { ...plan, customer });
  const contacts = playVisits(world, chance, plan, about);
  const closed = closeCase(chance, { plan, contacts, endUs: world.endUs });
  const own = (plan.caseEvents?.(contacts) ?? []).filter((event) => event.atUs <= world.endUs);
  return {
    caseId: key,
    stories: plan.stories,
    customer,
    caseType: plan.caseType,
    intent: plan.intent,
    risk: plan.risk ?? chance.weigh(risks),
    contacts,
    caseEvents: [...own, ...closed.caseEvents],
    slaDueUs: plan.slaDueUs ?? null,
    record: closed.record,
  };
}

const risks = entriesOf<Risk>({ low: 6, medium: 3, high: 1 });

function playVisits(
  world: World,
  chance: Chance,
  plan: CasePlan,
  about: CaseFacts,
): readonly Contact[] {
  const contacts: Contact[] = [];
  for (const visit of plan.visits) {
    const earlier = contacts.at(-1) ?? null;
    const startUs = earlier === null ? plan.openedUs : nextStart(chance, earlier.endUs, visit);
    const scene: Scene = {
      chance,
      used: world.used,
      caseType: plan.caseType,
      intent: plan.intent,
      about: { ...about, facts: { ...about.facts, ...visit.extraFacts } },
      channel: visit.channel,
      agent: agentFor(chance, visit, startUs, world.endUs),
      startUs,
      earlier,
      interactionId: `${idPrefixes[visit.channel]}${chance.hex(10)}`,
      line: visit.line ?? "main",
      isStripped: visit.isStripped ?? false,
    };
    const { play } = visit;
    const contact = playContact(scene, (talk) =>
      typeof play === "string" ? playUsual(talk, scene, play) : play(talk, scene),
    );
    if (contact.endUs > world.endUs) break;
    contacts.push(contact);
  }
  return contacts;
}

const idPrefixes: Readonly<Record<DemoChannel, string>> = {
  voice: "call-",
  chat: "chat_",
  email: "thread-",
  sms: "sms-",
  social: "dm-",
  in_app: "app-",
};

/** After a longer pause customers return at their usual hours. */
function nextStart(chance: Chance, lastUs: number, visit: Visit): number {
  const at = lastUs + (visit.afterUs ?? 26 * hourUs);
  if (at - lastUs < 10 * hourUs) return at;
  return Math.max(lastUs + 20 * minuteUs, atBusyHour(chance, at));
}

function agentFor(chance: Chance, visit: Visit, atUs: number, endUs: number): DemoAgent {
  const { channel, by, line = "main", variant } = visit;
  if (by !== "ai") return humanAgent(chance, by);
  return aiAgent({ channel, line, atUs, endUs, ...(variant !== undefined && { variant }) });
}
