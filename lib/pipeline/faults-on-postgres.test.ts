import { afterAll, beforeAll, it } from "vitest";
import { createFaultMaterial, type FaultMaterial } from "@/lib/testing/faults/fault-material";
import { requireNoLoss } from "@/lib/testing/faults/fault-result";
import { startFaultServer, type FaultServer } from "@/lib/testing/faults/fault-server";
import { killServers } from "@/lib/testing/faults/kill";
import { disturbCommands, disturbServers } from "@/lib/testing/faults/postgres";
import { isLong } from "@/lib/testing/runs";

const often = (few: number, many: number) => (isLong ? many : few);
let server: FaultServer;
let material: FaultMaterial;

beforeAll(async () => {
  server = await startFaultServer();
  material = await createFaultMaterial(1, 6, server.databases);
});
afterAll(async () => {
  material.remove();
  await server.stop();
});

it("nothing is lost where PostgreSQL restarts, cuts connections or is away while a server is sent to", async () => {
  requireNoLoss(await disturbServers(material, server, often(4, 40)));
});

it("nothing is lost where that happens under throughline ingest and worker", async () => {
  requireNoLoss(await disturbCommands(material, server, often(2, 40)));
});

it("every span that was answered 200 is there where a server on PostgreSQL is killed", async () => {
  requireNoLoss(await killServers(material, often(7, 100)));
});
