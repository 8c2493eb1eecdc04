import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { connect } from "@/db/connect";
import { runCli } from "../run-cli";
import { seededRandom } from "../seeded-random";
import { startServer } from "../start-server";
import type { FaultMaterial } from "./fault-material";
import { digestAt, spanIdsOf, storedSpanIds } from "./fault-place";
import { createFaultTally, type FaultResult } from "./fault-result";
import { sendAll, type Sent } from "./send-all";

const fullSentence = /disk/u;
const stackTrace = /\n\s+at /u;

type SmallDisk = {
  /** Fills it but for some bytes. */
  readonly fill: (leftBytes: number) => void;
  readonly empty: () => void;
  readonly unmount: () => void;
};

const diskBytes = 16 * 1024 * 1024;

/** Whether this process may mount a file system. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "throughline-mount-"));
  try {
    mountSmall(folder).unmount();
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** A small file system at a folder. */
function mountSmall(folder: string): SmallDisk {
  const options = `size=${String(diskBytes)}`;
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  if (status !== 0) throw new Error("This process may not mount a file system.");
  const filler = join(folder, "filler");
  return {
    fill: (leftBytes) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
    },
    empty: () => rmSync(filler),
    unmount: () => void spawnSync("umount", [folder]),
  };
}

/** The longest of a workspace's files, in bytes. */
function longestFile(data: string): number {
  return Math.max(...readdirSync(data).map((name) => statSync(join(data, name)).size));
}

/**
 * Posts to a server whose disk is full before it has everything: a small file system, or a limit of a file's length.
 * With space again, the same senders come to an end.
 */
export async function fillDisks(
  material: FaultMaterial,
  times: number,
  limit: "small disk" | "limit of a file",
): Promise<FaultResult> {
  const random = seededRandom(material.seed + 3);
  const tally = createFaultTally("disk full", material.seed);
  for (let time = 0; time < times; time += 1) {
    const where = `disk ${String(time)}`;
    const place = await material.empty();
    const { data } = place;
    const small = limit === "small disk" ? mountSmall(data) : null;
    tally.count(limit);
    const leftBytes = 40_000 + random.below(100_000);
    try {
      let running = await startServer(material.server, data);
      const stored = new Set<string>();
      let isFull = false;
      const onStored = (request: object) => spanIdsOf(request).forEach((id) => stored.add(id));
      const { requests } = material;
      const send = async (isOver: () => boolean): Promise<Sent> => {
        const sent = await sendAll({ urlOf: () => running.url, requests, onStored, isOver });
        for (const status of sent.statuses) tally.count(`status ${String(status)}`);
        return sent;
      };
      await sendAll({ urlOf: () => running.url, requests: requests.slice(0, 1), onStored });
      if (small === null) {
        await running.kill();
        running = await startServer(material.server, data, longestFile(data) + leftBytes);
      } else small.fill(leftBytes);
      const giveUp = setTimeout(() => (isFull = true), 6000);
      const first = await send(() => isFull);
      clearTimeout(giveUp);
      if (!first.statuses.includes(503)) tally.lose(`${where}: it was never full`);
      for (const sentence of first.sentences)
        if (!fullSentence.test(sentence)) tally.lose(`${where}: answered ${sentence}`);
      const ready = await fetch(running.url.replace("/v1/traces", "/readyz"));
      if (ready.status !== 503) tally.lose(`${where}: /readyz says ${String(ready.status)}`);
      if (small === null) {
        await running.kill();
        running = await startServer(material.server, data);
      } else small.empty();
      const second = await send(() => false);
      for (const status of second.statuses)
        if (status !== 200 && status !== 503) tally.lose(`${where}: answered ${String(status)}`);
      tally.measure(running.child.pid);
      await running.kill();
      const there = await storedSpanIds(place);
      const lost = [...stored].filter((id) => !there.has(id));
      if (lost.length > 0) tally.lose(`${where}: ${String(lost.length)} spans`);
      if (stackTrace.test(running.output())) tally.lose(`${where}: a stack trace`);
      tally.compareDigest(await digestAt(place), material.digests.requests, where);
    } finally {
      small?.unmount();
    }
  }
  return tally.end(times);
}

/** The writer waits five seconds for a lock; of 20 senders each for itself would make 100. A busy machine adds some. */
const lockAnswerMaxMs = 20_000;

/** Posts while another process holds the workspace's write lock, and lets it go after a while. */
export async function holdLock(material: FaultMaterial, holdMs: number): Promise<FaultResult> {
  const tally = createFaultTally("database locked", material.seed);
  const place = await material.empty();
  const { location } = place;
  const running = await startServer(material.server, place);
  const [first, ...requests] = material.requests;
  await sendAll({ urlOf: () => running.url, requests: [first ?? {}] });
  const holder = connect(location, "writer");
  holder.exec("BEGIN IMMEDIATE");
  const reader = connect(location, "reader");
  const sending = sendAll({ urlOf: () => running.url, requests, senders: 20, pauseMs: 500 });
  const untilMs = performance.now() + holdMs;
  let slowestReadMs = 0;
  while (performance.now() < untilMs) {
    const beganMs = performance.now();
    reader.prepare("SELECT count(*) FROM spans").get();
    slowestReadMs = Math.max(slowestReadMs, performance.now() - beganMs);
    await wait(100);
  }
  reader.close();
  holder.exec("ROLLBACK");
  holder.close();
  const { statuses, slowestMs, sentences } = await sending;
  for (const status of statuses) {
    tally.count(`status ${String(status)}`);
    if (status !== 200 && status !== 503) tally.lose(`answered ${String(status)}`);
  }
  for (const sentence of sentences)
    if (!sentence.includes("Another process")) tally.lose(`answered ${sentence}`);
  tally.took("slowestMs", slowestMs, lockAnswerMaxMs, "beside the lock");
  tally.most("slowestReadMs", slowestReadMs);
  tally.count("seconds held", Math.round(holdMs / 1000));
  tally.measure(running.child.pid);
  await running.kill();
  tally.compareDigest(await digestAt(place), material.digests.requests, "after the lock");
  return tally.end(1);
}

const pageBytes = 4096;

/**
 * Overwrites a page of the workspace's file with other bytes, then exports everything. Right is a sentence with the
 * file's name, or the same digest where nothing that counts was on the page.
 */
export async function tearPages(material: FaultMaterial, times: number): Promise<FaultResult> {
  const random = seededRandom(material.seed + 4);
  const tally = createFaultTally("damaged page", material.seed);
  const whole = await material.stored();
  if ((await runCli(["worker", "--once"], whole)).code !== 0)
    tally.lose("The workspace could not be derived.");
  const intact = readFileSync(whole.location);
  for (let time = 0; time < times; time += 1) {
    const place = await material.empty();
    const torn = Buffer.from(intact);
    const page = 1 + random.below(torn.length / pageBytes - 1);
    for (let at = page * pageBytes; at < (page + 1) * pageBytes; at += 1)
      torn[at] = random.below(256);
    writeFileSync(place.location, torn);
    const where = `page ${String(page)}`;
    for (const args of [
      ["export", "digest"],
      ["ingest", ...material.files],
    ]) {
      const { code, stdout, stderr } = await runCli(args, place);
      const isTold = /main\.db/u.test(stderr) && /damaged/u.test(stderr);
      const isSame = args[0] === "export" && stdout.trim() === material.digests.files;
      if (stackTrace.test(stderr)) tally.lose(`${where}: ${args[0] ?? ""} ends with a stack trace`);
      else if (code === 0 && args[0] === "export" && !isSame)
        tally.lose(`${where}: silently wrong`);
      else if (code !== 0 && !isTold) tally.lose(`${where}: says ${stderr.slice(0, 200)}`);
      tally.count(`${args[0] ?? ""} ${code === 0 ? "whole" : "told"}`);
    }
  }
  tally.most("pages", intact.length / pageBytes);
  return tally.end(times);
}
