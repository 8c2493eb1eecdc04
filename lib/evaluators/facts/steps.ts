import type { Message, Quote } from "@/lib/domain/case/case";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";

/** A self-help step that support asks for and customers report; from general service knowledge. */
export type Step = {
  readonly name: string;
  /** In plain words, to follow "tried:". */
  readonly words: string;
  readonly pattern: RegExp;
};

const steps: readonly Step[] = [
  {
    name: "factory-reset",
    words: "a factory reset",
    pattern:
      /\bfactory[- ](reset\w*|settings)\b|\breset\w* (it |the \w+ |everything )?to (its )?(factory|default)/i,
  },
  {
    name: "restart",
    words: "restarting it",
    pattern:
      /\b(re-?start(ed|ing)?|re-?boot(ed|ing)?|power[- ]?cycl\w+|unplug(ged|ging)?|plug(ged)? (it|the \w+) out|(switch|turn)(ed|ing)? ((it|the \w+|everything|my \w+) )?off( and on)?)\b/i,
  },
  {
    name: "reinstall",
    words: "reinstalling it",
    pattern:
      /\b(re-?install(ed|ing)?|uninstall(ed|ing)?|delet(e|ed|ing) (and|the) (re-?install\w*|app))\b/i,
  },
  {
    name: "clear-cache",
    words: "clearing the cache",
    pattern: /\bclear(ed|ing)? (\w+ ){0,3}(cache|cookies|history|browser data)\b/i,
  },
  {
    name: "update",
    words: "updating the software",
    pattern:
      /\b(updat(e|ed|ing)|install(ed|ing)? the (latest|newest)) (\w+ ){0,2}(app|software|firmware|version|driver|browser|system)\b/i,
  },
  {
    name: "cables",
    words: "checking the cables",
    pattern:
      /\b(check(ed|ing)?|chang(e|ed|ing)|swap(ped|ping)?|replac(e|ed|ing)|re-?seat(ed|ing)?|tried|try|another|different) (\w+ ){0,3}(cables?|cords?|wiring|plugs?|sockets?|outlets?)\b/i,
  },
  {
    name: "sign-in",
    words: "signing out and in again",
    pattern:
      /\b(log(ged|ging)?|sign(ed|ing)?) (out|off)( and (back )?in)?\b|\b(log(ged|ging)?|sign(ed|ing)?) back in\b/i,
  },
  {
    name: "password",
    words: "resetting the password",
    pattern: /\b(reset(ting)?|chang(e|ed|ing)) (\w+ ){0,2}password\b|\bforgot password\b/i,
  },
  {
    name: "other-device",
    words: "another device or browser",
    pattern:
      /\b(another|different|other|second) (device|browser|phone|computer|laptop|tablet|pc)\b|\b(incognito|private (window|mode))\b/i,
  },
];

/** The sentence that names a step. */
export type NamedStep = { readonly step: Step; readonly quote: Quote };

const reported =
  /\b(i|we)(['’]ve| have| had)?( already| just| also| even)* (did|done|tried|try|re-?start\w*|re-?boot\w*|unplug\w*|power[- ]?cycl\w*|switched|turned|reset|re-?install\w*|uninstall\w*|delet\w*|clear\w*|updat\w*|check\w*|chang\w*|swap\w*|replac\w*|log\w*|sign\w*|plugged|used|install\w*)\b|\balready (did|done|tried|restarted|rebooted|reset|unplugged)\b/i;
const asked =
  /\?$|\b(please|could you|can you|would you|try|you(['’]ll)? need to|let['’]s|i['’]d like you to|i want you to|we['’]ll|have you (tried|already)|go ahead and|start by|first)\b/i;
const futureOnly = /\b(should i|do i|can i|how (do|can) i|i (want|need) to|i can['’]?t|i['’]ll)\b/i;

export const findTriedSteps = remember((message: Message): readonly NamedStep[] => {
  if (message.speaker !== "customer") return [];
  return stepsIn(message, (text) => {
    return reported.test(text) && !text.endsWith("?") && !futureOnly.test(text);
  });
});

/** Steps that an agent asks the customer to try, or whether they did. */
export const findAskedSteps = remember((message: Message): readonly NamedStep[] => {
  if (message.speaker !== "agent") return [];
  return stepsIn(message, (text) => asked.test(text) && !acknowledged.test(text));
});

const acknowledged =
  /\b(you(['’]ve| have)? (already |just )?(did|done|tried|restarted|rebooted|reset|reinstalled|unplugged|cleared|checked|said you)|since you|as you|i (can )?see (that )?you|notes?|won['’]t ask|no need)\b/i;

export const findAcknowledgedSteps = remember((message: Message): readonly NamedStep[] => {
  if (message.speaker !== "agent") return [];
  return stepsIn(message, (text) => acknowledged.test(text) && !text.endsWith("?"));
});

function stepsIn(message: Message, isMeant: (sentence: string) => boolean): readonly NamedStep[] {
  return sentencesOf(message).flatMap(({ text, start, end }) => {
    const step = steps.find(({ pattern }) => pattern.test(text));
    if (step === undefined || !isMeant(text)) return [];
    return [{ step, quote: { message: message.ordinal, start, end } }];
  });
}
