import { closureMethods, type ClosureMethod } from "@/lib/domain/case/case";

/** Words of a closure code that mean solved, and words that negate it or mean something else. */
const solved =
  /\b(solved|resolved|fixed|completed?|fulfill?ed|successful|success|done|repaired|remedied|satisfied)\b/;
const otherwise =
  /\b(un\w+|not|no|never|without|partial(ly)?|pending|incomplete|duplicate|cancell?ed|withdrawn|spam|abandoned|inactiv\w*|inactive|idle|timeout|timed|silent|expired|auto\w*|assumed|merged|wont|can(no)?t|fail\w*|reject\w*|escalated|transferred)\b/;

/** True for a closure code or answer that means solved ("Resolved - fixed", "solved"). */
export function isSettledWord(code: string): boolean {
  const words = spacedWords(code);
  return solved.test(words) && !otherwise.test(words);
}

const notSolved =
  /\b(un(solved|resolved|fixed|repaired|successful)|(not|never) (yet )?(solved|resolved|fixed|repaired|completed?|done)|won ?t (fix|do)|wontfix|no (solution|resolution))\b/;

/** True for a closure code that means not solved ("Unresolved", "Won't fix"). */
export function isUnsettledWord(code: string): boolean {
  return notSolved.test(spacedWords(code));
}

const methodWords: readonly (readonly [RegExp, ClosureMethod])[] = [
  [/\b(duplicate|merged?)\b/, "merged"],
  [
    /\b(inactiv\w*|idle|timeout|timed|no response|no reply|silent|expired|abandoned)\b/,
    "auto_resolve_inactivity",
  ],
  [/\b(follow ?up|sequence)\b/, "followup_sequence_end"],
  [/\b(auto\w*|rule|workflow|macro|trigger|bot)\b/, "automation_rule"],
  [/\b(customer|user|requester)\b/, "customer_confirm"],
  [/\b(system|tool|action)\b/, "system_action_verified"],
  [/\b(operator|console|admin)\b/, "operator_console"],
  [/\b(agent|rep|representative)\b/, "agent_resolve"],
];

/** The closing method in an exporter's word or the CRM's code; null if it states none. */
export function readClosureMethod(said: string): ClosureMethod | null {
  const words = spacedWords(said);
  const exact = closureMethods.find((method) => method === words.replaceAll(" ", "_"));
  return exact ?? methodWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function spacedWords(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
