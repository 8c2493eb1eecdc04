import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { linkCases, relinkCases, type CaseLinks } from "./link-cases";
import { back, dayUs, each, none, returnOf, sharesIssue, windowUs, type Case } from "./test-links";

describe("the contacts of a case that others are compared with", () => {
  it("are its latest ten, in whatever order they are given", async () => {
    const days = Array.from({ length: 10 }, (_, day) => [day / 10, "address"] as const);
    const later = each("b", [[2, "card"]]);
    const long = each("a", [[0, "card"], ...days]);
    const short = each("a", [[0, "card"], ...days.slice(1)]);
    for (const reversed of [false, true]) {
      const ordered = (of: Case): Case =>
        reversed ? { ...of, contacts: of.contacts.toReversed() } : of;
      expect(await returnOf([ordered(long), later], "a")).toEqual(none);
      expect(await returnOf([ordered(short), later], "a")).toEqual(back(2, "b"));
    }
  });

  it("end for each of three accounts at its own last one", async () => {
    const first = each("a", [
      [0, "card", 0],
      [2, "address", 1],
      [4, "order", 2],
    ]);
    expect(await returnOf([first, each("b", [[1, "card"]])], "a")).toEqual(back(1, "b"));
    expect(await returnOf([first, each("b", [[3, "address"]])], "a")).toEqual(back(3, "b"));
    expect(await returnOf([first, each("b", [[3, "order"]])], "a")).toEqual(none);
  });

  it("end at the case's last contact, also where the customer took no part in it", async () => {
    const first = each("a", [[0, "card"]], { lastContactUs: 3 * dayUs });
    expect(await returnOf([first, each("b", [[2, "card"]])], "a")).toEqual(none);
    expect(await returnOf([first, each("b", [[10, "card"]])], "a")).toEqual(back(10, "b"));
  });

  it("are none where the customer never took part, so that nothing is its return", async () => {
    const closing = { atUs: 0, from: "record" } as const;
    const cases = [each("a", [], { closing }), each("b", [[2, "card"]])];
    const links = await linkCases(cases, defaultSettings, () => Promise.resolve(true));
    expect(links.get("a")).toEqual(none);
  });
});

describe("the cases that are linked again after a contact changed", () => {
  const first = each("a", [[0, "card"]]);
  const endUs = 1;

  /** The ids of the linked cases, when a contact of case z began at an instant. */
  async function relinked(
    contactUs: number,
    links: CaseLinks,
    others: readonly Case[] = [],
  ): Promise<readonly string[]> {
    const changed = each("z", [[contactUs / dayUs, "card"]]);
    const cases = [
      { ...first, ...links },
      ...[...others, changed].map((one) => ({ ...one, ...links })),
    ];
    const found = await relinkCases(
      cases,
      [{ caseId: "z", contactUs }],
      defaultSettings,
      sharesIssue,
    );
    return [...found.keys()].filter((caseId) => caseId === "a" || caseId === "z");
  }

  it("are those that ended within the window before it", async () => {
    expect(await relinked(endUs + windowUs, none)).toEqual(["a", "z"]);
    expect(await relinked(endUs + windowUs + 1, none)).toEqual(["z"]);
    expect(await relinked(endUs, none)).toEqual(["z"]);
  });

  it("are not those that came back before it", async () => {
    expect(await relinked(5 * dayUs, back(4, "b"))).toEqual(["z"]);
    expect(await relinked(5 * dayUs, back(5, "b"))).toEqual(["a", "z"]);
    expect(await relinked(5 * dayUs, back(6, "b"))).toEqual(["a", "z"]);
  });

  it("are those of which it is among the next twenty contacts", async () => {
    const others = Array.from({ length: 20 }, (_, at) => each(`o${at}`, [[1 + at / 100, "order"]]));
    expect(await relinked(2 * dayUs, none, others.slice(1))).toEqual(["a", "z"]);
    expect(await relinked(2 * dayUs, none, others)).toEqual(["z"]);
  });
});
