import { afterAll, expect, it } from "vitest";
import { fillFolder } from "@/lib/testing/fill-folder";
import { requestsByIntent } from "@/lib/testing/requests-by-intent";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { supportCase } from "@/lib/testing/spans/support-case";

const scratch = createScratch();
afterAll(() => scratch.remove());

const asked = Object.entries(requestsByIntent).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, attributes: { intent } })),
);
const unsaid = { text: "Please block the card that I lost.", attributes: {} };
const requests = [...asked, unsaid].map(({ text, attributes }, index) =>
  supportCase({
    caseId: `C-${String(index)}`,
    idSuffix: String(10 + index),
    startUs: 1_767_600_000_000_000 + index,
    messages: [{ who: "customer", text }],
    attributes,
  }),
);

it("learns intents, says how well that does, infers by them and forgets them", async () => {
  const data = scratch.folder();
  await fillFolder(data, asLines(requests));
  const intents = (...args: string[]) => runCommand(["intents", ...args], { data });
  expect((await intents("show")).stdout).toMatch(/not inferred; .* 1 case /u);
  const trial = await intents("learn", "--dry-run");
  expect(trial.stdout).toMatch(
    /^Could learn 3 intents from 18 cases .*\n.* right on \d+, wrong on \d+, silent on \d+\.\n.* silent on \d+, wrong on \d+\.\nNothing .* 1 case .*\n$/,
  );
  expect((await inferredOf(data)).get("C-18")).toBeNull();
  expect((await intents("learn")).stdout).toMatch(/for 1 of 1 case .*\n$/);
  expect((await inferredOf(data)).get("C-18")).toBe("lost_card");
  expect((await intents("show")).stdout).toContain("Learned 3 intents");
  await intents("forget");
  expect((await inferredOf(data)).get("C-18")).toBeNull();
});

it("refuses to learn where too few cases declare an intent", async () => {
  const data = scratch.folder();
  await runCommand(["migrate"], { data });
  const { code, stderr } = await runCommand(["intents", "learn"], { data });
  expect(code).toBe(2);
  expect(stderr).toContain("Too few");
});

async function inferredOf(data: string): Promise<ReadonlyMap<string, string | null>> {
  const { stdout } = await runCommand(["export", "cases"], { data });
  const cases = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { case_id: string; inferred_intent: string | null });
  return new Map(cases.map((each) => [each.case_id, each.inferred_intent]));
}
