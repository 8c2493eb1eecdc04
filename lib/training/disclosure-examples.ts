import { rowSchema, type Row } from "@/lib/scoring/row";
import examples from "./examples/disclosures.json";

/** Sets of contacts that we wrote ourselves, apart from the rules' wording: one a rule. */
export const exampleSets = {
  "disclosures.art50": "ai-identity-eu-art50",
  "disclosures.on_request": "ai-identity-on-request",
  "disclosures.recording": "recording-notice-all-party",
} as const;
export type ExampleSet = keyof typeof exampleSets;

const line = /^(?:(customer|person|system): )?(?:agent: )?(.*)$/;
const roles: Readonly<Record<string, string>> = {
  customer: "user",
  person: "agent",
  system: "system",
};
/** What the rules apply to. */
const facts = {
  "disclosures.art50": { channel: "chat", region: "DE" },
  "disclosures.on_request": { channel: "chat", region: "US-UT" },
  "disclosures.recording": { channel: "voice", region: "US-CA" },
};

/** Reads a set: each contact is labelled 1 if it gives the disclosure; its domain is the kind of example. */
export function readExamples(set: ExampleSet): readonly Row[] {
  const rule = exampleSets[set];
  return Object.entries(examples[rule]).flatMap(([kind, contacts]) =>
    contacts.map((contact, index) =>
      rowSchema.parse({
        id: `${kind}-${String(index)}`,
        source: "written by us",
        domain: kind,
        messages: contact.split("\n").map((said) => {
          const [, speaker = "", content = said] = line.exec(said) ?? [];
          return { role: roles[speaker] ?? "assistant", content };
        }),
        ...{ rule, agent_kind: "ai", ts: "2026-10-01T09:00:00Z", ...facts[set] },
        label: kind.toLowerCase().includes("given") ? 1 : 0,
      }),
    ),
  );
}
