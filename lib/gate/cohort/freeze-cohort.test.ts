import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import { channels } from "@/lib/domain/trace/channel";
import { sha256 } from "@/lib/store/sha256";
import { gateInput } from "@/lib/testing/gate-input";
import { hashInput } from "../gate-hashes";
import { readCohort } from "../read/read-cohort";
import { formatCohort, freezeCohort } from "./freeze-cohort";

const refund: CohortItem = {
  id: "refund-017",
  cluster: "customer-9",
  channels: ["chat", "voice"],
  expected: "refund promised by a date",
  stratum: "refund",
};
const full: CohortItem = {
  ...refund,
  id: "outage-003",
  opening: [
    { channel: "chat", text: "No internet since Monday.\nWhen is it back?" },
    { channel: "voice", text: "I wrote you on Monday." },
  ],
  situation: "The router blinks red",
  scenario: { name: "outage", fields: { region: "north", severity: "high" } },
  persona: { name: "Dana", fields: { age: "41", style: "short" } },
  source: "C-4377",
};
const freeze = (items: readonly CohortItem[]) => freezeCohort("golden", 1, items, sha256);

const name = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme-ascii" });
/** A file with a field of this name is refused. */
const key = name.filter((text) => text !== "__proto__");
const record = fc.record({ name, fields: fc.dictionary(key, name, { maxKeys: 4 }) });
const item: fc.Arbitrary<CohortItem> = fc.record(
  {
    id: fc.stringMatching(/^[!-~]{1,12}$/u),
    cluster: fc.option(name),
    channels: fc.uniqueArray(fc.constantFrom(...channels), { minLength: 1 }),
    expected: fc.option(name),
    stratum: fc.option(name),
    opening: fc.array(fc.record({ channel: fc.constantFrom(...channels), text: name }), {
      minLength: 1,
      maxLength: 3,
    }),
    actions: fc.array(
      fc.record({
        tool: name,
        arguments: fc.dictionary(key, fc.oneof(fc.boolean(), fc.integer(), name, fc.array(name))),
      }),
    ),
    situation: name,
    scenario: record,
    persona: record,
    source: name,
  },
  { requiredKeys: ["id", "cluster", "channels", "expected", "stratum"] },
);
const items = fc.uniqueArray(item, {
  minLength: 1,
  maxLength: 6,
  selector: ({ id }) => id.toLowerCase(),
});

describe("freezeCohort", () => {
  it("gives a cohort without contents the hash that it had before there were any", () => {
    const text =
      '{"id":"refund-017","channels":["voice","chat"],"cluster":"customer-9","stratum":"refund","expected":"refund promised by a date"}\n{"id":"outage-003","channels":["sms"]}\n';
    const { items: read } = readCohort({ name: "golden.jsonl", text }, "golden");
    expect(freeze(read).sha256).toBe(
      "9513d07a4d087c35d4658aa34a5a23fb75a14043316550e806e3cb947d09d9d1",
    );
  });

  it("gives the hash that the gate compares", () => {
    const rows = [refund, full].map((each) => ({ ...each }));
    const input = gateInput({ cohort: rows, candidate: [{ item: "refund-017", error: "none" }] });
    expect(hashInput(input, sha256).cohort).toBe(freeze([full, refund]).sha256);
  });

  it("gives the same hash in any order, and when read from its own file again", () => {
    fc.assert(
      fc.property(
        items.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          const turned = shuffled.map((each) => ({
            ...each,
            channels: each.channels.toReversed(),
            ...(each.persona && {
              persona: {
                ...each.persona,
                fields: Object.fromEntries(Object.entries(each.persona.fields).reverse()),
              },
            }),
          }));
          const { sha256: hash } = freeze(all);
          expect(freeze(turned).sha256).toBe(hash);
          const file = { name: "golden.jsonl", text: formatCohort(turned) };
          expect(freeze(readCohort(file, "again").items).sha256).toBe(hash);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("gives another hash for another content of a case, its order of messages included", () => {
    const turned = { ...full, opening: full.opening?.toReversed() };
    const { source: _, ...imported } = full;
    const hashes = [
      [refund],
      [full],
      [refund, full],
      [turned],
      [imported],
      [{ ...full, situation: "The router blinks green" }],
      [{ ...full, expected: null }],
    ].map((each) => freeze(each).sha256);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("does not depend on name and version", () => {
    const later = freezeCohort("platinum", 7, [full], sha256);
    expect(later.sha256).toBe(freeze([full]).sha256);
    expect(later).toMatchObject({ name: "platinum", version: 7 });
  });

  it.each<[string, readonly CohortItem[], RegExp]>([
    ["nothing", [], /no cases/u],
    ["a case twice", [refund, full, { ...refund, expected: null }], /refund-017 more than once/u],
    [
      "an expected outcome of two lines",
      [full, { ...refund, expected: "a\nb" }],
      /refund-017: expected .*control characters/u,
    ],
  ])("refuses %s", (_, given, problem) => {
    expect(() => freeze(given)).toThrow(problem);
  });

  it("refuses a name that cannot be printed", () => {
    expect(() => freezeCohort("", 1, [refund], sha256)).toThrow(/name is empty/u);
  });
});
