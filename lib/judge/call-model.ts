import type { JudgeSettings } from "./judge-settings";
import type { TokenBudget } from "./token-budget";
import { answerTokensMax, sendQuestion, type Prompt } from "./send-question";

/** Injected clock, delay and token budget. */
export type JudgeDependencies = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly budget: TokenBudget;
};

export type ModelAnswer =
  | { readonly kind: "answered"; readonly text: string | null }
  /** The server was busy or silent at each attempt. */
  | { readonly kind: "unavailable" }
  | { readonly kind: "spent" };

const attempts = 4;
const firstWaitMs = 1000;
/** A longer Retry-After is not waited for. */
const longestWaitMs = 60_000;
/** Few scripts have more characters per token. */
const charactersPerToken = 3;

/**
 * Calls a model, with exponential backoff while the server is busy or silent.
 * @throws DomainError if a retry would change nothing
 */
export async function callModel(
  prompt: Prompt,
  settings: JudgeSettings,
  { now, wait, budget }: JudgeDependencies,
): Promise<ModelAnswer> {
  const letters = prompt.instructions.length + prompt.record.length;
  const estimate = Math.ceil(letters / charactersPerToken) + answerTokensMax;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const reservation = await budget.reserve(estimate);
    if (reservation === null) return { kind: "spent" };
    const reply = await sendOrGiveBack(prompt, settings, now, reservation);
    if (reply.kind === "answered") {
      await reservation.settle(reply.tokens ?? estimate);
      return { kind: "answered", text: reply.text };
    }
    // A silent model may have used the tokens: they stay counted.
    if (reply.kind === "busy") await reservation.settle(0);
    const waitMs = (reply.kind === "busy" ? reply.waitMs : null) ?? firstWaitMs * 2 ** attempt;
    if (waitMs > longestWaitMs) break;
    if (attempt < attempts - 1) await wait(waitMs);
  }
  return { kind: "unavailable" };
}

async function sendOrGiveBack(
  prompt: Prompt,
  settings: JudgeSettings,
  now: JudgeDependencies["now"],
  { settle }: { readonly settle: (tokens: number) => Promise<void> },
) {
  try {
    return await sendQuestion(prompt, settings, now);
  } catch (error) {
    await settle(0);
    throw error;
  }
}
