import { isDomainError } from "@/lib/domain/domain-error";
import { readBody } from "@/lib/pipeline/intake/read-body";
import { startServer } from "../start-server";
import { withTestWorkspace } from "../test-workspace";
import type { FaultMaterial } from "./fault-material";
import { createFaultTally, type FaultResult, type FaultTally } from "./fault-result";
import { mutateBody, type MutatedBody } from "./mutate-body";
import { readSampleBodies, type SampleBody } from "./sample-bodies";

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
  const tally = createFaultTally("mutated bodies, decoded", seed);
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
        const taken = result.rejected > 0 ? "status 200 in part" : "status 200";
        tally.count(result.isUndecodable ? "status 400" : taken);
      } catch (error) {
        const code = isDomainError(error) ? error.code : "";
        tally.count(code === "invalid-input" ? "status 400" : code);
        if (!rightCodes.has(code)) tally.lose(`${nameOf(number, body)}: ${String(error)}`);
      }
      const tookMs = performance.now() - beganMs;
      if (tookMs > bodyMs) tally.lose(`${nameOf(number, body)}: ${String(Math.round(tookMs))} ms`);
      tally.most("slowestMs", tookMs);
      if (number % 500 === 0) tally.measure(process.pid);
    }
    await workspace.derive();
  });
  return endWithinMemory(tally, count, samples);
}

/** Posts damaged bodies to a server, which then still takes the good ones. */
export async function postMutated(material: FaultMaterial, count: number): Promise<FaultResult> {
  const samples = readSampleBodies();
  const tally = createFaultTally("mutated bodies, posted", material.seed);
  const running = await startServer(material.server, material.folder());
  let next = material.seed;
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
      tally.most("slowestMs", performance.now() - beganMs);
      tally.count(`status ${String(status)}`);
      if (!rightStatuses.has(status)) tally.lose(`${nameOf(number, body)}: ${String(status)}`);
      tally.measure(running.child.pid);
    }
  };
  await Promise.all([send(), send()]);
  if (running.child.exitCode !== null) tally.lose("The server ended.");
  await running.kill();
  return endWithinMemory(tally, count, samples);
}

function endWithinMemory(
  tally: FaultTally,
  count: number,
  samples: readonly SampleBody[],
): FaultResult {
  tally.most("samples", samples.length);
  const { memoryMiB = 0 } = tally.end(count).most;
  if (memoryMiB > memoryMaxMiB) tally.lose(`${String(memoryMiB)} MiB of memory`);
  return tally.end(count);
}
