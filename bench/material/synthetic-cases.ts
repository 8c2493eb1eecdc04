import { closureEvidences, handoffKinds } from "@/lib/domain/case";
import { statement, type Database } from "@/lib/store/database";
import { seededRandom, type SeededRandom } from "@/lib/testing/seeded-random";

const dayUs = 86_400_000_000;
/** 2026-01-05T08:00:00Z; cases are opened over half a year from then on. */
export const firstUs = 1_767_600_000_000_000;
export const days = 182;
const casesPerTransaction = 5000;

const channels = ["voice", "chat", "email", "sms", "social", "in_app"];
const types = Array.from({ length: 24 }, (_, index) => `type_${String(index)}`);
const releases = Array.from({ length: 40 }, (_, index) => `2026.${String(index)}`);
const evaluators = ["conversation_resolution", "repeat_information"];

/** The word of a rank in a vocabulary: the lower, the more often it is said. */
export function wordOf(rank: number): string {
  return `w${rank.toString(36)}x`;
}

/**
 * Writes cases with their contacts and words as the worker would leave them, without spans: straight into
 * the tables, since deriving a million takes hours.
 */
export async function writeSyntheticCases(db: Database, count: number): Promise<void> {
  const random = seededRandom(count);
  for (let from = 0; from < count; from += casesPerTransaction) {
    const until = Math.min(from + casesPerTransaction, count);
    await db.write((connection) => {
      const insertCase = statement<[Record<string, string | number | null>]>(connection, caseSql);
      const insertContact = statement<(string | number)[]>(
        connection,
        "INSERT INTO interactions VALUES (?, ?, ?, ?, ?, 1, ?)",
      );
      const insertWords = statement<[number, string]>(
        connection,
        "INSERT INTO case_search (rowid, words) VALUES (?, ?)",
      );
      for (let index = from; index < until; index += 1) {
        const { row, contacts } = syntheticCase(index, random);
        insertCase.run(row);
        contacts.forEach((channel, ordinal) => {
          const body = JSON.stringify({ agentKinds: [random.pick(["ai", "human"])] });
          insertContact.run(index + 1, ordinal, channel, firstUs, firstUs, body);
        });
        insertWords.run(index + 1, sentence(random));
      }
    });
  }
}

const columns = `id case_id customer_id case_type intent risk region channels agent_kinds releases
  touchpoints interactions handoffs messages spans opened_us last_contact_us closed_us closed_from
  reopened_us mature_us closure_method evidence closure_because closure_quotes csat merged_into
  has_transcript findings derived_with handoff_kinds handoff_verdicts worst_scores changed`.split(
  /\s+/,
);
const caseSql = `INSERT INTO cases (${columns.join(", ")})
  VALUES (${columns.map((column) => `@${column}`).join(", ")})`;

function syntheticCase(index: number, random: SeededRandom) {
  const contacts = Array.from({ length: 1 + Math.floor(random.below(6) ** 2 / 6) }, () =>
    random.pick(channels),
  );
  const openedUs = firstUs + random.below(days * 86_400) * 1_000_000;
  const lastUs = openedUs + random.below(10 * 86_400) * 1_000_000;
  const closedUs = random.below(10) < 8 ? lastUs + dayUs : null;
  const verdicts = contacts.slice(1).map(() => random.pick(["kept", "asked-again", "unknown"]));
  const scores = evaluators
    .filter(() => random.below(4) > 0)
    .map((evaluator) => ({ evaluator, value: random.below(11) / 10 }));
  const row = {
    ...fixed,
    id: index + 1,
    case_id: `C-${String((index * 7919) % 10_000_019).padStart(8, "0")}`,
    customer_id: `cust-${String(random.below(1_000_000))}`,
    case_type: random.pick(types),
    risk: random.pick(["low", "medium", "high", null]),
    region: random.pick(["EU", "US", null]),
    channels: JSON.stringify(contacts),
    agent_kinds: JSON.stringify(random.pick([["ai"], ["human"], ["ai", "human"]])),
    releases: JSON.stringify([random.pick(releases)]),
    touchpoints: contacts.length,
    interactions: contacts.length,
    handoffs: contacts.length - 1,
    messages: contacts.length * (2 + random.below(12)),
    spans: contacts.length * 20,
    opened_us: openedUs,
    last_contact_us: lastUs,
    closed_us: closedUs,
    closed_from: closedUs === null ? null : random.pick(["event", "record", "inferred"]),
    reopened_us: random.below(12) === 0 ? lastUs + 2 * dayUs : null,
    mature_us: openedUs + 14 * dayUs,
    evidence: random.pick(closureEvidences),
    csat: random.below(3) === 0 ? 1 + random.below(5) : null,
    handoff_kinds: JSON.stringify(handoffKinds.filter(() => random.below(4) === 0)),
    handoff_verdicts: JSON.stringify(verdicts),
    worst_scores: JSON.stringify(scores),
    changed: Math.floor(index / 32),
  };
  return { row, contacts };
}

const fixed = {
  intent: null,
  closure_method: "agent_resolve",
  closure_because: "The agent closed it.",
  closure_quotes: "[]",
  merged_into: null,
  has_transcript: 1,
  findings: "[]",
  derived_with: "bench",
};

/** Words by Zipf's law: the first of twenty thousand in every other case, the last in one of thousands. */
function sentence(random: SeededRandom): string {
  return Array.from({ length: 24 }, () => wordOf(wordRank(random))).join(" ");
}

/** A word's rank in what is said, from 0. */
export function wordRank(random: SeededRandom): number {
  return Math.floor(20_000 ** (random.below(1_000_000) / 1_000_000)) - 1;
}
