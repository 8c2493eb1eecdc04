import { expect, it } from "vitest";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { readModelErrors } from "./model-errors";

const traceId = "ab".repeat(16);
const startUs = 1_767_600_000_000_000;
const failed = {
  ...{ traceId, name: "chat", status: { code: 2 } },
  attributes: {
    ...{ case_id: "C-1", channel: "chat" },
    ...{ "gen_ai.operation.name": "chat", "gen_ai.request.model": "m-1" },
  },
};

it("reads why a model's call failed where its status doesn't say it", async () => {
  await withTestWorkspace(async ({ db, ingestRequests, derive }) => {
    const exception = { "exception.type": "RateLimitError", "exception.message": "slow down" };
    await ingestRequests([
      otlpRequest([
        {
          ...{ ...failed, spanId: "1".repeat(16), startUs },
          events: [{ name: "exception", atUs: startUs + 1, attributes: exception }],
        },
        {
          ...{ ...failed, spanId: "2".repeat(16), startUs: startUs + 2_000_000 },
          status: { code: 2, message: "timeout" },
        },
      ]),
    ]);
    await derive();
    const errors = await readModelErrors(db, "C-1", 5);
    expect(errors.map(({ model, because }) => [model, because])).toEqual([
      ["m-1", "slow down"],
      ["m-1", "timeout"],
    ]);
  });
});
