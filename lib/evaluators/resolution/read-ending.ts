import type { Evidence, Message } from "@/lib/domain/case/case";
import { satisfies } from "@/lib/cases/words/actions";
import { findWrites, type Write } from "@/lib/cases/closure/find-writes";
import { isRefusal } from "@/lib/cases/words/failure";
import { isWaiting } from "@/lib/cases/words/is-waiting";
import { findRequestedActions } from "@/lib/cases/words/requests";
import { splitSentences } from "@/lib/cases/words/sentences";
import { asksForPerson } from "@/lib/cases/words/transfer";
import { isAcceptance, isDisappointment, isFarewell } from "./polarity";

/** What was said or done at the end of a contact with an AI agent that speaks for or against it. */
export type EndingSign = {
  readonly speaks: "for" | "against";
  /** A clause: "cancel_order succeeded". */
  readonly words: string;
  readonly evidence: Evidence | null;
};

/**
 * Signs of how a contact with an AI agent ended, the strongest first: the last write, the customer's last words, a
 * refusal with its rule. What the agent claims is none.
 */
export function readEnding(messages: readonly Message[]): readonly EndingSign[] {
  const customer = messages.filter(({ speaker, text }) => speaker === "customer" && text !== "");
  const last = customer.at(-1);
  const write = findWrites(messages).at(-1);
  // What was done afterwards was done for a disappointed customer too.
  const isDoneLast = write?.hasSucceeded === true && write.message.ordinal > (last?.ordinal ?? -1);
  const regret =
    last !== undefined && !isDoneLast && isDisappointment(last.text) ? last : undefined;
  const waiting = findWaiting(messages);
  const refused = findRefusal(messages);
  const isContent =
    last !== undefined && waiting === null && regret === undefined && isClosing(last);
  const signs: (EndingSign | null)[] = [
    write === undefined ? null : signOfWrite(write, messages),
    waiting === null ? null : against("the customer's last request stands unanswered", waiting),
    regret === undefined ? null : against("the customer was disappointed or gave up", regret),
    signOfRefusal(refused, write, isContent),
    isContent && isOwedNothing(messages, write, refused)
      ? {
          speaks: "for",
          words: "the customer's last words ask for nothing more",
          evidence: wholeOf(last),
        }
      : null,
  ];
  return signs.filter((each) => each !== null);
}

function signOfWrite(write: Write, messages: readonly Message[]): EndingSign | null {
  const { message, action, hasSucceeded } = write;
  const name = message.tool?.name ?? "the tool";
  if (!hasSucceeded) {
    // An answer without text may only have been stripped.
    return message.tool?.isError === true || message.text.trim() !== ""
      ? against(`${name} failed and never succeeded, whatever the agent said`, message)
      : null;
  }
  const asked = messages
    .filter(({ speaker, ordinal }) => speaker === "customer" && ordinal < message.ordinal)
    .flatMap(({ text }) => findRequestedActions(text));
  return asked.some((request) => satisfies(action, request.action))
    ? {
        speaks: "for",
        words: `${name} succeeded, as the customer had asked`,
        evidence: wholeOf(message),
      }
    : null;
}

/** A refusal that gives its rule is an answer; one that does not, or that is not taken, is none. */
function signOfRefusal(
  refused: Refusal | null,
  write: Write | undefined,
  isContent: boolean,
): EndingSign | null {
  if (refused === null || write?.hasSucceeded === true) return null;
  const { message, rule } = refused;
  if (rule !== null && isContent) {
    return {
      speaks: "for",
      words: "the agent refused with the rule, and the customer left it at that",
      evidence: rule,
    };
  }
  return rule === null ? against("the agent refused without a rule", message) : null;
}

/** An act that was asked for was done or refused; without one, an answer is all that is owed. */
function isOwedNothing(
  messages: readonly Message[],
  write: Write | undefined,
  refused: Refusal | null,
): boolean {
  if (write?.hasSucceeded === true || refused?.rule != null) return true;
  return messages.every(
    ({ speaker, text }) => speaker !== "customer" || findRequestedActions(text).length === 0,
  );
}

type Refusal = { readonly message: Message; readonly rule: Evidence | null };

const rule =
  /\b(polic(?:y|ies)|rules?|terms|only (?:be )?\w+(?:ed|able)? (?:if|when|within|once|for|to)|within \d+ (?:hours?|days?)|eligib\w+|not allowed|not permitted|once (?:it|they|an?|the)|because|since|as (?:it|the|your)|non-?refundable|basic economy|fare|already (?:been )?(?:used|flown|shipped|delivered|processed|cancell?ed))\b/i;

/** The agent's last refusal, and its sentence with the rule it rests on. */
function findRefusal(messages: readonly Message[]): Refusal | null {
  const message = messages.findLast(({ speaker, text }) => speaker === "agent" && isRefusal(text));
  if (message === undefined) return null;
  const stated = splitSentences(message.text).find(({ text }) => rule.test(text));
  const place =
    stated === undefined
      ? null
      : { message: message.ordinal, start: stated.start, end: stated.end };
  return { message, rule: place };
}

const closing =
  /\b(that['’]?s|that is|that['’]ll be|that will be) (all|it|everything)\b|\ball (i need\w*|for (now|today))\b|\b(do not|don['’]?t|won['’]?t) need (anything|any more|more|further)\b|\bnothing (else|more)\b|\bno,? (that|thank|i['’]m (good|fine|all set))\b/i;

/** The customer asks for nothing more: they accept, say goodbye, or say that it is all. */
function isClosing({ text }: Message): boolean {
  return (
    closing.test(text) ||
    splitSentences(text).some((each) => isAcceptance(each.text) || isFarewell(each.text))
  );
}

/**
 * The customer's last message, if it is an unanswered request. A closing remark awaits no answer; a request for a
 * person is met where this contact's traces end.
 */
export function findWaiting(messages: readonly Message[]): Message | null {
  const final = messages.findLast((message) => message.tool === null && message.text !== "");
  if (final?.speaker !== "customer" || !isWaiting(final)) return null;
  return closing.test(final.text) || asksForPerson(final.text) ? null : final;
}

function against(words: string, message: Message): EndingSign {
  return { speaks: "against", words, evidence: wholeOf(message) };
}

function wholeOf({ ordinal, text }: Message): Evidence {
  return { message: ordinal, start: 0, end: text.length };
}
