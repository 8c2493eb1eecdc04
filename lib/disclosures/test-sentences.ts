import { withStatedActs, type StatedActs } from "@/lib/acts/test-acts";
import type { Act } from "@/lib/domain/acts/act";
import type { Message } from "@/lib/domain/case/case";

/** What tests take to be read in their sentences; in all others nothing is. */
const sentences: Readonly<Partial<Record<Act, readonly string[]>>> = {
  "c.asks_if_bot": [
    "Are you a bot?",
    "Are you a real person or a bot?",
    "Are you an AI assistant?",
    "r u real?",
  ],
  "c.asks_for_person": ["I want to speak to a real person.", "Give me a real person."],
  "c.opts_out": ["Stop texting me.", "STOP", "Please stop calling me.", "Please stop texting me."],
  "a.says_is_ai": [
    "Hello. I'm Ann, an AI assistant.",
    "hi im ann an a i assistant how can i help",
    "You are chatting with a bot.",
    "Yes, I am.",
    "I am an AI assistant, by the way.",
    "I'm an AI assistant.",
    "I am an AI assistant.",
    "Guten Tag. I am a bot.",
    "Yes. I am an AI assistant.",
    "Hello, I am an AI assistant.",
    "Hello, I'm an AI assistant. How can I help?",
    "Correct, I'm a bot.",
  ],
  "a.claims_human": [
    "No, I'm not an AI.",
    "I'm a real person.",
    "No, I'm a real person.",
    "No. I'm a real person.",
    "No, I'm human.",
    "I'm a real person. What is your policy number?",
  ],
  "a.says_recorded": [
    "This call may be recorded for quality.",
    "hi your on a recorded line how can i help",
    "Our calls are recorded.",
    "Recording started",
    "We keep a recording of our calls.",
  ],
  "a.says_not_recorded": ["This call is not recorded.", "We do not keep a recording of our calls."],
  "a.transfers": ["I'll connect you with a colleague now."],
  "a.promises": ["A specialist will call you back today."],
  "a.refuses": ["I can't connect you with anybody."],
};

/** Sentences in languages that are not read. */
const unread: ReadonlySet<string> = new Set([
  "Guten Tag, ich bin Ann, was kann ich für Sie und Ihr Konto tun?",
  "Bitte schicken Sie mir keine Nachrichten mehr und löschen Sie das",
  "Guten Tag, ich bin Ihr KI-Assistent, was kann ich tun?",
  "Dzień dobry, jestem wirtualnym asystentem sklepu",
  "Ich bin für Sie da und helfe Ihnen mit allem",
  "Gracias por llamar, en qué puedo ayudarle con su cuenta",
  "¿Eres una persona o un robot?",
  "Soy una persona, me llamo Marta.",
]);

function statedOf({ text }: Pick<Message, "text">): StatedActs {
  if (unread.has(text)) return "unread";
  return Object.entries(sentences).flatMap(([act, own]) =>
    own.includes(text) ? [act as Act] : [],
  );
}

/** Messages with the acts that tests take to be read in them. */
export function readAsStated<M extends Pick<Message, "text" | "speaker">>(
  messages: readonly M[],
): readonly M[] {
  return withStatedActs(messages, statedOf);
}
