import { describe, expect, it } from "vitest";
import { demoExport } from "./demo-export";
import { demoTruth } from "./demo-truth";
import type { DemoCase } from "./model";
import { planCases } from "./plan-cases";
import { createWorld } from "./world";

/** 2026-11-18T12:00:00Z. */
const endUs = 1_795_003_200_000_000;
const made = { seed: 7, endUs };
const exported = demoExport(made);
const plans = new Map([7, 8, 9].map((seed) => [seed, planCases(createWorld(seed, endUs))]));
const talksOf = (seed: number) => conversations(plans.get(seed) ?? []);

describe("the demo's export", () => {
  it("is the same bytes for the same seed and end, and other words for another seed", () => {
    const once = JSON.stringify(exported);
    expect(JSON.stringify(demoExport(made)) === once).toBe(true);
    expect(JSON.stringify(demoExport({ seed: 8, endUs })) === once).toBe(false);
  });

  it("contains nothing after its end", () => {
    const latest = Math.max(...spansOf(exported).map((span) => span.endUs));
    expect(latest).toBeLessThanOrEqual(endUs);
  });

  it("writes each channel in another convention, people's words in plain message spans", () => {
    const seen = new Map<string, Set<string>>();
    for (const { scope, keys } of spansOf(exported)) {
      const known = seen.get(scope) ?? new Set<string>();
      for (const key of keys) known.add(key);
      seen.set(scope, known);
    }
    const typicalKeys = {
      "@traceai/openai": ["fi.span.kind", "gen_ai.input.messages", "llm.prompt_template.version"],
      "@traceai/fi-core": ["fi.span.kind", "case_id", "gen_ai.evaluation.name"],
      "openinference.instrumentation.langchain": [
        "llm.input_messages.1.message.content",
        "metadata",
        "session.evaluations.0.evaluation.score",
      ],
      "@traceloop/instrumentation-openai": ["traceloop.association.properties.case_id"],
      "opentelemetry.instrumentation.openai_v2": ["gen_ai.system_instructions", "gen_ai.tool.name"],
      ai: ["ai.prompt.messages", "ai.telemetry.metadata.case_id"],
      "livekit-agents": ["lk.pii.user_transcript", "lk.pii.response.text", "lk.pii.chat_ctx"],
      pipecat: ["transcript", "turn.number", "conversation.id"],
      helpdesk: ["message.role", "message.content", "agent.id"],
      "crm-sync": ["case.event", "case.closure.method"],
    };
    const missing = Object.entries(typicalKeys).flatMap(([scope, keys]) =>
      keys.filter((key) => seen.get(scope)?.has(key) !== true).map((key) => `${scope} ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it("lets a child leave before the root that says whom both belong to", () => {
    const first = spansOf(exported).find(({ scope }) => scope.startsWith("@traceai"));
    expect(first?.scope).toBe("@traceai/openai");
  });
});

describe("the demo's words", () => {
  it.each([7, 8, 9])("are in no two conversations the same (seed %i)", (seed) => {
    const talks = talksOf(seed);
    expect(talks.length).toBeGreaterThan(900);
    expect(new Set(talks).size).toBe(talks.length);
  });

  it.each([7, 8, 9])("repeat few longer sentences (seed %i)", (seed) => {
    const sentences = talksOf(seed)
      .flatMap((talk) => talk.split(/(?<=[.!?])\s+|\n+/))
      .filter((sentence) => sentence.split(/\s+/).length > 5);
    const repeated = 1 - new Set(sentences).size / sentences.length;
    expect(repeated).toBeLessThan(0.1);
  });

  it("leave no mark of how they were made", () => {
    const odd = talksOf(7).filter((talk) =>
      /[[\]{}|]|undefined|NaN|\[object| {2}|,,|(?<!\.)\.\.(?!\.)| [,.?]/.test(talk),
    );
    expect(odd).toEqual([]);
  });

  it("suit their channel", () => {
    const cases = plans.get(7) ?? [];
    const said = (channel: string, who: string) =>
      cases
        .flatMap(({ contacts }) => contacts)
        .filter((contact) => contact.channel === channel)
        .flatMap(({ turns }) => turns)
        .flatMap((turn) => (turn.who === who && "text" in turn ? [turn.text] : []));
    const words = (texts: readonly string[]) =>
      texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / texts.length;
    const share = (texts: readonly string[], pattern: RegExp) =>
      texts.filter((text) => pattern.test(text)).length / texts.length;
    const speech = said("voice", "customer");
    expect(
      share(speech, /\b(um|uh|er|like|you know|I mean|sort of|well|so|yeah)\b,/i),
    ).toBeGreaterThan(0.3);
    expect(share(speech, /!/)).toBe(0);
    expect(share(said("email", "customer"), /^[^\n]+,\n\n[^]+,\n/)).toBe(1);
    expect(words(said("sms", "customer"))).toBeLessThan(12);
    expect(words(said("email", "customer"))).toBeGreaterThan(2 * words(said("sms", "customer")));
  });
});

describe("the demo's truth", () => {
  it("names cases of every story, at least five each, and under 700 cases in all", () => {
    const { caseCount, stories, chains } = demoTruth(made);
    expect(caseCount).toBeGreaterThan(560);
    expect(caseCount).toBeLessThan(700);
    expect([...stories].filter(([, ids]) => ids.length < 5)).toEqual([]);
    expect(chains.filter((chain) => chain.length === 3).length).toBeGreaterThan(4);
  });
});

function conversations(cases: readonly DemoCase[]): readonly string[] {
  return cases.flatMap(({ contacts }) =>
    contacts.map(({ turns }) =>
      turns.flatMap((turn) => ("text" in turn ? [turn.text] : [])).join("\n"),
    ),
  );
}

type SeenSpan = {
  readonly scope: string;
  readonly endUs: number;
  readonly keys: readonly string[];
};
type Keyed = { readonly attributes: readonly { readonly key: string }[] };
type Request = {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly scope: { readonly name: string };
      readonly spans: readonly (Keyed & {
        readonly endTimeUnixNano: string;
        readonly events?: readonly Keyed[];
      })[];
    }[];
  }[];
};

/** The export as its recipient reads it. */
function spansOf({ requests }: ReturnType<typeof demoExport>): readonly SeenSpan[] {
  const received = JSON.parse(JSON.stringify(requests)) as readonly Request[];
  return received.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap(({ scope, spans }) =>
        spans.map((span) => ({
          scope: scope.name,
          endUs: Number(span.endTimeUnixNano) / 1000,
          keys: [span, ...(span.events ?? [])].flatMap(({ attributes }) =>
            attributes.map(({ key }) => key),
          ),
        })),
      ),
    ),
  );
}
