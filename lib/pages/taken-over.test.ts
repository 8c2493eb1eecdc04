import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facetEntry, facetNames } from "@/lib/analytics/facets/registry";
import { namedPeriods } from "@/lib/analytics/filter/period";
import type { Codec } from "@/lib/format/address/codec";
import { carryParams, keepParams } from "@/lib/format/address/carry-params";
import { rawParams } from "@/lib/format/address/raw-params";
import { filteredPages, takenOverBy } from "./taken-over";

// Each codec writes what it has read itself.
const pages = Object.entries<Codec<never>>(filteredPages as never);

/** Query strings of a page, with everything that several pages share. */
function searches({ names }: Codec<never>): fc.Arbitrary<string> {
  const free = ["a & b", "EU", "refund", "2"];
  const pairs = names.flatMap((name) => {
    const facet = facetNames.find((each) => each === name);
    const values = facet === undefined ? valuesOf[name] : (facetEntry(facet).values ?? free);
    return values === undefined ? [] : [fc.tuple(fc.constant(name), fc.constantFrom(...values))];
  });
  const once = fc.uniqueArray(fc.oneof(...pairs), {
    selector: ([name, value]) => (facetNames.some((each) => each === name) ? name + value : name),
    maxLength: 12,
  });
  return once.map((given) => new URLSearchParams(given).toString());
}

const valuesOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  period: namedPeriods,
  from: ["2026-05-01", "2026-05-30"],
  to: ["2026-06-02", "2026-07-01"],
  compare: ["none", "previous"],
  q: ["refund"],
  page: ["2"],
  agent: ["agent-204"],
  sort: ["opened"],
  starter: ["customer"],
};

const routes = pages.flatMap(([from, fromCodec]) =>
  pages.map(([to, toCodec]) => ({ from, to, fromCodec, toCodec })),
);

describe.each(routes)("from $from to $to", ({ to, fromCodec, toCodec }) => {
  it("takes along only what the other page reads, and it says the same there", () => {
    const read = searches(fromCodec).filter(
      (search) => fromCodec.parse(rawParams(search)).dropped.length === 0,
    );
    fc.assert(
      fc.property(read, (search) => {
        const carried = carryParams(new URLSearchParams(search), takenOverBy(to));
        const { query, dropped } = toCodec.parse(rawParams(carried));
        expect(dropped).toEqual([]);
        const written = toCodec.search(query).split("&");
        const isDefault = (param: string) =>
          toCodec.search(toCodec.parse(rawParams(param)).query) === "";
        const isBeside = (param: string) =>
          param.startsWith("period=") && /(?:from|to)=/u.test(carried);
        const said = carried.split("&").filter((param) => !isDefault(param) && !isBeside(param));
        expect(written).toEqual(expect.arrayContaining(said));
      }),
      { numRuns: 30 },
    );
  });
});

it("takes along days, comparison and the filters that both pages have, and nothing of a page's own", () => {
  const search =
    "type=refund&region=EU&team=night&agents=ai&period=last-month&compare=none&sort=opened&page=3&q=late&pair=chat%3Evoice";
  const to = (page: string) => carryParams(new URLSearchParams(search), takenOverBy(page));
  expect(to("/journeys")).toBe(
    "agents=ai&type=refund&region=EU&team=night&period=last-month&compare=none"
      .split("&")
      .sort(byOrderOf("/journeys"))
      .join("&"),
  );
  expect(to("/live")).toBe("team=night");
  expect(to("/settings")).toBe("");
});

/** In the order in which a page writes them. */
function byOrderOf(page: string) {
  const { names } = takenOverBy(page);
  const place = (param: string) => names.indexOf(param.slice(0, param.indexOf("=")));
  return (one: string, other: string) => place(one) - place(other);
}

it("takes one of several values nowhere", () => {
  const two = new URLSearchParams("team=night&team=day");
  expect(carryParams(two, takenOverBy("/live"))).toBe("");
  expect(carryParams(two, takenOverBy("/sla"))).toBe("team=night&team=day");
});

describe("filters over pages that have none", () => {
  const names = [...new Set(Object.keys(filteredPages).flatMap((page) => takenOverBy(page).names))];
  /** What a link to the page says after one has opened the addresses one after the other. */
  const carriedTo = (page: string, addresses: readonly string[]) => {
    const kept = addresses.reduce((before, address) => {
      const [path = "", search] = address.split("?");
      const isOther = path === "/lists/contacts";
      const shown = isOther ? undefined : takenOverBy(path);
      return keepParams({ kept: before, params: new URLSearchParams(search), page: shown, names });
    }, "");
    return carryParams(new URLSearchParams(kept), takenOverBy(page));
  };

  it("are there again on the next page that has them", () => {
    const through = ["/alerts", "/quality", "/data-health?days=30", "/settings"];
    expect(carriedTo("/cases", ["/overview?type=outage&period=30d", ...through])).toBe(
      "type=outage&period=30d",
    );
    expect(carriedTo("/settings", ["/overview?type=outage"])).toBe("");
  });

  it("are changed only where the page between has them", () => {
    const before = "/cases?type=outage&team=night&risk=high&period=30d";
    expect(carriedTo("/cases", [before, "/live?team=day"])).toBe(
      carriedTo("/cases", ["/cases?type=outage&team=day&risk=high&period=30d"]),
    );
    expect(carriedTo("/sla", [before, "/live"])).toBe("type=outage&period=30d");
    expect(carriedTo("/cases", [before, "/metrics?period=all"])).toBe("risk=high&period=all");
    expect(carriedTo("/cases", [before, "/cases"])).toBe("");
  });

  it("are kept over Live where it takes one of several values nowhere", () => {
    const two = "/cases?team=night&team=day";
    expect(carriedTo("/cases", [two, "/live"])).toBe("team=night&team=day");
    expect(carriedTo("/cases", [two, "/live?team=late"])).toBe("team=late");
  });

  it("are those of a list that no entry of the navigation leads to", () => {
    expect(carriedTo("/cases", ["/cases?risk=high", "/lists/contacts?type=outage"])).toBe(
      "type=outage",
    );
    expect(carriedTo("/cases", ["/cases?risk=high", "/lists/contacts?metric=x"])).toBe("risk=high");
  });
});
