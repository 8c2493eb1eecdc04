import type { Message, Quote } from "@/lib/domain/case/case";
import { findActs, findFailedActs, type Act } from "@/lib/cases/closure/find-acts";
import { findWrites } from "@/lib/cases/closure/find-writes";
import { namesAnotherValue } from "@/lib/cases/closure/names-another-value";
import { satisfies } from "@/lib/cases/words/actions";
import { asksTheCustomer } from "@/lib/cases/words/asks-the-customer";
import { parseObject } from "@/lib/cases/words/failure";
import { findAsking, findClosing, findLeft } from "@/lib/cases/words/last-words";
import { findRequestedActions } from "@/lib/cases/words/requests";
import type { Sentence } from "@/lib/cases/words/sentences";
import { asksForPerson } from "@/lib/cases/words/transfer";
import { findOpenHandover, type OpenHandover } from "./find-open-handover";
import { findFailedPart, findRefusedBefore, findRefusedBeside } from "./find-open-parts";
import { findRefusal, type Refusal } from "./find-refusal";
import { findRefusedRequest } from "./find-refused-request";
import { findRegret } from "./find-regret";
import { findWiderAct } from "./find-wider-act";

/** What was said or done at the end of a contact with an AI agent that speaks for or against it. */
export type EndingSign = {
  readonly speaks: "for" | "against";
  /** It outweighs signs on the other side. */
  readonly isDecisive: boolean;
  /** A clause: "cancel_order succeeded". */
  readonly words: string;
  readonly evidence: readonly Quote[];
};

/** What the signs are read from. */
type Ending = {
  readonly messages: readonly Message[];
  /** The customer's last message. */
  readonly last: Message | undefined;
  /** The last call that writes, if it succeeded and its result is what it called for. */
  readonly done: Act | undefined;
  /** Whether the last call that writes succeeded, whatever its result names, or its answer did not reach us. */
  readonly mayBeDone: boolean;
  /** The sentence with which the last message still asks, if nothing was done about it afterwards. */
  readonly asking: Quote | null;
  /** The sentence with which the last message closes. */
  readonly closing: Quote | null;
  /** The agent's last refusal, if the customer asked for nothing else after it. */
  readonly refusal: Refusal | null;
};

/**
 * Signs of how a contact with an AI agent ended: the last write, what the customer's last words ask or close, and what
 * the agent could not do. What the agent claims is none.
 */
export function readEnding(messages: readonly Message[]): readonly EndingSign[] {
  const ending = read(messages);
  const signs = [
    signOfWrite(ending),
    signOfOpenPart(ending),
    signOfRequest(ending),
    signOfRegret(ending),
    signOfLeaving(ending),
    signOfRefusal(ending),
    signOfClosing(ending),
  ];
  return signs.filter((each) => each !== null);
}

function read(messages: readonly Message[]): Ending {
  const last = messages.findLast(({ speaker, text }) => speaker === "customer" && text !== "");
  const write = findWrites(messages).at(-1);
  const act = findActs(messages).findLast(({ message }) => message === write?.message);
  const isDone = act?.outcome === "done" && !contradictsCall(act.message);
  const done = isDone ? act : undefined;
  const mayBeDone = act?.outcome === "done" || act?.outcome === "unknown";
  const isDoneLast = done !== undefined && done.message.ordinal > (last?.ordinal ?? -1);
  const answer = messages.findLast(({ speaker, text }) => speaker === "agent" && text !== "");
  const isAskedBack =
    answer !== undefined && answer.ordinal > (last?.ordinal ?? -1) && asksTheCustomer(answer.text);
  const refusal = findRefusal(messages);
  return {
    messages,
    last,
    done,
    mayBeDone,
    asking: last === undefined || isDoneLast ? null : placeOf(last, findAsking(last.text)),
    closing: last === undefined || isAskedBack ? null : placeOf(last, findClosing(last.text)),
    refusal,
  };
}

function signOfWrite({ messages, last, done }: Ending): EndingSign | null {
  const acts = findActs(messages);
  const write = findWrites(messages).at(-1);
  const failed = findFailedActs(acts).find(({ message }) => message === write?.message);
  if (failed !== undefined) {
    return against(`the last call of ${nameOf(failed)} failed, and nothing later did the same`, [
      wholeOf(failed.message),
    ]);
  }
  if (done === undefined || isFollowedByUnnamedFailure(acts, done)) return null;
  const asked = messages
    .filter(({ speaker, ordinal }) => speaker === "customer" && ordinal < done.message.ordinal)
    .flatMap(({ text }) => findRequestedActions(text));
  const isAsAsked = asked.some(
    ({ action }) => done.action !== null && satisfies(done.action, action),
  );
  const isToldTo =
    last !== undefined && last.ordinal < done.message.ordinal && findAsking(last.text) !== null;
  if (!isAsAsked && !isToldTo) return null;
  if (namesAnotherValue(done.message, messages)) {
    return inFavour(`${nameOf(done)} succeeded`, [wholeOf(done.message)]);
  }
  return inFavour(
    isAsAsked
      ? `${nameOf(done)} succeeded, as the customer had asked`
      : `${nameOf(done)} succeeded after the customer's last request`,
    [wholeOf(done.message)],
  );
}

/** A part of what the customer wanted failed for good or was refused, though the last act succeeded. */
function signOfOpenPart(ending: Ending): EndingSign | null {
  const { messages, done } = ending;
  if (done === undefined) return null;
  const acts = findActs(messages);
  const failed = findFailedPart(messages, acts);
  if (failed !== null) {
    return against(
      `an earlier call of ${nameOf(failed)} failed, and nothing later did the same`,
      [wholeOf(failed.message)],
      false,
    );
  }
  if (signOfWrite(ending)?.speaks !== "for") return null;
  const wider = findWiderAct(messages, acts);
  if (wider !== null) {
    return against(
      `the customer had named a part of what ${nameOf(wider.act)} was done to`,
      [wider.request, wholeOf(wider.act.message)],
      false,
    );
  }
  const before = findRefusedBefore(messages, done, acts);
  if (before !== null) return against("what was asked before that was refused", [before], false);
  const beside = findRefusedBeside(messages, done);
  if (beside !== null) {
    return against("a part was not possible, and the agent asked how to go on", [beside], false);
  }
  return signOfHandover(messages);
}

const handoverWords: Readonly<Record<OpenHandover["by"], string>> = {
  question: "it ends with the agent's question whether to pass the customer on",
  announcement: "the agent said last that they pass the customer on, and no handover is recorded",
  customer: "the customer asked last for a person and was not passed on",
};

function signOfHandover(messages: readonly Message[]): EndingSign | null {
  const open = findOpenHandover(messages);
  if (open === null) return null;
  return against(handoverWords[open.by], [open.place], false);
}

/** A value of a choice ("basic_economy"): words alone. */
const choice = /^[a-z][a-z _-]{0,39}$/i;

/** The result names another value for a choice that the call made, other than in an inflection ("cancel"). */
function contradictsCall({ tool, text }: Message): boolean {
  const result = parseObject(text.trim());
  const called = parseObject(tool?.args.trim() ?? "");
  if (result === null || called === null) return false;
  return [...called].some(([name, value]) => {
    const told = result.get(name);
    if (typeof value !== "string" || typeof told !== "string") return false;
    if (!choice.test(value) || !choice.test(told)) return false;
    return !plainOf(told).startsWith(plainOf(value));
  });
}

function plainOf(value: string): string {
  return value.toLowerCase().replace(/[^a-z]/g, "");
}

/** A call without a name failed next: of calls made at once, which result belongs to which is not known. */
function isFollowedByUnnamedFailure(acts: readonly Act[], { message }: Act): boolean {
  return acts.some(
    (act) =>
      nameOf(act).trim() === "" &&
      act.outcome === "failed" &&
      act.message.ordinal > message.ordinal,
  );
}

/**
 * What the customer asked for last and nobody did: it was not answered, or it was refused. Where something was done, it
 * is decisive only if the customer objects to that, and a question on the side is none.
 */
function signOfRequest(ending: Ending): EndingSign | null {
  const { messages, last, asking, mayBeDone, refusal } = ending;
  const waiting = findWaiting(messages);
  if (waiting !== null) {
    return against("the customer's last request stands unanswered", [waiting], !mayBeDone);
  }
  if (last === undefined || asking === null || refusal === null) return null;
  const isObjection = objection.test(last.text);
  if (mayBeDone && !isObjection && (!refusal.isAnswer || aside.test(last.text))) return null;
  return against(
    "the customer still asked, and the agent answered that it is not possible",
    [findRefusedRequest(messages, refusal) ?? asking, refusal.place],
    isObjection || !mayBeDone,
  );
}

/** The customer objects to what was done, or insists on more. */
const objection =
  /\b(?:insist|i (?:only|just) wanted|i (?:had )?(?:wanted|asked for)\b[^.?!]{0,80}\bnot\b|wait,|still (?:insist|want|expect|believe|think|feel)|not (?:what i|fair|acceptable|happy|satisfied)|unacceptable|ridiculous|exception|reconsider|i (?:really )?(?:don['’]t|do not) (?:understand why|want))/i;
/** A question beside what the customer came for. */
const aside =
  /\b(?:one (?:more|last|other) (?:question|thing)|another question|just in case|by the way|(?:just )?(?:curious|wondering)|before (?:we wrap|i go))\b/i;

/** What was done afterwards was done for a disappointed customer too. */
function signOfRegret({ last, done }: Ending): EndingSign | null {
  if (last === undefined || (done !== undefined && done.message.ordinal > last.ordinal))
    return null;
  const regret = placeOf(last, findRegret(last.text));
  return regret === null ? null : against("the customer was disappointed or gave up", [regret]);
}

function signOfLeaving({ messages, mayBeDone }: Ending): EndingSign | null {
  const left = mayBeDone ? null : findLeft(messages);
  const leaving = left === null ? null : placeOf(left.message, left.sentence);
  return leaving === null ? null : against("the customer left it open for later", [leaving]);
}

/** A refusal that gives its rule is an answer where the customer takes it. */
function signOfRefusal({ refusal, closing, asking, mayBeDone }: Ending): EndingSign | null {
  if (refusal === null || asking !== null || mayBeDone) return null;
  if (refusal.rule === null) {
    return against("the agent could not do what was asked", [refusal.place]);
  }
  return closing === null
    ? null
    : inFavour("the agent refused with the rule, and the customer left it at that", [refusal.rule]);
}

/** An act that was asked for was done or refused; without one, an answer is all that is owed. */
function signOfClosing({ messages, closing, done, refusal }: Ending): EndingSign | null {
  if (closing === null) return null;
  const isOwedNothing =
    done !== undefined ||
    (refusal !== null && refusal.rule !== null) ||
    messages.every(
      ({ speaker, text }) => speaker !== "customer" || findRequestedActions(text).length === 0,
    );
  return isOwedNothing
    ? inFavour("the customer's last words ask for nothing more", [closing])
    : null;
}

/**
 * Where the customer's last message asks for something that nobody answered, or null. A request for a person is met
 * where this contact's traces end.
 */
export function findWaiting(messages: readonly Message[]): Quote | null {
  const final = messages.findLast((message) => message.tool === null && message.text !== "");
  if (final?.speaker !== "customer" || asksForPerson(final.text)) return null;
  return placeOf(final, findAsking(final.text));
}

function placeOf(message: Message, sentence: Sentence | null): Quote | null {
  if (sentence === null) return null;
  return { message: message.ordinal, start: sentence.start, end: sentence.end };
}

function against(words: string, evidence: readonly Quote[], isDecisive = true): EndingSign {
  return { speaks: "against", words, evidence, isDecisive };
}

function inFavour(words: string, evidence: readonly Quote[]): EndingSign {
  return { speaks: "for", words, evidence, isDecisive: false };
}

function nameOf({ message }: Act): string {
  return message.tool?.name ?? "the tool";
}

function wholeOf({ ordinal, text }: Message): Quote {
  return { message: ordinal, start: 0, end: text.length };
}
