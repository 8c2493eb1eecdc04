import { readAiIdentity } from "@/lib/cases/words/says-it-is-ai";
import { readContactIssue } from "@/lib/evaluators/same-issue/compare-contacts";
import { findEncoded } from "@/lib/ingest/mask/find/find-encoded";
import { findFormats } from "@/lib/ingest/mask/find/find-formats";
import { loadCasePage } from "@/lib/pages/case/load";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { dayUs, firstUs } from "@/lib/testing/derived-case";
import { hostileCases, type HostileCase } from "@/lib/testing/hostile/cases";
import { deriveAndRead, spansWith } from "@/lib/testing/hostile/derive-case";
import { evaluateRules } from "@/lib/testing/hostile/evaluate-rules";
import { formatTexts } from "@/lib/testing/hostile/format-texts";
import { maskEverywhere } from "@/lib/testing/hostile/mask-everywhere";
import { scanFile } from "@/lib/testing/hostile/scan-file";
import {
  hostileTexts,
  namedObjects,
  unpunctuated,
  type HostileText,
} from "@/lib/testing/hostile/texts";
import { storeCases } from "@/lib/testing/memory-store";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { growthOf, processorMs } from "./processor-growth";

/** @property length of the shorter text, UTF-16 units */
type Reader = {
  readonly texts: readonly HostileText[];
  readonly length: number;
  readonly read: (text: string) => unknown;
};

const readers: Readonly<Record<string, Reader>> = {
  file: { texts: hostileTexts, length: 6_000, read: scanFile },
  mask: { texts: hostileTexts, length: 6_000, read: maskEverywhere },
  formats: {
    texts: formatTexts,
    length: 6_000,
    read: (text) => [findFormats(text), findEncoded(text, () => [])],
  },
  rules: { texts: hostileTexts, length: 2_500, read: evaluateRules },
  derive: { texts: hostileTexts, length: 2_500, read: (text) => deriveAndRead(spansWith(text)) },
  identity: {
    texts: [{ name: "without punctuation", of: unpunctuated }],
    length: 20_000,
    read: (text) => readAiIdentity(text),
  },
  issue: {
    texts: namedObjects,
    length: 25_000,
    read: (text) => readContactIssue({ texts: [text], calls: [{ name: "get_order", args: text }] }),
  },
};

/** The text, or case, that costs most when it is four times as long: how many times as much as the short one. */
export type WorstGrowth = { readonly growth: number; readonly name: string };

/** The worst growth of processor time of each reader of texts, and of the Case page. */
export async function measureHostileTexts(): Promise<Readonly<Record<string, WorstGrowth>>> {
  const worst: Record<string, WorstGrowth> = {};
  const note = (reader: string, name: string, growth: number) => {
    if (growth > (worst[reader]?.growth ?? 0)) worst[reader] = { growth, name };
  };
  for (const [reader, { texts, length, read }] of Object.entries(readers))
    for (const { name, of } of texts) {
      const growth = growthOf((times, round) => {
        const text = `${String(round)} ${of(times * length)}`;
        const before = process.cpuUsage();
        read(text);
        return processorMs(before);
      });
      note(reader, name, growth);
    }
  for (const [name, make] of hostileCases)
    note("casePage", name, (await costOfPage(make(1000))) / (await costOfPage(make(250))));
  return worst;
}

/** Processor time of reading the pages of a stored case, milliseconds, the least of a few. */
function costOfPage({ derived, knowledge }: HostileCase): Promise<number> {
  return withTestWorkspace(async ({ db, folder }) => {
    await storeCases(db, [derived], knowledge);
    const seen = { path: locationIn(folder, "main"), scope: null };
    const costs: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const before = process.cpuUsage();
      // Another item each time, so that nothing is found as it was left.
      const query = { ...defaultCaseQuery, item: `h${String(turn)}` };
      await loadCasePage(seen, "C-1", query, firstUs + 90 * dayUs);
      costs.push(processorMs(before));
    }
    return Math.min(...costs);
  });
}
