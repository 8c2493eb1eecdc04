import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { rubrics } from "@/lib/evaluators/judges/rubrics";

export type JudgeSettings = {
  /** URL of the chat completions endpoint. */
  readonly endpoint: string;
  readonly model: string;
  /** Read from the environment at each start; never stored or logged. */
  readonly key: string | null;
  readonly evaluators: readonly string[];
  readonly concurrency: number;
  /** Daily token limit (UTC) of a workspace, prompts and answers together. */
  readonly tokensPerDay: number;
  readonly timeoutMs: number;
};

const names = rubrics.map(({ evaluator }) => evaluator);
const filled = (value: string | undefined) => (value === "" ? undefined : value);
const whole = (least: number, most: number, usual: number) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(least).max(most).default(usual),
  );

const environmentSchema = z.object({
  THROUGHLINE_JUDGE_URL: z.string().refine(isPrivate, {
    error:
      "must be an https: address, or an http: one of this machine, without a name or password in it",
  }),
  THROUGHLINE_JUDGE_MODEL: z
    .string({ error: "must name a model" })
    .min(1, { error: "must name a model" }),
  THROUGHLINE_JUDGE_KEY: z.string().optional(),
  THROUGHLINE_JUDGE_EVALUATORS: z
    .string()
    .transform((list) => list.split(",").map((name) => name.trim()))
    .pipe(z.array(z.enum(names, { error: `may name only ${names.join(", ")}` })))
    .optional(),
  THROUGHLINE_JUDGE_CONCURRENCY: whole(1, 64, 2),
  THROUGHLINE_JUDGE_TOKENS_PER_DAY: whole(0, 1_000_000_000, 200_000),
  THROUGHLINE_JUDGE_TIMEOUT_SECONDS: whole(1, 600, 60),
});

/**
 * Reads THROUGHLINE_JUDGE_* (docs/configuration.md).
 * @returns null if no address is set: no model is called
 * @throws DomainError that names the invalid variable, never its value
 */
export function readJudgeSettings(
  environment: Readonly<Record<string, string | undefined>>,
): JudgeSettings | null {
  if (filled(environment["THROUGHLINE_JUDGE_URL"]) === undefined) return null;
  const given = Object.entries(environment).filter(([, value]) => filled(value) !== undefined);
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DomainError(
      "invalid-input",
      `${String(issue?.path[0])} ${issue?.message ?? "cannot be read"}.`,
    );
  }
  const read = parsed.data;
  return {
    endpoint: `${read.THROUGHLINE_JUDGE_URL.replace(/\/+$/u, "")}/chat/completions`,
    model: read.THROUGHLINE_JUDGE_MODEL,
    key: read.THROUGHLINE_JUDGE_KEY ?? null,
    evaluators: read.THROUGHLINE_JUDGE_EVALUATORS ?? names,
    concurrency: read.THROUGHLINE_JUDGE_CONCURRENCY,
    tokensPerDay: read.THROUGHLINE_JUDGE_TOKENS_PER_DAY,
    timeoutMs: read.THROUGHLINE_JUDGE_TIMEOUT_SECONDS * 1000,
  };
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Plain http is allowed only to private addresses: text and key must not cross a network unencrypted. */
function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}
