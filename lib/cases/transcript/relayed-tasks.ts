import type { Utterance } from "@/lib/domain/trace/reading";
import { objectIn } from "./spoken-text";
import { normaliseWords } from "./utterance-key";

const leastWords = 3;
const handsOver = /transfer|hand_?-?off|handover|delegat|escalat|route_?to|switch_?to/i;

/**
 * What agents tell each other in the customer's place: the task that one gives to another by a tool call, and what a
 * handoff's tool returned.
 */
export class RelayedTasks {
  private readonly tasks = new Set<string>();
  private readonly results = new Set<string>();

  /** Remembers the texts that a call passes on. */
  addCall(args: string): void {
    if (!args.includes("{")) return;
    for (const value of Object.values(objectIn(args) ?? {})) {
      if (typeof value !== "string") continue;
      const text = normaliseWords(value);
      if (text.split(" ").length >= leastWords) this.tasks.add(text);
    }
  }

  addResult(name: string, result: string): void {
    if (handsOver.test(name) && result.trim() !== "") this.results.add(normaliseWords(result));
  }

  /**
   * A prompt without them. A task is what the other agent's prompt begins with.
   * @param isKnown whether the customer said it
   */
  without(
    words: readonly Utterance[],
    isKnown: (utterance: Utterance) => boolean,
  ): readonly Utterance[] {
    if (this.tasks.size === 0 && this.results.size === 0) return words;
    return words.filter((utterance, at) => {
      if (utterance.speaker !== "customer") return true;
      const text = normaliseWords(utterance.text);
      const isRelayed = this.results.has(text) || (at === 0 && this.isTask(utterance.text));
      return !isRelayed || isKnown(utterance);
    });
  }

  /** True for a task, also with what a framework appends to it. */
  private isTask(text: string): boolean {
    const begin = text.trim().split(/\n\s*\n/, 1)[0] ?? "";
    return this.tasks.has(normaliseWords(text)) || this.tasks.has(normaliseWords(begin));
  }
}
