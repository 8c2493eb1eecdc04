import { afterAll, beforeAll, expect, it } from "vitest";
import { decodeMutated, postMutated } from "@/lib/testing/faults/bodies";
import { jumpClock } from "@/lib/testing/faults/clock";
import { createFaultMaterial, type FaultMaterial } from "@/lib/testing/faults/fault-material";
import type { FaultResult } from "@/lib/testing/faults/fault-result";
import { hangWorkers } from "@/lib/testing/faults/hang";
import { killIngests, killServers, killWorkers } from "@/lib/testing/faults/kill";
import { sendSlowly } from "@/lib/testing/faults/slow-senders";
import { fillDisks, holdLock, tearPages } from "@/lib/testing/faults/storage";
import { isLong } from "@/lib/testing/runs";

/** How many faults of each kind; `npm run faults` tries as many as one likes. */
const often = (few: number, many: number) => (isLong ? many : few);
const seed = 1;
let material: FaultMaterial;

beforeAll(async () => {
  material = await createFaultMaterial(seed, 6);
});
afterAll(() => material.remove());

/** Nothing is lost, and every digest is that of an undisturbed run. */
function expectNoLoss(result: FaultResult): void {
  expect(result.losses).toEqual([]);
  expect(result.tried).toBeGreaterThan(0);
}

it("nothing is lost where throughline ingest is killed", async () => {
  expectNoLoss(await killIngests(material, often(10, 334)));
});

it("nothing is lost where a worker is killed, also beside another", async () => {
  expectNoLoss(await killWorkers(material, often(10, 333)));
});

it("a worker that hangs keeps no other from its work for long", async () => {
  expectNoLoss(await hangWorkers(material, often(2, 30)));
});

it("every span that was answered 200 is there where a server is killed", async () => {
  expectNoLoss(await killServers(material, often(10, 333)));
});

it("a full disk is answered 503 with a sentence, and nothing is lost once there is space", async () => {
  expectNoLoss(await fillDisks(material, often(2, 10)));
});

it("a locked workspace is answered 503 in time, and nothing is lost", async () => {
  expectNoLoss(await holdLock(material, often(7000, 120_000)));
});

it("a damaged page is told with its file, or nothing is missing", async () => {
  expectNoLoss(await tearPages(material, often(2, 60)));
});

it("a clock that jumps changes nothing", async () => {
  expectNoLoss(await jumpClock(material, often(3, 50)));
});

it("slow senders and those that cut off hold up nobody", async () => {
  expectNoLoss(await sendSlowly(material, often(40, 400)));
});

it("mutated bodies are answered as what they are", async () => {
  expectNoLoss(await postMutated(material, often(200, 3000)));
  expectNoLoss(await decodeMutated(seed, often(800, 100_000)));
});
