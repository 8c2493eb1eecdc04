import { speakerOf, type DisclosedContact, type KnownFacts } from "./contact";
import { findEvent, type FoundEvent } from "./find-events";
import { inRegion } from "./in-region";
import { localDays } from "./places/local-days";
import type { NotEvaluable } from "./judged";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import {
  ruleConditions,
  unseenEvents,
  type RuleCondition,
} from "@/lib/domain/disclosures/rule-terms";
import { isCall } from "@/lib/domain/trace/channel";

/** Whether a rule applies to a contact. */
export type Applies =
  | { readonly is: "required"; readonly event: Extract<FoundEvent, { is: "found" }> | null }
  | { readonly is: "not_required"; readonly because: string }
  | NotEvaluable;

/** Decides by channel, date, region and trigger, what is certain before what is not known. */
export function appliesTo(rule: DisclosureRule, contact: DisclosedContact): Applies {
  const { channel } = contact.interaction;
  if (channel !== "unknown" && !rule.channels.some((each) => each === channel)) {
    return { is: "not_required", because: "The rule is not for this channel." };
  }
  const checks = [
    inForce(rule, contact),
    inRegion(rule, contact.region),
    ...rule.trigger.conditions.map((condition) =>
      isShown(condition) ? holds[condition](contact) : isStated(condition, contact.facts),
    ),
  ];
  const not = checks.find((check) => check?.is === "not_required");
  if (not !== undefined) return not;
  const event = isTaken(rule, contact.facts) ? null : findTrigger(rule, contact);
  // Words that were removed could have held the event.
  if (event?.is === "absent" && contact.interaction.strippedCount === 0) {
    return { is: "not_required", because: event.because };
  }
  const doubt = checks.find((check) => check?.is === "not_evaluable");
  if (doubt !== undefined) return doubt;
  if (channel === "unknown") {
    return unknown("The contact's channel is not known.");
  }
  if (event === null || event.is === "found") return { is: "required", event };
  return event.is === "absent"
    ? { is: "not_evaluable", because: wordsRemoved, unread: "text" }
    : { is: "not_evaluable", because: event.because, unread: event.unread };
}

function findTrigger({ trigger }: DisclosureRule, contact: DisclosedContact): FoundEvent | null {
  return trigger.event === null ? null : findEvent(trigger.event, contact);
}

/** True if an event that no trace shows is taken to have happened, so that the words can be looked for. */
function isTaken({ trigger, elements }: DisclosureRule, { areAssumed }: KnownFacts): boolean {
  return areAssumed && elements.length > 0 && (trigger.event ?? "") in unseenEvents;
}

type Check = Exclude<Applies, { is: "required" }> | null;

/** By the day where the contact was, which is not known within hours of the rule's first or last one. */
function inForce(
  { effectiveFrom, effectiveTo }: DisclosureRule,
  { startUs, region }: DisclosedContact,
): Check {
  if (effectiveFrom === null && effectiveTo === null) return null;
  if (startUs === null) {
    return unknown("The contact's time is not known.");
  }
  const day = new Date(startUs / 1000).toISOString().slice(0, 10);
  const [earliest, latest] = localDays(startUs, region);
  if (effectiveFrom !== null && latest < effectiveFrom) {
    return {
      is: "not_required",
      because: `The rule is in force from ${effectiveFrom}; the contact was on ${day}.`,
    };
  }
  if (effectiveTo !== null && earliest >= effectiveTo) {
    return {
      is: "not_required",
      because: `The rule was in force until ${effectiveTo}; the contact was on ${day}.`,
    };
  }
  const turn = [effectiveFrom, effectiveTo].find(
    (each) => each !== null && earliest < each && each <= latest,
  );
  return turn === undefined
    ? null
    : unknown(`By the clock of its region the contact was before or after ${String(turn)} began.`);
}

const holds: Readonly<Record<RuleCondition, (contact: DisclosedContact) => Check>> = {
  ai_agent: ({ interaction, messages }) => {
    const said = messages.map(speakerOf);
    if (interaction.agentKinds.includes("ai") || said.includes("ai")) return null;
    return said.includes("agent")
      ? unknown("The traces do not say whether an AI or a person spoke.")
      : { is: "not_required", because: "No AI spoke in this contact." };
  },
  customer_took_part: ({ interaction }) =>
    interaction.isTouchpoint
      ? null
      : { is: "not_required", because: "The customer took no part in this contact." },
  agent_began: ({ interaction, messages, facts }) => {
    const [first] = messages.map(speakerOf).filter((each) => each !== null);
    const { initiator, channel } = interaction;
    if (initiator === "customer" || first === "customer") {
      return interaction.strippedCount > 0
        ? { is: "not_evaluable", because: wordsRemoved, unread: "text" }
        : { is: "not_required", because: "The customer began this contact." };
    }
    // Whoever called, an agent answers first.
    const isKnown = isCall[channel] !== true || initiator === "agent" || facts.areAssumed;
    return isKnown ? null : unknown("The traces do not say who called.");
  },
  later_contact: ({ interaction, facts }) =>
    interaction.ordinal > 0 || facts.areAssumed
      ? null
      : { is: "not_required", because: "This is the case's first contact." },
};

function isShown(condition: string): condition is RuleCondition {
  return ruleConditions.some((each) => each === condition);
}

/** A condition of the form of `statedCondition`. */
function isStated(condition: string, facts: KnownFacts): Check {
  if (facts.areAssumed) return null;
  const [subject = "", value = ""] = condition.split(/[=.]/);
  if (subject === "tenant") return isFact(value, facts);
  if (subject === "risk") {
    if (facts.risk === null) return unknown("The case's risk is not known.");
    if (facts.risk === value) return null;
    return { is: "not_required", because: `The case's risk is ${facts.risk}.` };
  }
  const { intent } = facts;
  if (intent === null) return unknown("The case's intent is not known.");
  const words = intent.toLowerCase().split(/[^a-z0-9]+/);
  return value.split(",").some((each) => words.includes(each))
    ? null
    : { is: "not_required", because: `The case's intent is ${intent}.` };
}

function isFact(name: string, { workspace }: KnownFacts): Check {
  const isTrue = Object.hasOwn(workspace, name) ? workspace[name] : undefined;
  const words = name.replaceAll("_", " ");
  if (isTrue === undefined) {
    return unknown(`Settings do not state whether this applies to the workspace: ${words}.`);
  }
  return isTrue
    ? null
    : { is: "not_required", because: `Settings state that this does not apply: ${words}.` };
}

const wordsRemoved = "Words of this contact were removed before they reached us.";

function unknown(because: string): NotEvaluable {
  return { is: "not_evaluable", because, unread: "fact" };
}
