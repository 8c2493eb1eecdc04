import { describe, expect, it } from "vitest";
import { readCase } from "@/lib/store/cases/read-case";
import { otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";

const startUs = 1_767_600_000_000_000;

function step(id: string, kind: string, more: Partial<PlainSpan> = {}): PlainSpan {
  const { attributes, ...rest } = more;
  const at = startUs + Number(id) * 2_000_000;
  return {
    ...{ traceId: "a".repeat(32), spanId: id.padStart(16, "0"), startUs: at, ...rest },
    attributes: { "gen_ai.operation.name": kind, case_id: "C-1", ...attributes },
  };
}

const error = (message: string) => ({ code: 2, message });
const spans: readonly PlainSpan[] = [
  step("1", "chat", {
    status: error("Error code: 429 - rate limit for mia.li@shop.example"),
    attributes: {
      "gen_ai.request.model": "m-1",
      "gen_ai.prompt.name": "core",
      "gen_ai.prompt.version": "v7",
    },
  }),
  step("2", "execute_tool", {
    status: error(""),
    attributes: { "gen_ai.tool.name": "order_lookup" },
    events: [
      {
        ...{ name: "exception", atUs: startUs },
        attributes: { "exception.message": "Order 4711 not found\n  at lookup (a.js:1:2)" },
      },
    ],
  }),
  step("3", "embeddings", {
    status: error(""),
    attributes: { "gen_ai.request.model": "e-1", "error.type": "TimeoutError" },
  }),
  step("4", "execute_tool", { attributes: { "gen_ai.tool.name": "refund" } }),
];

const failures = [
  {
    ...{ kind: "llm", tool: null, model: "m-1", prompt: "core@v7" },
    error: "Error code: 429 - rate limit for <EMAIL>",
  },
  {
    ...{ kind: "tool", tool: "order_lookup", model: null, prompt: "core@v7" },
    error: "Order # not found",
  },
  { kind: "embedding", tool: null, model: "e-1", prompt: null, error: "TimeoutError" },
];

describe("the failed steps of a case", () => {
  it.each([
    ["in order", spans],
    ["backwards", spans.toReversed()],
  ])("are stored with it, with why they failed, masked, where spans come %s", async (_, all) => {
    await withTestWorkspace(async (workspace) => {
      for (const span of all) {
        await workspace.ingestRequests([otlpRequest([span])]);
        await workspace.derive();
      }
      const stored = await readCase(workspace.db, "C-1");
      expect(stored?.derived.failures).toEqual(failures);
      expect(stored?.row.failures).toEqual(failures);
    });
  });
});
