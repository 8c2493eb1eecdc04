import { afterAll, beforeAll, it } from "vitest";
import { cannotTest } from "@/lib/testing/cannot-test";
import { decodeMutated, postMutated } from "@/lib/testing/faults/bodies";
import { jumpClock } from "@/lib/testing/faults/clock";
import { killErasures } from "@/lib/testing/faults/erase";
import { createFaultMaterial, type FaultMaterial } from "@/lib/testing/faults/fault-material";
import { requireNoLoss } from "@/lib/testing/faults/fault-result";
import { hangWorkers } from "@/lib/testing/faults/hang";
import { killIngests, killServers, killWorkers } from "@/lib/testing/faults/kill";
import { loseLogs } from "@/lib/testing/faults/lose-log";
import { killUploads } from "@/lib/testing/faults/upload";
import { sendSlowly } from "@/lib/testing/faults/slow-senders";
import { fillDisks, holdLock, mayMount, tearPages } from "@/lib/testing/faults/storage";
import { isWholeTier, runSeed } from "@/lib/testing/runs";

/** How many faults of each kind; `npm run faults` tries as many as one likes. */
const often = (few: number, many: number) => (isWholeTier ? many : few);
let material: FaultMaterial;

beforeAll(async () => {
  material = await createFaultMaterial(runSeed, 6);
});
afterAll(() => material.remove());

it("nothing is lost where throughline ingest is killed", async () => {
  requireNoLoss(await killIngests(material, often(5, 40)));
});

it("nothing is lost where a worker is killed, also beside another", async () => {
  requireNoLoss(await killWorkers(material, often(5, 40)));
});

it("a worker that hangs keeps no other from its work for long", async () => {
  requireNoLoss(await hangWorkers(material, often(1, 5)));
});

it("every span that was answered 200 is there where a server is killed", async () => {
  requireNoLoss(await killServers(material, often(10, 40)));
});

it("a file that was answered 201 is read whole where a server is killed", async () => {
  requireNoLoss(await killUploads(material, often(4, 20)));
});

it("nothing of an erased customer is left where its erasure is killed and done again", async () => {
  requireNoLoss(await killErasures(runSeed, often(5, 20)));
});

it("a full disk is answered 503 with a sentence, and nothing is lost once there is space", async () => {
  if (!mayMount()) cannotTest("this process may not mount a file system");
  requireNoLoss(await fillDisks(material, often(1, 2), "small disk"));
});

it("a file that may not get longer is answered likewise", async () => {
  requireNoLoss(await fillDisks(material, often(1, 2), "limit of a file"));
});

it("a locked workspace is answered 503 in time, and nothing is lost", async () => {
  requireNoLoss(await holdLock(material, often(6000, 20_000)));
});

it("a damaged page is told with its file, or nothing is missing", async () => {
  requireNoLoss(await tearPages(material, often(1, 12)));
});

it("a workspace whose log is lost takes everything again, or is told with its file", async () => {
  requireNoLoss(await loseLogs(material, often(2, 10)));
});

it("a clock that jumps changes nothing", async () => {
  requireNoLoss(await jumpClock(material, often(2, 10)));
});

it("slow senders and those that cut off hold up nobody", async () => {
  requireNoLoss(await sendSlowly(material, often(20, 30)));
});

it("mutated bodies are answered as what they are", async () => {
  requireNoLoss(await postMutated(material, often(100, 1000)));
  requireNoLoss(await decodeMutated(runSeed, often(400, 20_000)));
});
