import { otlpRequest, type OtlpRequest, type PlainSpan } from "../spans/otlp";

/** Ids that a program, an address, a file or HTML may take for something else. */
export const hostileIds: readonly string[] = [
  // What every object has.
  ...["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"],
  // What an address reads.
  ...["100%", "50%25", "a%2Fb", "a/b", "/a", ".", "..", "../..", "~", "~..", "a?b=c", "a#b"],
  ...["a&b=c", "a;b", "a+b", "a\\b", "a b"],
  // What HTML, CSV, SQL and shells read.
  ...[
    'say "a"',
    "it's",
    "<b>a</b>",
    "a,b",
    "=SUM(1)",
    "-1+1",
    "@a",
    "${a}",
    "{{a}}",
    "'; --",
    "a_%",
  ],
  // Letters that are not what they seem.
  ...["\u{1F994} a", "\u202Ea", "a\u200Db", "e\u0301", "İı", "a\tb", "a\u0001b", "x".repeat(200)],
];

export type HostileCase = {
  readonly id: string;
  /** A word that was said in its case alone. */
  readonly word: string;
  readonly traceId: string;
};

export const hostileCases: readonly HostileCase[] = hostileIds.map((id, at) => ({
  ...{ id, word: wordOf(at), traceId: (at + 1).toString(16).padStart(32, "d") },
}));

/** Letters only: a number may be masked. */
function wordOf(at: number): string {
  const letter = (place: number) => String.fromCharCode(97 + place);
  return `hedgehog${letter(Math.floor(at / 26))}${letter(at % 26)}z`;
}

const minuteUs = 60_000_000;

/** A case of each id, open since yesterday, whose customer, session, agent, team, region, intent,
 * release, speaker and judge it names too. */
export function hostileRequests(nowUs: number): OtlpRequest[] {
  return hostileCases.map(({ id, word, traceId }, at) => {
    const startUs = nowUs - 20 * 60 * minuteUs + at * minuteUs;
    const rootId = (at + 1).toString(16).padStart(16, "d");
    const attributes = {
      ...{ case_id: id, customer_id: id, "session.id": id, intent: id, channel: "chat" },
      ...{ team: id, region: id, release: id, "agent.kind": "human", "agent.id": id },
    };
    const root = { traceId, spanId: rootId, name: "interaction", startUs, attributes };
    const said = [
      ["customer", `Where is my ${word}?`],
      ["agent", `I will send you the ${word} by tomorrow.`],
    ].map(([role = "", content = ""], line): PlainSpan => ({
      ...{ traceId, parentSpanId: rootId, name: "message", startUs: startUs + line * 15_000_000 },
      spanId: `${(at + 1).toString(16)}${String(line)}`.padStart(16, "e"),
      attributes: { "message.role": role, "message.content": content },
    }));
    const judged: PlainSpan = {
      ...{ traceId, parentSpanId: rootId, name: "evaluation", startUs: startUs + minuteUs },
      spanId: (at + 1).toString(16).padStart(16, "f"),
      attributes: { "message.role": id, "message.content": "Somebody said this." },
      events: [
        {
          ...{ name: "gen_ai.evaluation.result", atUs: startUs + minuteUs },
          attributes: { "gen_ai.evaluation.name": id, "gen_ai.evaluation.score.value": 0.5 },
        },
      ],
    };
    return otlpRequest([root, ...said, judged]);
  });
}
