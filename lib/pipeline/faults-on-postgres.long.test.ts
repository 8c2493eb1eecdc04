import { afterAll, beforeAll, it } from "vitest";
import { createFaultMaterial, type FaultMaterial } from "@/lib/testing/faults/fault-material";
import { requireNoLoss } from "@/lib/testing/faults/fault-result";
import { startFaultServer, type FaultServer } from "@/lib/testing/faults/fault-server";
import { killServers } from "@/lib/testing/faults/kill";
import { disturbCommands, disturbServers } from "@/lib/testing/faults/postgres";
import { isWholeTier } from "@/lib/testing/runs";

const often = (few: number, many: number) => (isWholeTier ? many : few);
type Place = { readonly server: FaultServer; readonly material: FaultMaterial };
/** Each with a server of its own, since what happens to one happens to all that is on it. */
const places: Place[] = [];

beforeAll(async () => {
  for (let at = 0; at < 2; at += 1) {
    const server = await startFaultServer();
    places.push({ server, material: await createFaultMaterial(1, 6, server.databases) });
  }
});
afterAll(async () => {
  for (const { material, server } of places) {
    material.remove();
    await server.stop();
  }
});

function placeAt(at: number): Place {
  const place = places[at];
  if (place === undefined) throw new Error("There is no such place.");
  return place;
}

// Most of their time is waiting, which they do side by side.
it.concurrent("nothing is lost where PostgreSQL restarts, cuts connections or is away while a server is sent to", async () => {
  const { material, server } = placeAt(0);
  requireNoLoss(await disturbServers(material, server, often(4, 12)));
});

it.concurrent("nothing is lost where that happens under throughline ingest and worker", async () => {
  const { material, server } = placeAt(1);
  requireNoLoss(await disturbCommands(material, server, often(2, 12)));
});

it("every span that was answered 200 is there where a server on PostgreSQL is killed", async () => {
  requireNoLoss(await killServers(placeAt(0).material, often(7, 30)));
});
