import { describe, expect, it } from "vitest";
import type { Score } from "@/lib/domain/case/case";
import { createHalfOfName } from "@/lib/pipeline/worker/data-folder";
import { readCase, type StoredCase } from "@/lib/store/cases/read-case";
import { statement } from "@/lib/store/port";
import { otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { defaultLabelQueueQuery } from "@/lib/pages/quality/url";
import { defaultTraceQuery } from "@/lib/pages/trace/url";
import { loadCasePage } from "@/lib/pages/case/load";
import { loadLabelQueue } from "@/lib/pages/quality/load-queue";
import { loadEvaluatorPage, loadQualityPage } from "@/lib/pages/quality/load";
import { loadTracePage } from "@/lib/pages/trace/load";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { describeLeaks } from "@/lib/domain/privacy/leak-words";
import type { PersonalPlace } from "@/lib/domain/privacy/personal-values";

const startUs = 1_767_600_000_000_000;
const traceId = "a".repeat(32);
const rounds = 10;
const evaluator = "redaction_coverage";

/** A conversation whose history every model's span repeats, and a payment that fails with the card in its error. */
function conversation(): OtlpRequest {
  const root: PlainSpan = {
    traceId,
    spanId: "1".repeat(16),
    name: "interaction",
    startUs,
    attributes: { case_id: "C-1", channel: "chat", "user.email": "[REDACTED]" },
  };
  const said: { role: string; content: string }[] = [
    { role: "user", content: "My number is (415) 555-0134, my email <EMAIL_ADDRESS>." },
  ];
  const models = Array.from({ length: rounds }, (_, round): PlainSpan => {
    const answer = { role: "assistant", content: `Let me look, step ${String(round)}.` };
    const attributes = {
      "gen_ai.operation.name": "chat",
      "gen_ai.request.model": "m",
      "gen_ai.input.messages": JSON.stringify(said),
      "gen_ai.output.messages": JSON.stringify([answer]),
    };
    said.push(answer, { role: "user", content: `And then, part ${String(round)}?` });
    return childOf(root, round + 1, { name: "chat m", attributes });
  });
  const payment = childOf(root, rounds + 1, {
    name: "execute_tool pay",
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "pay",
      "gen_ai.tool.call.arguments": JSON.stringify({ order: "W123" }),
      "gen_ai.tool.call.result": "failed",
      "url.full": "https://pay.example.com/?phone=%2B14155550134",
    },
    events: [
      {
        name: "exception",
        atUs: startUs,
        attributes: { "exception.message": "declined: 4111 1111 1111 1111" },
      },
    ],
  });
  return otlpRequest([root, ...models, payment]);
}

function childOf(root: PlainSpan, place: number, rest: Partial<PlainSpan>): PlainSpan {
  return {
    traceId,
    spanId: String(place).padStart(16, "b"),
    parentSpanId: root.spanId,
    startUs: startUs + place * 10_000_000,
    ...rest,
  };
}

async function withConversation(
  work: (workspace: TestWorkspace, stored: StoredCase) => Promise<void>,
): Promise<void> {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([conversation()]);
    await workspace.derive();
    const stored = await readCase(workspace.db, "C-1");
    if (stored === null) throw new Error("The case was not derived.");
    await work(workspace, stored);
  });
}

function ownScores({ derived }: StoredCase): readonly Score[] {
  return derived.scores.filter((score) => score.evaluator === evaluator);
}

const seen = ({ folder }: TestWorkspace) => ({ path: locationIn(folder, "main"), scope: null });
const accuracy =
  /^its detector: recall 0\.\d\d to [01]\.\d\d, precision 0\.\d\d to 0\.\d\d on characters of pii\.[a-z]+, pii\./u;

const phoneIn = (place: PersonalPlace) => ({ place, type: "PHONE", count: 1 }) as const;
const card = { place: "error", type: "CARD", count: 1 } as const;
const shown = expect.any(String) as string;

describe("what arrived readable", () => {
  it("is scored once for each span that brought it, however often it is repeated", async () => {
    await withConversation(async ({ db }, stored) => {
      const told = ownScores(stored).map(({ target, verdict }) => [
        target.kind === "span" ? target.span.slice(-3) : null,
        verdict.status === "scored" ? verdict.value : null,
        verdict.status === "scored" ? verdict.evidence : null,
      ]);
      expect(told).toEqual([
        ["111", 1, [{ span: shown }]],
        ["bb1", 0.5, [{ span: shown, leaked: [phoneIn("customer-message")] }]],
        ["b11", 0, [{ span: shown, leaked: [card, phoneIn("url")] }]],
      ]);
      expect(stored.row.worstScores.map((each) => each.evaluator)).not.toContain(evaluator);
      const channels = await db.read((connection) =>
        statement<[string], { channel: string | null }>(
          connection,
          "SELECT channel FROM scores WHERE evaluator = ? AND status = 'scored' ORDER BY id",
        ).all(evaluator),
      );
      expect(channels.map(({ channel }) => channel)).toEqual([null, "chat", "chat"]);
    });
  });

  it("is the same after a rebuild, in another order and under another key", async () => {
    await withConversation(async (first, stored) => {
      const expected = await first.digest();
      await first.db.write((connection) =>
        connection.exec("UPDATE cases SET derived_with = ''; DELETE FROM settings;"),
      );
      expect(await first.derive()).toEqual(["C-1"]);
      const again = await readCase(first.db, "C-1");
      expect(again === null ? [] : ownScores(again)).toEqual(ownScores(stored));
      expect(await first.digest()).toBe(expected);
      await withTestWorkspace(async (second) => {
        const [spans] = spansOf(conversation());
        for (const span of (spans ?? []).toReversed()) {
          await second.ingestRequests([otlpOf(span)]);
          await second.derive();
        }
        expect(await second.digest()).toBe(expected);
      });
    });
  });

  it("is one sentence on the page of its case, and a line on that of its span", async () => {
    await withConversation(async (workspace) => {
      const page = await loadCasePage(seen(workspace), "C-1", defaultCaseQuery, startUs);
      expect(page?.leaks?.says).toBe(
        `${describeLeaks([card, phoneIn("customer-message"), phoneIn("url")])}.`,
      );
      expect(page?.leaks?.accuracy).toMatch(accuracy);
      const listed = [page?.caseScores, ...(page?.contacts ?? []).map(({ scores }) => scores)];
      expect(listed.flat().map((score) => score?.evaluator)).not.toContain(evaluator);
      const href = page?.leaks?.spans[0]?.href ?? "";
      const spanId = new URLSearchParams(href.slice(href.indexOf("?"))).get("span");
      const query = { ...defaultTraceQuery, spanId };
      const trace = await loadTracePage(
        ...([seen(workspace), traceId, query] as const),
        createHalfOfName(workspace.folder),
      );
      expect(trace?.panel?.leaked).toMatch(/^1 phone number .*customer/u);
      const score = trace?.panel?.scores.find((each) => each.evaluator === evaluator);
      expect(score).toMatchObject({ name: "Redacted at the source", value: 0.5 });
      expect(score?.accuracy).toMatch(accuracy);
    });
  });

  it("stands on Quality beside the recall of what finds it, and nobody is asked to label it", async () => {
    await withConversation(async (workspace) => {
      const quality = await loadQualityPage(seen(workspace), startUs);
      const row = quality.rows.find((each) => each.evaluator === evaluator);
      expect(row).toMatchObject({ scored: 3, unscoredShare: "0 of 3", detector: "Personal data" });
      expect(row?.accuracy[0]?.figures[0]?.figure).toMatch(/^recall 0\.\d\d$/);
      const page = await loadEvaluatorPage(seen(workspace), evaluator, true, startUs);
      expect(page?.labelHref).toBeNull();
      const asker = { actor: "p-1", names: new Map<string, string>() };
      expect(
        await loadLabelQueue(seen(workspace), evaluator, defaultLabelQueueQuery, asker),
      ).toBeNull();
    });
  });
});

type RawRequest = {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly object[] }[];
  }[];
};

function spansOf(request: OtlpRequest): readonly (readonly object[])[] {
  return (request as RawRequest).resourceSpans.map(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans),
  );
}

function otlpOf(span: object): OtlpRequest {
  const { resourceSpans } = otlpRequest([]);
  const [resource] = resourceSpans;
  return {
    resourceSpans: [{ ...resource, scopeSpans: [{ scope: { name: "test" }, spans: [span] }] }],
  };
}
