import { afterAll, expect, it } from "vitest";
import { leftProductionWords } from "@/lib/format/ingest/left-production-words";
import { readBatches } from "@/lib/store/spans/read-batches";
import { fillFolder } from "@/lib/testing/fill-folder";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { recordedCalls } from "@/lib/testing/review-calls";
import { asReplay } from "@/lib/testing/spans/as-replay";
import { asLines } from "@/lib/testing/spans/otlp";
import { inDataFolder } from "@/lib/testing/stored-runs";

const scratch = createScratch();
afterAll(() => scratch.remove());

/** Stores and derives requests that a test is not about. */
const fill = (data: string, requests: readonly object[]) => fillFolder(data, asLines(requests));

const ingest = (data: string, requests: readonly object[], ...more: readonly string[]) =>
  runCommand(["ingest", scratch.file("sent.jsonl", asLines(requests)), ...more], { data });

const named = (at: number) =>
  asReplay(recordedCalls(at, at + 1), { run: "v15-1", item: `item-${String(at)}` }, "");

it("says which traces a later span took out of production, and counts the cases that they left", async () => {
  const data = scratch.folder();
  await fill(data, recordedCalls(0, 3));
  const { stdout } = await ingest(data, [...named(0), ...named(1), ...recordedCalls(3, 4)]);
  expect(stdout).toMatch(/^3 cases touched, 2 replays of a cohort, /mu);
  expect(stdout).toContain(`\n${leftProductionWords(2).join("")}.\n`);
  await inDataFolder(data, async (db) => {
    const request = { page: 1, pageSize: 9, batch: null, rejectsMax: 0 };
    const { batches } = await readBatches(db, request);
    expect(batches.map(({ leftProduction }) => leftProduction)).toEqual([2, 0]);
  });
});

it("says nothing of replays that were never of production, and nothing twice", async () => {
  const data = scratch.folder();
  const sent = await ingest(data, named(0));
  expect(sent.stdout).toContain("0 cases touched, 1 replay of a cohort");
  expect(sent.stdout).not.toContain("left production");
  await fill(data, recordedCalls(1, 2));
  await fill(data, named(1));
  const again = await ingest(data, named(1), "--json");
  expect(JSON.parse(again.stdout)).toMatchObject({ cases: 0, leftProduction: 0 });
});

it("prints the same spans of production whatever was replayed", async () => {
  const data = scratch.folder();
  await fill(data, recordedCalls(0, 2));
  const spans = async () => (await runCommand(["export", "spans"], { data })).stdout;
  const before = await spans();
  await ingest(data, asReplay(recordedCalls(0, 2), { run: "v15-1", item: "item-0" }, "ab"));
  expect(before).not.toBe("");
  expect(await spans()).toBe(before);
});
