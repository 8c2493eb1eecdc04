import { it } from "vitest";
import { createFaultMaterial } from "@/lib/testing/faults/fault-material";
import { killIngests, killServers, killWorkers } from "@/lib/testing/faults/kill";
it("kills", async () => {
  const t0 = performance.now();
  const m = await createFaultMaterial(21, 16);
  console.log("material", performance.now() - t0, m.requests.length, m.digests);
  for (const f of [killIngests, killWorkers, killServers]) { const t = performance.now(); console.log(await f(m, 5), performance.now() - t); }
  m.remove();
}, 3000000);
