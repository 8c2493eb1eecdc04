import { afterAll, describe, expect, it } from "vitest";
import { createScratch, runCli } from "@/lib/testing/run-cli";

const scratch = createScratch();
afterAll(() => scratch.remove());

function row(id: string, content: string): string {
  const messages = [
    { role: "user", content },
    { role: "agent", content: "It is done." },
  ];
  return JSON.stringify({ id, domain: "a domain nobody has seen", messages });
}

describe("throughline score", () => {
  it("prints a line for each row, in order, and says which lines are none, without their words", async () => {
    const input = [
      row("r-2", "Please cancel my order."),
      "secret words",
      "",
      '{"id":"r-9","messages":[{"role":"stranger","content":"secret"}]}',
      row("r-1", ""),
    ].join("\n");
    const data = scratch.folder();
    const { code, stdout, stderr } = await runCli(["score", "--evaluator", "tone"], {
      data,
      input,
    });
    const lines = stdout.trim().split("\n");
    const scores = lines.map((line): unknown => JSON.parse(line));
    expect(scores).toMatchObject([
      { id: "r-2", status: "scored", because: expect.any(String) as string },
      { id: "r-1", status: "scored" },
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Line 2 .*JSON[^]*Line 4 .*: messages\.0\.role/);
    expect(stderr).not.toContain("secret");
  });

  it("lists the evaluators for an unknown name", async () => {
    const data = scratch.folder();
    const { code, stderr } = await runCli(["score", "--evaluator", "mood"], { data, input: "" });
    expect(code).not.toBe(0);
    expect(stderr).toContain("conversation_resolution");
  });
});
