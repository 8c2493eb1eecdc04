import type { Message } from "@/lib/domain/case/case";
import { splitSentences, withLineBreaks, type Sentence } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import type { Slot } from "./slot";
import { slots } from "./slots";

/** A sentence in which an agent requests something; `slots` is empty if it matches none. */
export type AgentRequest = {
  readonly message: Message;
  readonly sentence: Sentence;
  readonly slots: readonly Slot[];
};

const requesting =
  /\b(please (provide|share|give|send|tell|enter|state|confirm|supply|let me know)|(could|can|may|might) (you|i|we) (please |kindly )?(provide|share|give|send|tell|have|get|ask|know|confirm|start with|repeat|state)|(i|we)('ll|’ll| will| would| do)? need (your|the|to know|(a )?(few|couple|some|bit|more|following)( of| more)? (details|information|info|things|pieces))|provide (me|us) with|let me know|remind me|tell me|kindly|may i have|(i|we)( just)? need|need(ed)? (the|your)|(help|need)\w* (me |us )?(to )?know|(missing|blank|wants?) .{0,20}\b(the|your)|do you have|if you have (the|your|those|it|them)\b.{0,120}\bhelp(s|ful)?|have to ask|let me ask|ask (you )?for|i['’]d need)\b/i;
const wondering = /\bwhat('s|’s| is| was| are) (your|the)\b/i;
const helping =
  /\b(anything else|how (can|may|could|might|shall) (i|we) (help|assist|be of|serve)|what (can|may|could|might|shall) (i|we) (do|help)|what brings you)\b/i;
const offer =
  /\b(would you like (me|us)|do you want me|shall i|should i|is that (ok|okay|alright|fine|correct|right)|sound(s)? good|does that|is there)\b/i;
const confirming =
  /\b(verif\w*|authenticat\w*|confirm (your identity|that|this|it|the following|these)|security (purposes|reasons|check)|(is|are) (that|this|these) (correct|right)|to make sure|identity|double[- ]check|just to confirm)\b/i;

const longestAskCharacters = 240;
/** Sentences of a list that are read. */
const mostListed = 20;

/** Finds what an agent's message requests from the customer; offers and confirmations request nothing. Memoised. */
export const findRequests: (message: Message) => readonly AgentRequest[] = remember(readRequests);

/** True if an agent's message wants to verify who the customer is, or what it has. */
export function isVerifying({ text }: Message): boolean {
  return confirming.test(text);
}

/** True if an agent's sentence has words of requesting ("could you give me"), not only a question's form. */
export function isRequesting({ text }: Sentence): boolean {
  return requesting.test(text);
}

/** "What can I do for you today?" */
export function isOfferOfHelp({ text }: Sentence): boolean {
  return helping.test(text);
}

function readRequests(message: Message): readonly AgentRequest[] {
  if (message.speaker !== "agent") return [];
  const sentences = splitSentences(message.text);
  const lines = withLineBreaks(message.text);
  return sentences.flatMap((sentence, index) => {
    const { text } = sentence;
    if (!text.endsWith("?") && !isRequesting(sentence) && !wondering.test(text)) return [];
    if (text.length > longestAskCharacters) return [];
    if (confirmed.test(text) || yesOrNo.test(text)) return [];
    const listed = introducesList(sentence)
      ? listedAfter(index, sentences, lines).flatMap((item) => requestsIn(item, message))
      : [];
    if (slots.some(({ asked }) => asked.test(text))) {
      return [...requestsIn(sentence, message), ...listed];
    }
    if (isOfferOfHelp(sentence) || offer.test(text) || confirming.test(text)) return listed;
    return [{ message, sentence, slots: [] }, ...listed];
  });
}

/** A request for the kinds of value that a sentence names, if any is open. */
function requestsIn(sentence: Sentence, message: Message): readonly AgentRequest[] {
  const text = sentence.text.replace(example, " ");
  const isForIdentity = isVerifying(message);
  const open = slots.filter(
    (slot) =>
      slot.asked.test(text) && !(isForIdentity && slot.isIdentity) && !isReadBack(slot, text),
  );
  return open.length === 0 ? [] : [{ message, sentence, slots: open }];
}

/** "Please provide the following:" asks for what is listed after it. */
export function introducesList({ text }: Sentence): boolean {
  return text.endsWith(":") || /\bfollowing\b/i.test(text);
}

/** "(e.g. sara_doe_496)" */
const example = /\((e\.g|for example|such as)[^)]{0,80}\)/i;
const listItem = /^\s*([-*•–]|\(?\d{1,2}[.)])(\s|$)/;
const longestItemCharacters = 300;

/** The sentences of the list items that follow a sentence of a text. */
function listedAfter(index: number, sentences: readonly Sentence[], text: string): Sentence[] {
  const items: Sentence[] = [];
  for (const sentence of sentences.slice(index + 1, index + 1 + mostListed)) {
    const around = text.slice(Math.max(0, sentence.start - longestItemCharacters), sentence.end);
    const line = around.slice(around.lastIndexOf("\n", around.length - sentence.text.length) + 1);
    if (!listItem.test(line)) break;
    items.push(sentence);
  }
  return items;
}

/** "The 12th of May, right?" states the value, so the customer need not repeat it. */
const confirmed = /\b(right|correct|yes)\s*\?$/i;

/** A yes-or-no question requests no value. */
const yesOrNo =
  /^((so|and|or|ok|okay|alright|now|then|well),? )*(do you (want|know|need|prefer|wish|mean)|(can|shall|should|may) (i|we) (?!(please |kindly )?(get|have|ask|know|start))|would you (like|prefer|want) (me|us|to)|(is|are|am|was|were|did|does|has|have|will) )/i;

function isReadBack(slot: Slot, text: string): boolean {
  return slot.name !== "reason" && slot.given?.test(text) === true;
}
