import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import type { Upload } from "@/lib/domain/settings/upload";
import { setTimeout as wait } from "node:timers/promises";
import { connect } from "@/db/connect";
import { openReader } from "@/lib/store/open-database";
import { readBatches } from "@/lib/store/spans/read-batches";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { nowUs } from "@/lib/clock/server";
import { dataFolder, workspacePath } from "../worker/data-folder";
import { receiveUpload, refuseUpload } from "./receive-upload";
import { listUploads } from "./uploads";
import { announceUpload, startWorker } from "../worker/worker-client";

const scratch = createScratch();
const lines = asLines(syntheticExport(9, 30).requests);
const leftId = "ab".repeat(16);
const tornId = "cd".repeat(16);
const oftenId = "ef".repeat(16);

beforeAll(() => {
  vi.stubEnv("THROUGHLINE_DATA", scratch.folder());
  const uploads = join(dataFolder(), "uploads");
  mkdirSync(uploads, { recursive: true });
  writeFileSync(join(uploads, "left.part"), "half of it");
  const left = { id: leftId, name: "left.jsonl", bytes: 9, startUs: 1, attempts: 1 };
  writeFileSync(join(uploads, `${leftId}.json`), JSON.stringify(left));
  writeFileSync(join(uploads, `${leftId}.whole`), lines);
  writeFileSync(join(uploads, `${tornId}.json`), "");
  writeFileSync(join(uploads, `${tornId}.whole`), asLines(syntheticExport(10, 2).requests));
  const often = { ...left, id: oftenId, attempts: 3 };
  writeFileSync(join(uploads, `${oftenId}.json`), JSON.stringify(often));
  writeFileSync(join(uploads, `${oftenId}.whole`), lines);
  startWorker(() => undefined);
});
afterAll(async () => {
  await globalThis.throughlineWorker?.worker?.terminate();
  scratch.remove();
});

describe("a server that starts", () => {
  it("reads what is whole and removes what is not", async () => {
    const { state } = await ended(leftId);
    expect(state).toMatchObject({ kind: "done", duplicate: 0, rejected: 0 });
    expect(state.kind === "done" ? state.accepted : 0).toBeGreaterThan(100);
    const { state: ofTorn, name } = await ended(tornId);
    expect([name, ofTorn]).toMatchObject(["a file whose name was lost", { kind: "done" }]);
    expect(await sources()).toContain("left.jsonl, read again from its beginning");
  });

  it("keeps a file aside whose reading ended it three times, and says where", async () => {
    const { state } = await ended(oftenId);
    expect(state).toEqual({
      kind: "failed",
      sentence: expect.stringContaining(
        `kept in the data folder as uploads/${oftenId}.aside`,
      ) as unknown,
    });
    expect(spooled()).toEqual([`${oftenId}.aside`]);
    rmSync(join(dataFolder(), "uploads", `${oftenId}.aside`));
  });
});

describe("a file that a page sends", () => {
  it("is refused with the sentence of what keeps it from being audited", async () => {
    const request = new Request("http://localhost/api/uploads", { method: "POST", body: lines });
    const answer = refuseUpload(request, new DomainError("unavailable", "The disk is full."));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ sentence: "The disk is full." });
  });

  it("is read, and its copy removed", async () => {
    const { state } = await ended(await send("export.jsonl.gz", gzipSync(lines)));
    expect(state).toMatchObject({ kind: "done", accepted: 0, rejected: 0 });
    expect(state.kind === "done" ? state.duplicate : 0).toBeGreaterThan(100);
    expect(spooled()).toEqual([]);
    expect((await sources())[0]).toBe("export.jsonl.gz");
  });

  it("is read once another process that keeps the workspace locked lets it go", async () => {
    const holder = connect(workspacePath("main"), "writer");
    holder.exec("BEGIN IMMEDIATE");
    const id = await send("late.jsonl", lines);
    // Longer than the writer waits for a lock.
    await wait(7000);
    holder.exec("ROLLBACK");
    holder.close();
    expect((await ended(id)).state).toMatchObject({ kind: "done", rejected: 0 });
  });

  it("is reported with its counts, its batch and its cases", async () => {
    const csv = "id,customer,subject\nC-1,u-1,refund\nC-2,u-2,outage\n";
    const { state, name } = await ended(await send("Fälle 1.csv", csv));
    expect(name).toBe("Fälle 1.csv");
    expect(state).toMatchObject({ kind: "done", records: 2, cases: 2, rejected: 0, refusals: 0 });
  });

  it("was read as well when it is sent again, though a value in it is refused", async () => {
    const table = "id,customer,csat\nC-900,u-1,perhaps\n";
    const first = (await ended(await send("again.csv", table))).state;
    expect(first).toMatchObject({ kind: "done", records: 1, refusals: 1 });
    const again = (await ended(await send("again.csv", table))).state;
    expect(again).toMatchObject({ kind: "done", records: 0, refusals: 1 });
  });

  it("goes by its content, whatever its name says", async () => {
    expect((await ended(await send("holiday.png", lines))).state.kind).toBe("done");
  });

  it("keeps no personal data of its name", async () => {
    const { name } = await ended(await send("jane.doe@example.com.jsonl", lines));
    expect(name).not.toContain("jane.doe");
  });

  it("is only the owner's to read while it waits", async () => {
    const { part, end } = sendSlowly();
    await expect.poll(() => existsSync(part)).toBe(true);
    expect(statSync(part).mode & 0o777).toBe(0o600);
    end();
  });

  it.each([
    ["nothing", "", /empty/],
    ["something unknown", Buffer.alloc(5000, 0x91), /none of the formats/],
    ["gzip of nothing that is known", gzipSync(Buffer.alloc(500, 0x91)), /none of the formats/],
    [
      "the beginning of a gzip",
      gzipSync(randomBytes(5000)).subarray(0, 12),
      /gzip|none of the formats/,
    ],
  ])("says in one sentence why %s brought nothing", async (_, bytes, sentence) => {
    const { state } = await ended(await send("export.jsonl", bytes));
    expect(state.kind === "failed" ? state.sentence : state.kind).toMatch(sentence);
  });

  it("keeps what a damaged gzip had before the damage, and says so", async () => {
    const whole = gzipSync(asLines(syntheticExport(10, 200).requests));
    const { state } = await ended(await send("cut.gz", whole.subarray(0, whole.length / 2)));
    expect(state).toMatchObject({ kind: "done", rejected: 1, refusals: 2 });
  });

  it("leaves nothing when its sending is given up", async () => {
    const { id, part, giveUp, answer } = sendSlowly();
    await expect.poll(() => existsSync(part)).toBe(true);
    giveUp();
    expect((await answer).ok).toBe(false);
    expect(spooled()).toEqual([]);
    expect(listUploads(nowUs()).map((upload) => upload.id)).not.toContain(id);
  });

  it.each([
    ["that is larger than allowed", { "content-length": String(5 * 1024 ** 3) }, 413, /4 GB/],
    ["that did not arrive whole", { "content-length": "999999" }, 400, /did not arrive whole/],
    ["under a number that is none", { "x-upload-id": "../key" }, 400, /Load the page again/],
    ["under a number that is taken", { "x-upload-id": leftId }, 400, /Load the page again/],
    ["without a name", { "x-file-name": "" }, 400, /Load the page again/],
  ])("is refused %s", async (_, headers, status, sentence) => {
    const response = await receiveUpload(requestOf(lines, headers), announceUpload);
    expect(response.status).toBe(status);
    const answer = (await response.json()) as { sentence: string };
    expect(answer.sentence).toMatch(sentence);
    expect(spooled()).toEqual([]);
  });

  it("is refused in the middle where it does not say how large it is", async () => {
    vi.stubEnv("THROUGHLINE_MAX_UPLOAD_MB", "0.01");
    const response = await receiveUpload(requestOf(lines, {}), announceUpload);
    vi.stubEnv("THROUGHLINE_MAX_UPLOAD_MB", undefined);
    expect(response.status).toBe(413);
    expect(spooled()).toEqual([]);
  });
});

function newId(): string {
  return randomBytes(16).toString("hex");
}

function requestOf(body: BodyInit, headers: Readonly<Record<string, string>>): Request {
  const known = { "x-upload-id": newId(), "x-file-name": "export.jsonl" };
  const init = { method: "POST", headers: { ...known, ...headers }, body, duplex: "half" };
  return new Request("http://localhost/api/uploads", init);
}

async function send(name: string, body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const headers = { "x-file-name": encodeURIComponent(name) };
  const response = await receiveUpload(requestOf(body, headers), announceUpload);
  const { id } = (await response.json()) as { id: string };
  expect(response.status).toBe(201);
  return id;
}

/** Begins to send a file and keeps the request open. */
function sendSlowly() {
  const id = newId();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const answer = receiveUpload(requestOf(readable, { "x-upload-id": id }), announceUpload);
  writer.write(new TextEncoder().encode("{}\n")).catch(() => undefined);
  return {
    id,
    part: join(dataFolder(), "uploads", `${id}.part`),
    answer,
    end: () => void writer.close(),
    giveUp: () => void writer.abort(new Error("aborted")),
  };
}

/** Resolves to the upload in its final state. */
async function ended(id: string): Promise<Upload> {
  const find = () => listUploads(nowUs()).find((upload) => upload.id === id);
  await expect.poll(() => find()?.state.kind).toMatch(/done|failed/);
  const upload = find();
  if (upload === undefined) throw new Error("The upload is gone.");
  return upload;
}

function spooled(): string[] {
  return readdirSync(join(dataFolder(), "uploads"));
}

async function sources(): Promise<string[]> {
  const db = openReader(workspacePath("main"));
  const page = { page: 1, pageSize: 100, batch: null, rejectsMax: 0 };
  const { batches } = await readBatches(db, page);
  await db.close();
  return batches.map(({ source }) => source);
}
