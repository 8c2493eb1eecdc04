import { isDomainError } from "@/lib/domain/domain-error";
import { readBody } from "@/lib/pipeline/intake/read-body";
import { startServer } from "../start-server";
import { withTestWorkspace } from "../test-workspace";
import type { FaultMaterial } from "./fault-material";
import { countEach, createFaultTally, type FaultResult } from "./fault-result";
import { mutateBody, type MutatedBody } from "./mutate-body";
import { readMemoryMiB } from "./read-memory";
import { readSampleBodies } from "./sample-bodies";

/** No body takes longer; the usual one takes milliseconds. */
const bodyMs = 10_000;
const memoryMaxMiB = 1500;
const rightCodes: ReadonlySet<string> = new Set(["invalid-input", "too-large", "unsupported"]);
const rightStatuses: ReadonlySet<number> = new Set([200, 400, 413, 415]);
const nameOf = (number: number, { encoding, how }: MutatedBody) =>
  `body ${String(number)} (${encoding}: ${how})`;

/** Decodes, masks and stores damaged bodies as a server's writer does, and derives what came of them. */
export async function decodeMutated(seed: number, count: number): Promise<FaultResult> {
  const samples = readSampleBodies();
  const tally = createFaultTally();
  const outcomes: string[] = [];
  let [slowestMs, memoryMiB] = [0, 0];
  const limits = { maxBytes: 64 * 1024 * 1024, grow: () => undefined, maxMs: bodyMs };
  await withTestWorkspace(async (workspace) => {
    for (let number = seed; number < seed + count; number += 1) {
      const body = mutateBody(samples, number);
      const { encoding, signal, isGzip } = body;
      const beganMs = performance.now();
      try {
        const stream = new Response(new Uint8Array(body.bytes)).body;
        const chunks = await readBody(stream, { isGzip, ...limits });
        const result = await workspace.submit({ chunks, encoding, signal });
        outcomes.push(result.isUndecodable ? "400" : result.rejected > 0 ? "200 in part" : "200");
      } catch (error) {
        const code = isDomainError(error) ? error.code : "";
        outcomes.push(code === "invalid-input" ? "400" : code);
        if (!rightCodes.has(code)) tally.lose(`${nameOf(number, body)}: ${String(error)}`);
      }
      const tookMs = performance.now() - beganMs;
      if (tookMs > bodyMs) tally.lose(`${nameOf(number, body)}: ${String(Math.round(tookMs))} ms`);
      slowestMs = Math.max(slowestMs, tookMs);
      if (number % 500 === 0) memoryMiB = Math.max(memoryMiB, readMemoryMiB(process.pid));
    }
    await workspace.derive();
  });
  if (memoryMiB > memoryMaxMiB) tally.lose(`${String(memoryMiB)} MiB of memory`);
  const figures = { outcomes: countEach(outcomes), slowestMs: Math.round(slowestMs), memoryMiB };
  return tally.end({ kind: "mutated bodies, decoded", seed, tried: count }, figures);
}

/** Posts damaged bodies to a server, which then still takes the good ones. */
export async function postMutated(material: FaultMaterial, count: number): Promise<FaultResult> {
  const samples = readSampleBodies();
  const tally = createFaultTally();
  const running = await startServer(material.server, material.folder());
  const statuses: number[] = [];
  let [slowestMs, memoryMiB, next] = [0, 0, material.seed];
  const post = async (body: MutatedBody): Promise<number> => {
    const headers = {
      "content-type": body.encoding === "json" ? "application/json" : "application/x-protobuf",
      ...(body.isGzip && { "content-encoding": "gzip" }),
    };
    const url = running.url.replace("traces", body.signal);
    const signal = AbortSignal.timeout(bodyMs);
    const bytes = new Uint8Array(body.bytes);
    const response = await fetch(url, { method: "POST", headers, body: bytes, signal });
    await response.arrayBuffer();
    return response.status;
  };
  const send = async () => {
    while (next < material.seed + count) {
      const number = next;
      next += 1;
      const body = mutateBody(samples, number);
      const beganMs = performance.now();
      const status = await post(body).catch(() => 0);
      slowestMs = Math.max(slowestMs, performance.now() - beganMs);
      statuses.push(status);
      if (!rightStatuses.has(status)) tally.lose(`${nameOf(number, body)}: ${String(status)}`);
      memoryMiB = Math.max(memoryMiB, readMemoryMiB(running.child.pid));
    }
  };
  await Promise.all([send(), send()]);
  if (running.child.exitCode !== null) tally.lose("The server ended.");
  if (memoryMiB > memoryMaxMiB) tally.lose(`${String(memoryMiB)} MiB of memory`);
  await running.kill();
  const figures = { statuses: countEach(statuses), slowestMs: Math.round(slowestMs), memoryMiB };
  const { seed } = material;
  return tally.end({ kind: "mutated bodies, posted", seed, tried: count }, figures);
}
