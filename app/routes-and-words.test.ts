import "@/lib/testing/requests/next-globals";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { nowUs } from "@/lib/clock/server";
import { tokenPermissions, type TokenPermission } from "@/lib/domain/people/account";
import { may, roles, type Permission, type Viewer } from "@/lib/domain/people/permission";
import { openWriter } from "@/lib/store/open-database";
import { fillFolder } from "@/lib/testing/fill-folder";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { callRoute, methodsOf, routeFiles } from "@/lib/testing/requests/call-route";
import {
  signInAs,
  tokenFor,
  visitDemoAs,
  type CallerHeaders,
} from "@/lib/testing/requests/callers";
import { said, saidCaseId, saidRequest, type Said } from "@/lib/testing/requests/said";
import { stopThreads } from "@/lib/testing/requests/stop-threads";
import { createScratch } from "@/lib/testing/run-cli";
import { gateItems, inDataFolder, storeCohort } from "@/lib/testing/stored-runs";

type Route = {
  /** Its requests: all of its methods. */
  readonly ways: readonly string[];
  /** Which permission of a person it asks for; `export` and `ingest` also of a token. Null: none. */
  readonly by: Permission | null;
  /** What who may read words finds in its answers. */
  readonly tells: readonly Said[];
};

const kinds = [
  "customer",
  "agent",
  "detail",
  "promise",
  "tool's result",
  "tool's error",
  "another judge",
] as const;
const things = ["contacts", "handoffs", "promises", "disclosures", "pii"];
const q = `q=${said.customer}`;

const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

function byEveryMethod(path: string, by: Route["by"]): Route {
  return { ways: methods.map((method) => `${method} ${path}`), by, tells: [] };
}

const routes: Readonly<Record<string, Route>> = {
  "app/api/[...path]/route.ts": {
    ways: [`GET /api/cases/${saidCaseId}`, `POST /api/cases/${saidCaseId}`],
    ...{ by: null, tells: [] },
  },
  "app/api/auth/[...nextauth]/route.ts": {
    ways: ["GET /api/auth/csrf", "GET /api/auth/session", "POST /api/auth/signin/oidc"],
    ...{ by: null, tells: [] },
  },
  "app/api/cases/peek/route.ts": {
    ways: [`GET /api/cases/peek?peek=${saidCaseId}&period=all`],
    ...{ by: "view-text", tells: ["customer", "agent", "detail", "promise"] },
  },
  "app/api/live/events/route.ts": {
    ways: ["GET /api/live/events?since=0"],
    ...{ by: "view-text", tells: [] },
  },
  "app/api/live/list/route.ts": {
    ways: ["GET /api/live/list"],
    ...{ by: "view-text", tells: ["promise"] },
  },
  "app/api/uploads/route.ts": {
    ways: ["GET /api/uploads", "POST /api/uploads"],
    ...{ by: "ingest", tells: [] },
  },
  "app/api/v1/cases/[caseId]/route.ts": {
    ways: [`GET /api/v1/cases/${saidCaseId}`],
    ...{ by: "export", tells: ["agent", "detail", "promise", "tool's result", "another judge"] },
  },
  "app/api/v1/cases/route.ts": {
    ways: ["GET /api/v1/cases?period=all", `GET /api/v1/cases?period=all&${q}`],
    ...{ by: "export", tells: [] },
  },
  "app/api/v1/metrics/route.ts": {
    ways: ["GET /api/v1/metrics?period=all", `GET /api/v1/metrics?period=all&${q}`],
    ...{ by: "export", tells: [] },
  },
  "app/cases.csv/route.ts": {
    ways: ["GET /cases.csv?period=all", `GET /cases.csv?period=all&${q}`],
    ...{ by: "export", tells: [] },
  },
  "app/cases/[caseId]/pack/route.ts": {
    ways: [`GET /cases/${saidCaseId}/pack`],
    ...{ by: "evidence", tells: ["customer", "agent", "detail", "promise"] },
  },
  "app/cohorts/[cohort]/jsonl/route.ts": {
    ways: ["GET /cohorts/said/jsonl"],
    ...{ by: "gate", tells: ["customer"] },
  },
  "app/disclosures/samples/[sampleId]/pack/route.ts": {
    ways: ["GET /disclosures/samples/1/pack"],
    ...{ by: "evidence", tells: [] },
  },
  "app/healthz/route.ts": { ways: ["GET /healthz"], by: null, tells: [] },
  "app/lists/[thing]/csv/route.ts": {
    ways: things.flatMap((thing) => [
      `GET /lists/${thing}/csv?period=all`,
      `GET /lists/${thing}/csv?period=all&${q}`,
    ]),
    ...{ by: "export", tells: ["agent", "promise"] },
  },
  "app/metricsz/route.ts": { ways: ["GET /metricsz"], by: "ingest", tells: [] },
  "app/readyz/route.ts": { ways: ["GET /readyz", "GET /readyz?pages"], by: null, tells: [] },
  "app/releases/[run]/cases/route.ts": {
    ways: ["GET /releases/none/cases"],
    ...{ by: "gate", tells: [] },
  },
  "app/report/route.ts": {
    ways: ["GET /report?period=all", "GET /report?period=all&size=digest"],
    ...{ by: "export", tells: [] },
  },
  "app/sla.csv/route.ts": {
    ways: ["GET /sla.csv?period=all", `GET /sla.csv?period=all&${q}`],
    ...{ by: "export", tells: [] },
  },
  "app/v1/[signal]/route.ts": byEveryMethod("/v1/metrics", "ingest"),
  "app/v1/logs/route.ts": byEveryMethod("/v1/logs", "ingest"),
  "app/v1/traces/route.ts": byEveryMethod("/v1/traces", "ingest"),
  "app/workspaces/[name]/route.ts": {
    ways: ["GET /workspaces/main?to=/cases"],
    ...{ by: "view-cases", tells: [] },
  },
};

type Caller = {
  readonly headers: CallerHeaders;
  /** Whether a route answers them, as far as its permission goes. */
  readonly may: (by: Permission | null) => boolean;
  /** Whether they may read what was said in the case of the region EU. */
  readonly readsWords: boolean;
};

const scratch = createScratch();
const folder = scratch.folder();
const callers = new Map<string, Caller>();
const beganUs = nowUs();
const body = JSON.stringify(saidRequest(beganUs));

beforeAll(async () => {
  vi.stubEnv("THROUGHLINE_DATA", folder);
  vi.stubEnv("THROUGHLINE_REACH", "loopback");
  await fillFolder(folder, body);
  const opening = [{ channel: "chat", text: `My ${said.customer}.` }] as const;
  const [item] = gateItems(1);
  const items = item === undefined ? [] : [{ ...item, id: saidCaseId, opening: [...opening] }];
  await inDataFolder(folder, (db) => storeCohort(db, "said", items));
  await (await openWriter(locationIn(folder, "demo"))).close();
  callers.set("nobody", { headers: {}, may: (by) => by === null, readsWords: false });
  for (const role of roles) await addPerson(role, { role, scope: null, isDemo: false });
  for (const region of ["EU", "US"]) {
    const scope = { regions: [region], teams: [] };
    await addPerson(`admin of ${region}`, { role: "admin", scope, isDemo: false });
  }
  await addPerson("visitor of the demo", { role: "admin", scope: null, isDemo: true });
  for (const permissions of subsets(tokenPermissions)) {
    const may = (by: Permission | null) => by === null || permissions.some((each) => each === by);
    callers.set(`token for ${permissions.join(", ")}`, {
      headers: await tokenFor(permissions, beganUs),
      // What a person reads as a page, no token reads.
      may: (by) => by !== "view-text" && may(by),
      readsWords: permissions.includes("export") && permissions.includes("view-text"),
    });
  }
});
afterAll(async () => {
  await stopThreads();
  vi.unstubAllEnvs();
  scratch.remove();
});

async function addPerson(who: string, viewer: Pick<Viewer, "role" | "scope" | "isDemo">) {
  const { role, scope, isDemo } = viewer;
  callers.set(who, {
    headers: isDemo ? await visitDemoAs(role) : await signInAs(role, beganUs, scope),
    may: (by) => by === null || may(viewer, by),
    readsWords: !isDemo && scope?.regions.includes("EU") !== false && may(viewer, "view-text"),
  });
}

/** All but the empty one. */
function subsets(names: readonly TokenPermission[]): TokenPermission[][] {
  return Array.from({ length: 2 ** names.length - 1 }, (_, at) =>
    names.filter((_name, bit) => (((at + 1) >> bit) & 1) === 1),
  );
}

it("every route and method has a row here", async () => {
  expect(Object.keys(routes).sort()).toEqual(routeFiles);
  for (const [file, { ways }] of Object.entries(routes)) {
    const methods = new Set(ways.map((way) => way.split(" ")[0]));
    expect([file, [...methods].sort()]).toEqual([file, [...(await methodsOf(file))].sort()]);
  }
});

for (const [file, { ways, by, tells }] of Object.entries(routes)) {
  it(`${file} tells what was said to nobody but who may read it`, async () => {
    for (const [who, caller] of callers) {
      let text = "";
      for (const way of ways) {
        const sent = way.startsWith("POST ") ? body : null;
        text += (await callRoute(way, caller.headers, sent)).text;
      }
      const found = kinds.filter((each) => text.includes(said[each]));
      const expected = caller.readsWords && caller.may(by) ? tells : [];
      expect([who, found]).toEqual([who, expected]);
    }
  });
}

it("whoever may not read words finds out with no filter which were said", async () => {
  // The instant of an answer is a part of it.
  vi.useFakeTimers({ toFake: ["Date"], now: beganUs / 1000 + 60_000 });
  try {
    const exported = Object.values(routes).filter(({ by }) => by === "export");
    const ways = exported.flatMap(({ ways: each }) => each.filter((way) => !way.includes(q)));
    for (const [who, { headers, may: mayUse, readsWords }] of callers) {
      if (readsWords || !mayUse("export")) continue;
      for (const way of ways) {
        const ask = (word: string) =>
          callRoute(`${way}${way.includes("?") ? "&" : "?"}q=${word}`, headers);
        for (const word of Object.values(said))
          expect([who, way, await ask(word)]).toEqual([who, way, await ask("unsaidword")]);
      }
    }
  } finally {
    vi.useRealTimers();
  }
});
