import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { answerSchema } from "@/lib/evaluators/judges/read-answer";
import type { JudgeSettings } from "./judge-settings";

/** The request: the rubric's instructions, and the record as JSON. */
export type Prompt = { readonly instructions: string; readonly record: string };

export type Reply =
  /** `text` is null if the server answered without a completion. `tokens` null: not reported. */
  | { readonly kind: "answered"; readonly text: string | null; readonly tokens: number | null }
  /** The server is overloaded; it may state for how long. */
  | { readonly kind: "busy"; readonly waitMs: number | null }
  | { readonly kind: "silent" };

/** Maximum length of an answer in tokens. */
export const answerTokensMax = 1000;
const replyBytesMax = 1_000_000;

const completion = z.looseObject({
  choices: z
    .array(z.looseObject({ message: z.looseObject({ content: z.string().nullish() }) }))
    .min(1),
  usage: z.looseObject({ total_tokens: z.int().min(0).optional() }).nullish(),
});

/**
 * Sends one request to a server with OpenAI's chat completions API.
 * @param nowUs to resolve a Retry-After date
 * @throws DomainError if a retry would change nothing: wrong key, model or address
 */
export async function sendQuestion(
  prompt: Prompt,
  settings: JudgeSettings,
  nowUs: () => number,
): Promise<Reply> {
  const timeout = AbortSignal.timeout(settings.timeoutMs);
  try {
    const response = await fetch(settings.endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(settings.key === null ? {} : { authorization: `Bearer ${settings.key}` }),
      },
      body: JSON.stringify(bodyOf(prompt, settings.model)),
      redirect: "error",
      signal: timeout,
    });
    if (response.ok) return readReply(await readText(response));
    await response.body?.cancel();
    if (isPassing(response.status)) return { kind: "busy", waitMs: waitOf(response, nowUs()) };
    throw new DomainError("invalid-input", refusalWords(response.status));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // fetch's error message may quote the address or the request.
    return { kind: "silent" };
  }
}

function bodyOf({ instructions, record }: Prompt, model: string): object {
  return {
    model,
    messages: [
      { role: "system", content: instructions },
      { role: "user", content: record },
    ],
    temperature: 0,
    max_tokens: answerTokensMax,
    response_format: {
      type: "json_schema",
      json_schema: { name: "verdict", strict: true, schema: answerSchema },
    },
  };
}

/** @returns "" if the response is longer than any answer */
async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) return text;
    bytes += part.value.byteLength;
    if (bytes > replyBytesMax) {
      await reader?.cancel();
      return "";
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

function readReply(body: string): Reply {
  const parsed = completion.safeParse(parseJson(body));
  if (!parsed.success) return { kind: "answered", text: null, tokens: null };
  const { choices, usage } = parsed.data;
  const text = choices[0]?.message.content ?? null;
  return { kind: "answered", text, tokens: usage?.total_tokens ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** Parses Retry-After (RFC 9110 §10.2.3): seconds, or a date. */
function waitOf({ headers }: Response, nowUs: number): number | null {
  const said = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/u.test(said)) return Number(said) * 1000;
  const atMs = Date.parse(said);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowUs / 1000);
}

function refusalWords(status: number): string {
  const why =
    status === 401 || status === 403
      ? "it does not accept THROUGHLINE_JUDGE_KEY"
      : status === 404
        ? "it knows no such address or model; see THROUGHLINE_JUDGE_URL and THROUGHLINE_JUDGE_MODEL"
        : "it does not take what is asked; a server must know response_format json_schema";
  return `The judge's server answered ${String(status)}: ${why}.`;
}
