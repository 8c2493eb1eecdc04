import { describe, expect, it } from "vitest";
import type { Override } from "@/lib/domain/case/override";
import { listCaseIds, readSpanReadings } from "@/lib/store/spans/export-rows";
import { addOverride } from "@/lib/testing/add-override";
import { countUnassigned } from "@/lib/store/cases/counts";
import { readCase } from "@/lib/store/cases/read-case";
import { asLines, otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { readColumn } from "@/lib/testing/read-values";

const startUs = 1_767_600_000_000_000;
const minuteUs = 60_000_000;

describe("whom spans belong to", () => {
  it("is unassigned until the missing root names the case", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([request(message("a", "2", { parentSpanId: id("1") }))]);
      expect(await workspace.derive()).toEqual([]);
      expect(await countUnassigned(workspace.db)).toBe(1);
      await workspace.ingestRequests([request(root("a", "1", { case_id: "C-1" }))]);
      expect(await workspace.derive()).toEqual(["C-1"]);
      expect(await countUnassigned(workspace.db)).toBe(0);
      expect(await sourcesOf(workspace, "a")).toEqual({
        [id("1")]: ["C-1", "span"],
        [id("2")]: ["C-1", "trace"],
      });
    });
  });

  it("moves when the root says something else in a later version", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([
        request(root("a", "1", { case_id: "C-1" }), message("a", "2", { parentSpanId: id("1") })),
      ]);
      await workspace.derive();
      await workspace.ingestRequests([request(root("a", "1", { case_id: "C-2", more: 1 }))]);
      expect(await workspace.derive()).toEqual(["C-1", "C-2"]);
      expect(await listCaseIds(workspace.db)).toEqual(["C-2"]);
    });
  });

  it.each([
    ["together", [["a", "b"]]],
    ["one after the other", [["a"], ["b"]]],
    ["in the other order", [["b"], ["a"]]],
  ])("is shared by the traces of one session that come %s", async (_, batches) => {
    const traces: Readonly<Record<string, OtlpRequest>> = {
      a: request(root("a", "1", { "session.id": "s", case_id: "C-1", customer_id: "u" })),
      b: request(root("b", "1", { "gen_ai.conversation.id": "s" })),
    };
    await withTestWorkspace(async (workspace) => {
      for (const batch of batches) {
        await workspace.ingestRequests(batch.flatMap((name) => traces[name] ?? []));
        await workspace.derive();
      }
      expect(await sourcesOf(workspace, "b")).toEqual({ [id("1")]: ["C-1", "session"] });
      expect(await countUnassigned(workspace.db)).toBe(0);
    });
  });

  it.each([
    ["together", [["a", "b"]]],
    ["one after the other", [["a"], ["b"]]],
    ["in the other order", [["b"], ["a"]]],
  ])("is that of the trace which a queue's worker links to; they come %s", async (_, batches) => {
    const { links } = linkTo("a");
    const traces: Readonly<Record<string, OtlpRequest>> = {
      a: request(root("a", "1", { "session.id": "s", case_id: "C-1", customer_id: "u" })),
      b: request(
        { ...root("b", "1", {}), links },
        message("b", "2", { parentSpanId: id("1") }),
        root("b", "3", {}),
      ),
    };
    await withTestWorkspace(async (workspace) => {
      for (const batch of batches) {
        await workspace.ingestRequests(batch.flatMap((name) => traces[name] ?? []));
        await workspace.derive();
      }
      expect(await sourcesOf(workspace, "b")).toEqual({
        [id("1")]: ["C-1", "link"],
        [id("2")]: ["C-1", "link"],
        [id("3")]: null,
      });
    });
  });

  it("is not told by a link to traces of two cases", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([
        request({ ...root("c", "1", {}), links: [...linkTo("a").links, ...linkTo("b").links] }),
        request(root("a", "1", { case_id: "C-1" })),
      ]);
      await workspace.derive();
      expect(await sourcesOf(workspace, "c")).toEqual({ [id("1")]: null });
      await workspace.ingestRequests([request(root("b", "1", { case_id: "C-1" }))]);
      await workspace.derive();
      expect(await sourcesOf(workspace, "c")).toEqual({ [id("1")]: ["C-1", "link"] });
      await workspace.ingestRequests([request(root("b", "1", { case_id: "C-2", more: 1 }))]);
      await workspace.derive();
      expect(await sourcesOf(workspace, "c")).toEqual({ [id("1")]: null });
    });
  });

  it("is another customer's whose session or id stands below: never the trace's case", async () => {
    await withTestWorkspace(async (workspace) => {
      const said = (span: string, attributes: NonNullable<PlainSpan["attributes"]>) => ({
        ...message("a", span, { parentSpanId: id("1") }),
        attributes: { "gen_ai.operation.name": "chat", ...attributes },
      });
      await workspace.ingestRequests([
        request(
          root("a", "1", { "session.id": "s-1", case_id: "C-1", "user.id": "eve" }),
          said("2", { "gen_ai.conversation.id": "s-2" }),
          said("3", { metadata: '{"user_id":"kim"}' }),
          said("4", { thread_id: "t-4" }),
        ),
        request(root("b", "1", { "session.id": "s-2", case_id: "C-2", "user.id": "tom" })),
      ]);
      await workspace.derive();
      expect(await sourcesOf(workspace, "a")).toEqual({
        [id("1")]: ["C-1", "span"],
        [id("2")]: ["C-2", "session"],
        [id("3")]: null,
        [id("4")]: ["C-1", "ancestor"],
      });
    });
  });

  it("is withdrawn from a session's traces when a third contradicts the first", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([
        request(root("a", "1", { "session.id": "s", case_id: "C-1" })),
        request(root("b", "1", { "session.id": "s" })),
      ]);
      await workspace.derive();
      await workspace.ingestRequests([
        request(root("c", "1", { "session.id": "s", case_id: "C-3" })),
      ]);
      await workspace.derive();
      expect(await sourcesOf(workspace, "b")).toEqual({ [id("1")]: null });
      expect(await sourcesOf(workspace, "a")).toEqual({ [id("1")]: ["C-1", "span"] });
    });
  });

  it("keeps two cases of one trace apart and says so", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([
        request(
          root("a", "1", {}),
          message("a", "2", { parentSpanId: id("1"), case: "C-1" }),
          message("a", "3", { parentSpanId: id("1"), case: "C-2" }),
        ),
      ]);
      expect(await workspace.derive()).toEqual(["C-1", "C-2"]);
      expect(await countUnassigned(workspace.db)).toBe(1);
      const codes = await workspace.db.read((connection) =>
        readColumn(connection, "SELECT code FROM trace_findings"),
      );
      expect(codes).toEqual(["several-cases-in-trace"]);
    });
  });
});

describe("a person's decisions", () => {
  const merge: Override = { kind: "merge", fromCaseId: "C-1", toCaseId: "C-2" };
  const cases = [
    request(root("a", "1", { case_id: "C-1" }), message("a", "2", { parentSpanId: id("1") })),
    request(root("b", "1", { case_id: "C-2" }), message("b", "2", { parentSpanId: id("1") })),
    request(root("c", "1", { case_id: "C-3" }), message("c", "2", { parentSpanId: id("1") })),
  ];

  it.each([
    ["a merge", [merge], { "C-1": [0, "C-2", "duplicate"], "C-2": [4, null], "C-3": [2, null] }],
    [
      "a chain of merges",
      [merge, { kind: "merge", fromCaseId: "C-2", toCaseId: "C-3" }],
      { "C-1": [0, "C-3"], "C-2": [0, "C-3"], "C-3": [6, null] },
    ],
    [
      "a split of one contact's trace",
      [{ kind: "reassign", traceId: trace("a"), spanId: null, toCaseId: "C-1b" }],
      { "C-1b": [2, null], "C-2": [2, null], "C-3": [2, null] },
    ],
    [
      "a reassignment of one span",
      [{ kind: "reassign", traceId: trace("a"), spanId: id("2"), toCaseId: "C-2" }],
      { "C-1": [1, null], "C-2": [3, null], "C-3": [2, null] },
    ],
  ] as [string, Override[], Record<string, unknown[]>][])(
    "%s stands whatever comes before it, after it, or is derived again",
    async (_, overrides, expected) => {
      const digests: string[] = [];
      for (const order of [0, 1, 2]) {
        await withTestWorkspace(async (workspace) => {
          await decide(workspace, cases, overrides, order);
          await workspace.derive();
          const held = await heldBy(workspace);
          const wanted = Object.entries(expected).map(([key, value]) => [key, value.slice(0, 2)]);
          expect(held).toEqual(Object.fromEntries(wanted));
          await rebuild(workspace);
          expect(await heldBy(workspace)).toEqual(held);
          digests.push(await workspace.digest());
        });
      }
      expect(new Set(digests).size).toBe(1);
    },
  );

  it("hold for spans that come later", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(cases);
      await addOverride(workspace.db, merge, startUs);
      await workspace.derive();
      await workspace.ingestRequests([
        request(message("a", "9", { parentSpanId: id("1"), atUs: startUs + 9 * minuteUs })),
        request(root("d", "1", { case_id: "C-1" })),
      ]);
      await workspace.derive();
      expect(await heldBy(workspace)).toEqual({
        "C-1": [0, "C-2"],
        "C-2": [6, null],
        "C-3": [2, null],
      });
    });
  });
});

/**
 * Applies the decisions before the spans arrive, after that, or after derivation; the second time in reverse order.
 */
async function decide(
  workspace: TestWorkspace,
  requests: readonly OtlpRequest[],
  overrides: readonly Override[],
  order: number,
): Promise<void> {
  if (order > 0) await workspace.ingest(asLines(requests));
  if (order > 1) await workspace.derive();
  const inOrder = order === 1 ? overrides.toReversed() : overrides;
  for (const override of inOrder) {
    await addOverride(workspace.db, override, startUs);
    if (order > 1) await workspace.derive();
  }
  if (order === 0) await workspace.ingest(asLines(requests));
}

/** Enqueues every trace and case again, as a changed version or setting does. */
async function rebuild({ db, derive }: TestWorkspace): Promise<void> {
  await db.write(async (connection) => {
    await connection.exec(`INSERT INTO queue (stage, key, mark, since_us) SELECT 'trace', id, 1, 0 FROM traces;
      INSERT INTO queue (stage, key, mark, since_us) SELECT 'case', case_id, 1, 0 FROM cases;`);
  });
  await derive();
}

/** Per case: its span count and the case that it was merged into. */
async function heldBy({ db }: TestWorkspace): Promise<Record<string, [number, string | null]>> {
  const held: Record<string, [number, string | null]> = {};
  for (const caseId of await listCaseIds(db)) {
    const stored = await readCase(db, caseId);
    if (stored !== null) held[caseId] = [stored.row.spans, stored.row.mergedInto];
  }
  return held;
}

async function sourcesOf(
  { db }: TestWorkspace,
  name: string,
): Promise<Record<string, [string, string] | null>> {
  const readings = await readSpanReadings(db, trace(name), "", 100);
  return Object.fromEntries(
    readings.map(({ spanId, identity: { caseId } }) => [
      spanId,
      caseId === undefined ? null : [caseId.value, caseId.from],
    ]),
  );
}

function request(...spans: readonly PlainSpan[]): OtlpRequest {
  return otlpRequest(spans);
}

function root(
  name: string,
  span: string,
  attributes: NonNullable<PlainSpan["attributes"]>,
): PlainSpan {
  return { traceId: trace(name), spanId: id(span), name: "agent", startUs, attributes };
}

function linkTo(name: string): { readonly links: NonNullable<PlainSpan["links"]> } {
  return { links: [{ traceId: trace(name), spanId: id("1") }] };
}

function message(
  name: string,
  span: string,
  told: { readonly parentSpanId: string; readonly case?: string; readonly atUs?: number },
): PlainSpan {
  const words = { "message.role": "customer", "message.content": `Where is order ${span}?` };
  const attributes = told.case === undefined ? words : { ...words, case_id: told.case };
  const startsUs = told.atUs ?? startUs + Number(span) * minuteUs;
  const { parentSpanId } = told;
  return {
    traceId: trace(name),
    spanId: id(span),
    parentSpanId,
    name: "message",
    startUs: startsUs,
    attributes,
  };
}

function trace(name: string): string {
  return name.repeat(32);
}

function id(span: string): string {
  return span.padStart(16, "0");
}
