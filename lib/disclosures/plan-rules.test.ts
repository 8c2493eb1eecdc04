import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { planRules } from "./plan-rules";
import { disclosureRules, rulesThatAreOn, workspaceRules } from "./rules";
import type { RuleDraft } from "./yaml/rule-draft";

const current = defaultSettings.disclosureRules;
const published = { atUs: 7, by: "u1" };
const [shipped] = disclosureRules;
const draftOf = (
  changes: Partial<RuleDraft["rule"]>,
  given: Partial<RuleDraft> = {},
): RuleDraft[] =>
  shipped === undefined
    ? []
    : [
        {
          rule: { ...shipped, version: 0, ...changes },
          version: null,
          isOn: null,
          line: 4,
          ...given,
        },
      ];
const plan = (
  drafts: readonly RuleDraft[],
  settings = current,
  highest = new Map<string, number>(),
) => planRules(settings, drafts, published, highest);
const version = shipped?.version ?? 0;

describe("publishing a rule", () => {
  it("does nothing to one that says what the shipped one says", () => {
    expect(plan(draftOf({}))).toEqual({ settings: current, changes: [], problems: [] });
    expect(plan(draftOf({}, { version: 1, isOn: true })).changes).toEqual([]);
  });

  it("puts a changed one in the shipped one's place, with the next version", () => {
    const { settings, changes } = plan(draftOf({ severity: "low" }));
    const edited = { ...shipped, severity: "low", version: version + 1 };
    expect(settings).toEqual({ on: current.on, own: [{ rule: edited, published }] });
    expect(changes).toMatchObject([
      { fromVersion: version, toVersion: version + 1, isEdited: true, turned: null },
    ]);
    expect(rulesThatAreOn(settings)[0]).toEqual(edited);
    expect(workspaceRules(settings)).toHaveLength(disclosureRules.length);
    expect(plan(draftOf({ severity: "low" }), settings).changes).toEqual([]);
  });

  it("never gives out a version again, and refuses one that is not higher", () => {
    const highest = new Map([[shipped?.id ?? "", 9]]);
    const next = plan(draftOf({ severity: "low" }), current, highest);
    expect(next.changes).toMatchObject([{ toVersion: 10 }]);
    const refused = plan(draftOf({ severity: "low" }, { version }));
    expect(refused.settings).toEqual(current);
    expect(refused.problems).toMatchObject([{ line: 4, field: "version", isRefusal: true }]);
    expect(plan(draftOf({}, { version: 12 })).changes).toMatchObject([{ toVersion: 12 }]);
  });

  it("adds a new one, off unless it says otherwise, and turns rules on and off", () => {
    const added = plan(draftOf({ id: "our-own" }));
    expect(added.changes).toMatchObject([{ fromVersion: null, toVersion: 1, turned: null }]);
    expect(added.settings.on).toEqual(current.on);
    const turned = plan([
      ...draftOf({ id: "our-own" }, { isOn: true }),
      ...draftOf({}, { isOn: false }),
    ]);
    expect(turned.changes.map((each) => each.turned)).toEqual(["on", "off"]);
    expect(turned.settings.on).toEqual([...current.on.slice(1), "our-own"]);
    expect(workspaceRules(turned.settings).at(-1)).toMatchObject({
      ...{ isOn: true, shipped: null, published },
      rule: { id: "our-own", version: 1 },
    });
  });
});
