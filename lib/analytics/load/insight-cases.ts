import "server-only";
import type { InsightCases } from "../filter/cases-query";
import type { CaseTable } from "../case-table/case-table";
import { flags } from "../case-table/columns";
import { hasHappened } from "../facets/outcome-code";
import type { CaseEnding } from "../insights/returns/case-ending";
import { findFixes } from "../insights/returns/find-fixes";
import { findTopics, topicNamed, type Topic, type Topics } from "../insights/topics/find-topics";
import { latestOf } from "../select/latest-of";
import type { Database } from "@/lib/store/port";
import { readEndings } from "@/lib/store/cases/read-endings";
import { readCaseTable, tableInScope } from "./case-table";
import type { SeenWorkspace } from "./seen-workspace";
import { readerOrEmpty } from "./workspace-reader";
import { readOpenings } from "@/lib/store/cases/read-openings";

/** The topics of a workspace's completed cases, and how these ended. */
export type InsightFacts = { readonly topics: Topics; readonly endings: readonly CaseEnding[] };

/** The most cases whose words are read, the newest: of 5,000 about a second. */
const completedMost = 5_000;

type Kept = {
  readonly version: number;
  readonly facts: Promise<InsightFacts>;
  /** By insight and topic. */
  readonly bits: Map<string, Uint8Array>;
};
const known = new WeakMap<CaseTable, Kept>();

/** Reads the topics of a workspace's completed cases within a scope, once until a case changes. */
export async function readInsightFacts(
  { path, scope }: SeenWorkspace,
  asOfUs: number,
): Promise<InsightFacts> {
  const db = await readerOrEmpty(path);
  const kept = await readCaseTable(db, asOfUs);
  return keptOf(db, tableInScope(kept, scope)).facts;
}

function keptOf(db: Database, table: CaseTable): Kept {
  const before = known.get(table);
  if (before?.version === table.version) return before;
  const keys = completedKeys(table);
  const facts = Promise.all([readOpenings(db, keys), readEndings(db, keys)]).then(
    ([openings, endings]) => ({ topics: findTopics(openings), endings }),
  );
  const kept = { version: table.version, facts, bits: new Map<string, Uint8Array>() };
  known.set(table, kept);
  return kept;
}

/** Closed, or fallen quiet; the newest, without duplicates of others. */
function completedKeys({ columns, end, asOfUs }: CaseTable): readonly number[] {
  const keys: number[] = [];
  for (let key = 0; key < end; key += 1) {
    const own = columns.flags[key] ?? 0;
    const isCompleted =
      (own & (flags.closedBySomeone | flags.closedBySilence)) !== 0 &&
      hasHappened(columns.closedUs, key, asOfUs);
    if ((own & flags.present) !== 0 && (own & flags.merged) === 0 && isCompleted) keys.push(key);
  }
  const opened = (key: number) => columns.openedUs[key] ?? 0;
  return latestOf(keys, columns.openedUs, completedMost)
    .sort((a, b) => opened(b) - opened(a) || b - a)
    .slice(0, completedMost);
}

/**
 * Narrows a search to the cases that the Insights page counts.
 * @param matches one entry per key, 1 where the case matches; null: all do
 */
export async function keepInsightCases(
  db: Database,
  table: CaseTable,
  insight: InsightCases | null,
  matches: Uint8Array | null,
): Promise<Uint8Array | null> {
  if (insight === null) return matches;
  const { facts, bits } = keptOf(db, table);
  const read = await facts;
  const topic = topicNamed(read.topics, insight.topic);
  const name = `${insight.of} ${topic?.name ?? ""}`;
  const memberBits = bits.get(name) ?? bitsOf(insight.of, topic, read, table);
  bits.set(name, memberBits);
  return matches === null ? memberBits : memberBits.map((bit, key) => bit & (matches[key] ?? 0));
}

function bitsOf(
  of: InsightCases["of"],
  topic: Topic | undefined,
  { topics, endings }: InsightFacts,
  { end, asOfUs }: CaseTable,
): Uint8Array {
  const bits = new Uint8Array(end);
  if (topic === undefined) return bits;
  const matter = topics.topics.indexOf(topic);
  const keys =
    of === "topic"
      ? topic.cases
      : findFixes(endings, (key) => topics.ofCase.get(key), asOfUs).flatMap((fix) =>
          fix.matter === matter && fix.back !== null ? [fix.key] : [],
        );
  for (const key of keys) bits[key] = 1;
  return bits;
}
