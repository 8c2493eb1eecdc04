import { expect, it } from "vitest";
import { defaultSettings, usualCaseType, type Settings } from "@/lib/domain/settings/settings";
import { loadCasePage } from "@/lib/pages/case/load";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const startUs = 1_767_600_000_000_000;
const endUs = 7_258_118_400_000_000;
const nowUs = startUs + 40 * 86_400_000_000;

let spans = 0;
function requestOf(caseId: string, times: { startUs?: number; endUs?: number } = {}, due?: string) {
  spans += 1;
  const id = spans.toString(16).padStart(16, "0");
  const attributes = {
    case_id: caseId,
    channel: "chat",
    "message.role": "customer",
    "message.content": "Where is my refund? You said within 99999999999 business hours.",
    ...(due === undefined ? {} : { "sla.due": due }),
  };
  return otlpRequest([{ traceId: id + id, spanId: id, startUs, ...times, attributes }]);
}

/** Derives the queue, which must be `expected`, and reads its pages: days are counted, never walked. */
async function deriveAndRead(workspace: TestWorkspace, expected: readonly string[]): Promise<void> {
  const seen = { path: locationIn(workspace.folder, "main"), scope: null };
  expect(await workspace.derive()).toEqual(expected);
  await loadSlaPage(seen, everyCase, nowUs);
  for (const caseId of expected)
    expect(await loadCasePage(seen, caseId, defaultCaseQuery, nowUs)).not.toBeNull();
}

const settings: Settings = {
  ...defaultSettings,
  timeZone: "America/New_York",
  caseTypes: { refund: { ...usualCaseType, resolveWithinBusinessHours: 1000 } },
};

it("derives cases whose times are absurd, and those beside them", async () => {
  await withTestWorkspace(async (workspace) => {
    await writeSettings(workspace.db, settings);
    const json = JSON.stringify(requestOf("C-1"));
    const start = `"${String(startUs)}000"`;
    const hostile = [`"${"9".repeat(400)}"`, `"${"1".repeat(22)}"`, "1e300", "-1e30"];
    await workspace.ingest(hostile.map((nanos) => `${json.replace(start, nanos)}\n`).join(""));
    await workspace.ingestRequests([
      requestOf("C-2", { endUs: endUs - 1 }, "2199-12-31"),
      requestOf("C-3", { startUs: 1, endUs: 2 }, "9999-12-31"),
      requestOf("C-3", { endUs: endUs * 2 }),
      requestOf("C-4", {}, "9".repeat(400)),
      requestOf("C-5"),
    ]);
    await workspace.ingest(encodeProtobuf(requestOf("C-6", { startUs: endUs * 2 })));
    await workspace.ingest(
      "id,type,opened,closed\nC-5,refund,0001-01-01,9999-12-31\nC-4,refund,1970-01-01,2199-12-31\n",
    );
    await deriveAndRead(workspace, ["C-1", "C-2", "C-3", "C-4", "C-5"]);
  });
});

/** Rows as earlier versions, which accepted any time, stored them. */
const stored = {
  "a due date of the year 9999": `UPDATE spans SET extra =
    '{"caseEvents":[{"name":"sla_due","atUs":${String(startUs)},"dueUs":253402300799000000}]}'`,
  "an event without end": `UPDATE spans SET extra = '{"caseEvents":[{"name":"closed","atUs":null}]}'`,
  "a start of 22 digits": "UPDATE spans SET start_us = 1111111111111111111",
  "an end of 22 digits": "UPDATE spans SET end_us = 1111111111111111111",
  "two times of 22 digits":
    "UPDATE spans SET start_us = 1111111111111111111, end_us = 1111111111111111111",
};

it.each(Object.entries(stored))("derives a case stored with %s", async (_, poke) => {
  await withTestWorkspace(async (workspace) => {
    await writeSettings(workspace.db, settings);
    await workspace.ingestRequests([requestOf("C-1")]);
    await workspace.derive();
    await workspace.db.write((connection) => connection.exec(poke));
    await workspace.ingestRequests([requestOf("C-1"), requestOf("C-2")]);
    await deriveAndRead(workspace, ["C-1", "C-2"]);
  });
});
