import { isDomainError } from "@/lib/domain/domain-error";
import { readBody } from "@/lib/pipeline/intake/read-body";
import { startServer } from "../start-server";
import { withTestWorkspace } from "../test-workspace";
import type { FaultMaterial } from "./fault-material";
import { createFaultTally, type FaultResult, type FaultTally } from "./fault-result";
import { readMemoryMiB } from "./read-memory";
import { mutateBody, type MutatedBody } from "./mutate-body";
import { readSampleBodies, type SampleBody } from "./sample-bodies";

/** No body takes more processor time; the usual one takes milliseconds. By the clock a busy machine takes any time. */
const bodyCpuMs = 10_000;
/** What takes longer by the clock hangs. */
const hangMs = 120_000;
/** Of bodies: what the process held before is not theirs. */
const grownMaxMiB = 1200;
const rightCodes: ReadonlySet<string> = new Set(["invalid-input", "too-large", "unsupported"]);
const rightStatuses: ReadonlySet<number> = new Set([200, 400, 413, 415]);
const nameOf = (number: number, { encoding, how }: MutatedBody) =>
  `body ${String(number)} (${encoding}: ${how})`;

/** Decodes, masks and stores damaged bodies as a server's writer does, and derives what came of them. */
export async function decodeMutated(seed: number, count: number): Promise<FaultResult> {
  const samples = readSampleBodies();
  const tally = createFaultTally("mutated bodies, decoded", seed);
  const limits = { maxBytes: 64 * 1024 * 1024, grow: () => undefined, maxMs: hangMs };
  const before = readMemoryMiB(process.pid);
  await withTestWorkspace(async (workspace) => {
    for (let number = seed; number < seed + count; number += 1) {
      const body = mutateBody(samples, number);
      const { encoding, signal, isGzip } = body;
      const began = process.cpuUsage();
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
      const { user, system } = process.cpuUsage(began);
      tally.took("slowestCpuMs", (user + system) / 1000, bodyCpuMs, nameOf(number, body));
      if (number % 500 === 0) tally.measure(process.pid);
    }
    await workspace.derive();
  });
  return endWithinMemory(tally, count, { samples, before });
}

/** Posts damaged bodies to a server, which then still takes the good ones. */
export async function postMutated(material: FaultMaterial, count: number): Promise<FaultResult> {
  const samples = readSampleBodies();
  const tally = createFaultTally("mutated bodies, posted", material.seed);
  const running = await startServer(material.server, await material.empty());
  let next = material.seed;
  const before = readMemoryMiB(running.child.pid);
  const post = async (body: MutatedBody): Promise<number> => {
    const headers = {
      "content-type": body.encoding === "json" ? "application/json" : "application/x-protobuf",
      ...(body.isGzip && { "content-encoding": "gzip" }),
    };
    const url = running.url.replace("traces", body.signal);
    const signal = AbortSignal.timeout(hangMs);
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
      const status = await post(body).catch(whyUnanswered);
      tally.most("slowestMs", performance.now() - beganMs);
      tally.count(typeof status === "string" ? "no status" : `status ${String(status)}`);
      if (typeof status === "string" || !rightStatuses.has(status))
        tally.lose(`${nameOf(number, body)}: ${String(status)}`);
      tally.measure(running.child.pid);
    }
  };
  await Promise.all([send(), send()]);
  const { exitCode } = running.child;
  if (exitCode !== null) tally.lose(`the server ended with ${String(exitCode)}`);
  await running.kill();
  return endWithinMemory(tally, count, { samples, before });
}

/** Such as "fetch failed, ECONNRESET": who ended it, and how. */
function whyUnanswered(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return `${error.name}: ${error.message} ${code}`.trim();
}

/** @param before memory before the first body, MiB */
function endWithinMemory(
  tally: FaultTally,
  count: number,
  { samples, before }: { readonly samples: readonly SampleBody[]; readonly before: number },
): FaultResult {
  tally.most("samples", samples.length);
  const grown = (tally.end(count).most["memoryMiB"] ?? 0) - before;
  if (grown > grownMaxMiB)
    tally.lose(`memory grew by ${String(grown)} MiB from ${String(before)} MiB`);
  return tally.end(count);
}
