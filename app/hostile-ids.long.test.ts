import "@/lib/testing/requests/next-globals";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eraseCustomer } from "@/app/(inside)/customers/[customerId]/actions";
import { addNote, mergeCase } from "@/app/(inside)/cases/[caseId]/actions";
import { addToCohort, makeCohort } from "@/app/(inside)/cohorts/actions";
import { assignCase, handleCase, snoozeCase } from "@/app/(inside)/live/actions";
import { moveTrace } from "@/app/(inside)/traces/[traceId]/actions";
import { saveView } from "@/app/(inside)/view-actions";
import { nowUs } from "@/lib/clock/server";
import { cohortNameMax } from "@/lib/domain/gate/cohort-change";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { idSegment } from "@/lib/format/id-segment";
import { startWorker } from "@/lib/pipeline/worker/worker-client";
import { fillFolder } from "@/lib/testing/fill-folder";
import { callRoute, type Answer } from "@/lib/testing/requests/call-route";
import { signInAs, testOrigin, type CallerHeaders } from "@/lib/testing/requests/callers";
import { hostileCases, hostileIds, hostileRequests } from "@/lib/testing/requests/hostile-ids";
import { renderPage, unescaped } from "@/lib/testing/requests/render-page";
import { stopThreads } from "@/lib/testing/requests/stop-threads";
import { withinRequest } from "@/lib/testing/requests/within-request";
import { createScratch } from "@/lib/testing/run-cli";
import { asLines } from "@/lib/testing/spans/otlp";

const scratch = createScratch();
let admin: CallerHeaders = {};

beforeAll(async () => {
  const folder = scratch.folder();
  vi.stubEnv("THROUGHLINE_DATA", folder);
  await fillFolder(folder, asLines(hostileRequests(nowUs())));
  admin = await signInAs("admin", nowUs());
  startWorker(() => undefined);
});
afterAll(async () => {
  await stopThreads();
  vi.unstubAllEnvs();
  scratch.remove();
});

const every = "period=all";
/** What can be chosen by any words. */
const facets = ["region", "team", "release", "agent"];
const value = encodeURIComponent;
const get = (path: string) => callRoute(`GET ${path}`, admin);
const page = (path: string) => renderPage(path, admin);

/** How an answer names a request that could not be answered, on a page and in a sentence. */
const unread = /\(request [0-9a-f]{8}\)|Request <code[^>]*>[0-9a-f]{8}</u;

function bodyOf({ text }: Answer): unknown {
  return JSON.parse(text.split("\n\n")[1] ?? "");
}

function isRead({ status, text }: Answer): boolean {
  return status < 500 && !unread.test(text);
}

async function act(
  action: (input: unknown) => Promise<MutationOutcome>,
  input: unknown,
): Promise<MutationOutcome> {
  const headers = new Headers(admin);
  return withinRequest({ url: testOrigin, headers }, "action", () => action(input));
}

it.each(hostileCases)("the pages of $id are its own", async ({ id, word, traceId }) => {
  const own = `/cases/${idSegment(id)}`;
  expect((await page(own)).text).toContain(word);
  expect((await page(`/traces/${traceId}`)).text).toContain(own);
  expect((await page(`/customers/${idSegment(id)}`)).text).toContain(own);
  expect((await page(`/t/${idSegment(id)}`)).text).toContain(own);
  expect(isRead(await page(`/quality/${idSegment(id)}`))).toBe(true);
  for (const facet of facets) {
    const listed = (await page(`/cases?${every}&${facet}=${value(id)}`)).text;
    const others = hostileCases.filter((other) =>
      listed.includes(`"/cases/${idSegment(other.id)}"`),
    );
    expect([facet, listed.includes(own), others.length < 2]).toEqual([facet, true, true]);
  }
});

it.each(hostileCases)("the files and answers to programs of $id are its own", async ({ id }) => {
  const segment = idSegment(id);
  const answer = await get(`/api/v1/cases/${segment}`);
  expect(JSON.parse(answer.text.split("\n\n")[1] ?? "")).toMatchObject({
    case: { case_id: id, customer_id: id, intent: id, region: id, teams: [id], releases: [id] },
    contacts: [{ agent_ids: [id], team: id }],
  });
  const peek = await get(`/api/cases/peek?peek=${value(id)}&${every}`);
  expect(bodyOf(peek)).toMatchObject({ caseId: id, customerId: id });
  const pack = unescaped((await get(`/cases/${segment}/pack`)).text);
  expect(pack).toContain(`<title>Evidence pack: Case ${id}</title>`);
  for (const facet of facets) {
    const filter = `${every}&${facet}=${value(id)}`;
    const cases = (await get(`/api/v1/cases?${filter}`)).text;
    expect([facet, cases.includes(JSON.stringify({ case_id: id }).slice(1, -1))]).toEqual([
      facet,
      true,
    ]);
    for (const path of ["/cases.csv", "/lists/contacts/csv"]) {
      const csv = (await get(`${path}?${filter}`)).text.replaceAll('""', '"');
      expect([path, facet, csv.includes(id)]).toEqual([path, facet, true]);
    }
  }
});

it.each(hostileCases)("actions take $id for its own", async ({ id }) => {
  const kept = { isDone: true };
  expect(await act(addNote, { caseId: id, text: "seen" })).toMatchObject(kept);
  expect(await act(assignCase, { caseId: id, assignee: null })).toMatchObject(kept);
  expect(await act(snoozeCase, { caseId: id, hours: 1 })).toMatchObject(kept);
  expect(await act(handleCase, { caseId: id, isHandled: false })).toMatchObject(kept);
  expect((await page(`/cases/${idSegment(id)}`)).text).toContain("seen");
});

it.each(hostileCases)("a cohort may be called $id, and hold it", async ({ id }) => {
  const [other] = hostileCases.filter((each) => each.id !== id);
  // What a person names is one line, and so is what a cohort's file names.
  const name = id.replaceAll(/\p{Cc}/gu, "-").slice(0, cohortNameMax);
  const search = `${every}&team=${value(id)}`;
  const made = await act(makeCohort, { name, search, sample: null });
  if (/\p{Cc}/u.test(id)) {
    const sentence = expect.stringContaining("holds control characters") as unknown;
    expect(made).toMatchObject({ isDone: false, sentence });
  } else {
    expect(made).toMatchObject({ isDone: true });
    const added = { name, caseId: other?.id, expected: "An answer." };
    expect(await act(addToCohort, added)).toMatchObject({ isDone: true });
    expect((await page(`/cohorts/${idSegment(name)}`)).status).toBe(200);
    expect((await get(`/cohorts/${idSegment(name)}/jsonl`)).text).toContain(JSON.stringify(id));
  }
});

describe("an id of nothing is not found, and fails nothing", () => {
  const paths = (id: string) => {
    const segment = idSegment(id);
    return [
      ...[`/traces/${segment}`, `/releases/${segment}`, `/releases/${segment}/items/${segment}`],
      ...[`/quality/${segment}/label`, `/lists/${segment}`],
      ...[`/disclosures/rules/${segment}`, `/disclosures/samples/${segment}`],
      `/disclosures/samples/${segment}/second`,
    ];
  };
  it.each(hostileIds)("%j", async (id) => {
    const segment = idSegment(id);
    for (const path of paths(id)) expect([path, (await page(path)).status]).toEqual([path, 404]);
    for (const path of ["cases", "csv", "pack"]) {
      const of = { cases: "/releases", csv: "/lists", pack: "/disclosures/samples" }[path] ?? "";
      const address = `${of}/${segment}/${path}`;
      expect([address, (await get(address)).status]).toEqual([address, 404]);
    }
    expect((await get(`/workspaces/${segment}`)).status).toBe(404);
    expect(await act(moveTrace, { traceId: id, toCaseId: id })).toMatchObject({ isDone: false });
  });
});

it.each(hostileIds)("every other page takes %j for a filter, a choice or a search", async (id) => {
  const given = value(id);
  const chosen = [...facets, "type", "prompt", "path", "topic", "returns", "intent", "q", "list"];
  const filter = chosen.map((name) => `${name}=${given}`).join("&");
  const pages = ["/overview", "/metrics", "/quality", "/sla", "/journeys", "/persona", "/insights"];
  const more = ["/handoffs", "/disclosures", "/compare", "/live", "/pii", "/alerts", "/audit"];
  for (const path of [...pages, ...more]) {
    const answer = await page(
      `${path}?${every}&${filter}&by=${given}&metric=${given}&page=${given}`,
    );
    expect([path, isRead(answer)]).toEqual([path, true]);
  }
  for (const path of ["/report", "/sla.csv", "/api/v1/metrics", "/api/live/list"]) {
    const answer = await get(`${path}?${every}&${filter}`);
    expect([path, isRead(answer)]).toEqual([path, true]);
  }
  const view = { name: id.slice(0, 40), page: "cases", search: filter };
  const saved = await act(saveView, view);
  expect(saved.isDone || !unread.test(saved.sentence)).toBe(true);
});

it.each(hostileCases)("$id is merged and erased alone", async ({ id }) => {
  const other = { fromCaseId: id, toCaseId: id };
  expect(await act(mergeCase, other)).toMatchObject({ isDone: false });
  expect(await act(eraseCustomer, { customerId: id })).toMatchObject({ isDone: true });
  await expect.poll(async () => (await page(`/customers/${idSegment(id)}`)).status).toBe(404);
  await expect.poll(async () => (await get(`/api/v1/cases/${idSegment(id)}`)).status).toBe(404);
});
