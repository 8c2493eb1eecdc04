import { matchesIn } from "@/lib/learning/each-match";
import { rememberText } from "@/lib/learning/remember-text";
import { snakeCase } from "./transfer";

/** What a customer can request and a tool can do. */
export const actions = [
  "cancel",
  "refund",
  "return",
  "exchange",
  "modify",
  "create",
  "send",
  "pay",
  "enable",
  "disable",
] as const;
export type Action = (typeof actions)[number];

/** From general service vocabulary: word stems by which an action is requested or named. */
const stems: Readonly<Record<Action, string>> = {
  cancel: "cancel terminat revok unsubscrib withdraw abort void",
  refund: "refund reimburs compensat credit waiv",
  return: "return",
  exchange: "exchang swap replac",
  modify:
    "chang modif modify updat edit correct adjust alter amend set upgrad downgrad reschedul rebook switch add remov mov renam extend renew redirect assign apply",
  create:
    "book reserv creat order purchas buy place plac register enrol schedul open submit fil issu",
  send: "send resend forward email notify mail ship dispatch",
  pay: "pay charg deposit settl",
  enable: "activat reactivat enabl unlock unblock reset restor resum grant",
  disable: "deactivat disabl lock block suspend freez paus delet clos",
};

const endings =
  "(e|es|s|ed|d|ing|led|ling|lation|lations|ation|ations|al|als|ment|ments|ion|ions|ied|ies|y)?";

const wordsOfAction = actions.map((action) => ({
  action,
  word: new RegExp(`^(${stems[action].split(" ").join("|")})${endings}$`),
}));

const readingVerbs =
  /^(get|list|find|search|look|lookup|check|fetch|query|calculate|compute|think|verify|view|read|describe|retrieve|show|is|has|validate|authenticate|identify|recommend|suggest|estimate|count|summarize|classify|detect|quote)$/;

const anyActionWord = new RegExp(
  `\\b(?:${Object.values(stems).join(" ").split(" ").join("|")})${endings}\\b`,
  "gi",
);

/** The action words of a text with their offsets. */
export function findActionWords(
  text: string,
): readonly { readonly action: Action; readonly word: string; readonly start: number }[] {
  return matchesIn(anyActionWord, text).flatMap((match) => {
    const word = match[0].toLowerCase();
    const action = actionOfWord(word);
    return action === null ? [] : [{ action, word, start: match.index }];
  });
}

/** A word's action in any common inflection, or null. */
const actionOfWord = rememberText(
  (word): Action | null => wordsOfAction.find((entry) => entry.word.test(word))?.action ?? null,
);

/** Words that are nouns as often as verbs: they count only at the beginning of a tool name. */
const nouns =
  /^(order|orders|book|return|returns|credit|schedule|mail|email|issue|file|place|address|set|charge|lock)$/;

/**
 * A tool's action by the words of its name (`cancel_order`, `orders.update`, `sendEmail`).
 * @returns null for a read-only tool or an unknown name
 */
export function actionOfTool(name: string): Action | null {
  return readToolName(name, (word) => !nouns.test(word));
}

/**
 * As `actionOfTool`, and also by a word that is a noun as often as a verb wherever it stands (`flight_book`,
 * `appointmentSchedule`): such a tool may act or only look up.
 */
export function possibleActionOfTool(name: string): Action | null {
  return actionOfTool(name) ?? readToolName(name, () => true);
}

/** True for a tool that only looks up, by the words of its name (`get_order`, `order_lookup`). */
export function isReadOnlyTool(name: string): boolean {
  return wordsOfName(name).some((word, index) => index < 2 && readingVerbs.test(word));
}

function readToolName(name: string, countsInside: (word: string) => boolean): Action | null {
  const words = wordsOfName(name);
  if (isReadOnlyTool(name)) return null;
  for (const [index, word] of words.entries()) {
    const action = index > 0 && !countsInside(word) ? null : actionOfWord(word);
    if (action !== null) return action;
  }
  return null;
}

const wordsOfName = rememberText((name): readonly string[] =>
  snakeCase(name)
    .split("_")
    .filter((word) => word !== ""),
);

/** Actions that satisfy a request: money also comes back by cancelling or returning. */
const satisfiedBy: Readonly<Record<Action, readonly Action[]>> = {
  cancel: ["cancel", "disable"],
  refund: ["refund", "cancel", "return"],
  return: ["return"],
  exchange: ["exchange", "modify"],
  modify: ["modify", "exchange"],
  create: ["create"],
  send: ["send"],
  pay: ["pay"],
  enable: ["enable", "modify"],
  disable: ["disable", "cancel"],
};

/** True if action `done` satisfies request `asked`. */
export function satisfies(done: Action, asked: Action): boolean {
  return satisfiedBy[asked].includes(done);
}
