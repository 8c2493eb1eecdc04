import { writeFileSync } from "node:fs";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const startUs = Date.parse("2026-10-10T09:00:00Z") * 1000;
const said = ["Where is my parcel?", "I am Maria Schmidt.", "Can it come on Sunday?", "Thank you!"];

/** One case of four spans, a second apart. @param digit of the trace's id */
function sent(
  caseId: string,
  digit: string,
  attributesOf: (text: string, at: number) => Record<string, string>,
): string {
  const spans = said.map((text, at) => ({
    ...{ traceId: digit.repeat(32), spanId: `${digit}${String(at + 1).padStart(15, "0")}` },
    ...{ name: "turn", startUs: startUs + at * 1_000_000 },
    attributes: { case_id: caseId, ...attributesOf(text, at) },
  }));
  return asLines([otlpRequest(spans)]);
}

test.describe("on a server without any case", () => {
  let server: OwnServer;
  test.beforeEach(async () => {
    server = await startOwnServer([]);
  });
  test.afterEach(async ({ page }) => {
    // An open page would complain of the stopped server.
    await page.close();
    await server.stop();
  });

  test("spans whose text nothing reads say so, and their keys are read as words", async ({
    page,
  }, info) => {
    const file = info.outputPath("turns.jsonl");
    const turns = sent("T-1", "c", (text) => ({
      "bot.heard": text,
      "bot.said": `I understand, you said: ${text}`,
    }));
    const messages = sent("T-2", "d", (text, at) => ({
      "utt.text": text,
      "utt.who": at % 2 === 0 ? "guest" : "assistant",
    }));
    writeFileSync(file, `${turns.trimEnd()}\n${messages}`);
    await page.goto(`${server.url}/ingest`);
    await page.getByLabel("Files to ingest").setInputFiles(file);
    const row = page.getByRole("list", { name: "Files sent" }).getByRole("listitem");
    await expect(row).toContainText("in 2 cases");
    await expect(row).toContainText("words of the customer or the agent missing");

    const notice = page.getByRole("complementary", { name: "Spans without words" });
    for (const path of ["/overview", "/cases", "/data-health", "/cases/T-1"]) {
      await page.goto(`${server.url}${path}`);
      await expect(notice).toContainText("8 spans carry text under keys that we don’t know");
    }
    await expect(page.getByText("No words of this case reached us.")).toBeVisible();

    await notice
      .getByRole("link", { name: /Read bot\.heard \(4\) as the customer’s words/u })
      .click();
    const form = page.getByRole("form", { name: "Words and roles" });
    const example = form.getByRole("list", { name: "Example of the transcript" });
    await expect(example).toContainText("CustomerWhere is my parcel?");
    await expect(example).not.toContainText("Schmidt");
    await form.getByRole("button", { name: /Read bot\.said \(4\) as the agent’s words/u }).click();
    await expect(example).toContainText("AgentI understand, you said: Where is my parcel?");
    await form
      .getByRole("button", {
        name: /Read utt\.text \(4\) as messages with their role in utt\.who/u,
      })
      .click();
    await form.getByRole("button", { name: "Show the effect" }).click();
    await form.getByRole("button", { name: "Save and re-derive 2 cases" }).click();
    await expect(form.getByText(/^Saved\. (?:This|No)/u)).toBeVisible();

    await page.goto(`${server.url}/cases/T-1`);
    await expect(notice).toBeHidden();
    const transcript = page.getByRole("region", { name: "Transcript" });
    await expect(transcript).toContainText("8 messages");
    await expect(transcript).toContainText("Can it come on Sunday?");
    await expect(transcript).not.toContainText("Schmidt");

    // A guest is no role we know: shown as the agent until somebody says who that is.
    await page.goto(`${server.url}/cases/T-2`);
    await notice.getByRole("link", { name: "Say who guest (2 messages) is" }).click();
    await form.getByRole("button", { name: "Show the effect" }).click();
    await form.getByRole("button", { name: "Save and re-derive 1 case" }).click();
    await expect(form.getByText(/^Saved\. (?:This|No)/u)).toBeVisible();
    await page.goto(`${server.url}/cases/T-2`);
    await expect(notice).toBeHidden();
    await expect(transcript).toContainText("4 messages");
    await expect(transcript.getByText("Customer", { exact: true })).toHaveCount(2);
    await page.goto(`${server.url}/audit`);
    await expect(page.getByRole("row", { name: /settings/u }).first()).toContainText(
      "roleSpeakers",
    );
  });
});
