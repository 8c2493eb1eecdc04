import { isParty } from "@/lib/domain/trace/reading";
import type { Message } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { QuoteRange } from "@/lib/format/segment-text";
import { agentWords } from "@/lib/format/wording";

/** A message that shows what became of a rule, with the ranges that are quoted. */
export type FindingTurn = {
  readonly message: Message;
  /** "Said here", "Searched". */
  readonly label: string;
  readonly who: string;
  readonly ranges: readonly QuoteRange[];
};

const missWords = {
  denial: "Nearest words: they deny it",
  earlier: "Nearest words: said before it was asked for",
  question: "Nearest words: they ask about it",
  mention: "Nearest words: they only mention it",
  evasion: "The answer: it does not say it",
} as const;

/**
 * The quoted messages of a finding, and the first ones of the window that was searched, in order.
 * @param searchedMax how many of the window at most
 * @param isWide also what made it due, and the messages right before and after each quoted one
 * @returns with the number of messages of the window that are left out
 */
export function findingTurns(
  { quote, nearMiss, trigger, searched, interaction }: CaseDisclosure,
  messages: readonly Message[],
  { searchedMax, isWide }: { readonly searchedMax: number; readonly isWide: boolean },
): { readonly turns: readonly FindingTurn[]; readonly leftOut: number } {
  const quoted = [
    ...(isWide && trigger !== null ? [{ label: "Made it due", quote: trigger }] : []),
    ...(quote === null ? [] : [{ label: "Said here", quote }]),
    ...(nearMiss === null ? [] : [{ label: missWords[nearMiss.kind], quote: nearMiss.quote }]),
  ];
  const window =
    searched === null
      ? []
      : messages
          .slice(searched.firstMessage, searched.lastMessage + 1)
          .filter((message) => message.interaction === interaction && isSpoken(message));
  const around = isWide ? quoted.flatMap((each) => besides(messages, each.quote.message)) : [];
  const inWindow = new Set(window.map(({ ordinal }) => ordinal));
  const ordinals = new Set([
    ...window.slice(0, searchedMax).map(({ ordinal }) => ordinal),
    ...around.map(({ ordinal }) => ordinal),
    ...quoted.map((each) => each.quote.message),
  ]);
  const turns = [...ordinals]
    .sort((one, other) => one - other)
    .flatMap((at): FindingTurn[] => {
      const message = messages[at];
      if (message === undefined) return [];
      const own = quoted.filter((each) => each.quote.message === at);
      const otherwise = inWindow.has(at) ? "Searched" : "Around it";
      return [
        {
          message,
          label: own.map(({ label }) => label).join(", ") || otherwise,
          who: whoSpeaks(message),
          ranges: own.map(({ quote: { start, end } }, ref) => ({ ref, start, end })),
        },
      ];
    });
  return { turns, leftOut: window.filter(({ ordinal }) => !ordinals.has(ordinal)).length };
}

function isSpoken({ speaker, text }: Message): boolean {
  return isParty[speaker] && text.trim() !== "";
}

/** What was said right before and after a message in its contact. */
function besides(messages: readonly Message[], at: number): readonly Message[] {
  const contact = messages[at]?.interaction;
  const isNear = (message: Message) => isSpoken(message) && message.interaction === contact;
  return [messages.slice(0, at).findLast(isNear), messages.slice(at + 1).find(isNear)].flatMap(
    (message) => message ?? [],
  );
}

function whoSpeaks({ speaker, agentKind }: Message): string {
  if (speaker === "customer") return "Customer";
  return speaker === "agent" ? `Agent, ${agentWords[agentKind]}` : "Announcement";
}
