import type { CaseSpan } from "@/lib/domain/case/case";
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
  /** The spans whose prompts began with a task. */
  private readonly members = new Set<CaseSpan>();
  private readonly known = new WeakSet<Utterance>();
  /** Arguments that nobody asked about yet. */
  private unread: string[] = [];

  /** Remembers what an utterance's calls pass on. */
  addCalls(utterance: Utterance): void {
    const { toolCalls = [] } = utterance;
    if (toolCalls.length === 0 || this.known.has(utterance)) return;
    this.known.add(utterance);
    for (const { args } of toolCalls) this.unread.push(args);
  }

  addArguments(args: string): void {
    this.unread.push(args);
  }

  private readArguments(): void {
    for (const args of this.unread) {
      for (const value of Object.values(objectIn(args) ?? {})) {
        if (typeof value !== "string") continue;
        const text = normaliseWords(value);
        if (text.split(" ").length >= leastWords) this.tasks.add(text);
      }
    }
    this.unread = [];
  }

  addResult(name: string, result: string): void {
    if (handsOver.test(name) && result.trim() !== "") this.results.add(normaliseWords(result));
  }

  /**
   * A span's prompt without them. A task is what the other agent's prompt begins with.
   * @param isKnown whether the customer said it
   */
  without(
    span: CaseSpan,
    words: readonly Utterance[],
    isKnown: (utterance: Utterance) => boolean,
  ): readonly Utterance[] {
    return words.filter((utterance, at) => {
      if (utterance.speaker !== "customer" || isKnown(utterance)) return true;
      const isTask = at === 0 && this.isTask(utterance.text);
      if (!isTask && !this.results.has(normaliseWords(utterance.text))) return true;
      if (isTask) this.members.add(span);
      return false;
    });
  }

  /** True for a span that works on a task. */
  isOfMember(span: CaseSpan): boolean {
    return this.members.has(span);
  }

  /** True for a task, also with what a framework appends to it. */
  isTask(text: string): boolean {
    this.readArguments();
    const begin = text.trim().split(/\n\s*\n/, 1)[0] ?? "";
    return this.tasks.has(normaliseWords(text)) || this.tasks.has(normaliseWords(begin));
  }
}
