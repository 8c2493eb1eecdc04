import { describe, expect, it } from "vitest";
import {
  coversScope,
  isInScope,
  may,
  permissions,
  roles,
  rolesThatMay,
  type Permission,
} from "./permission";

const all = Object.keys(permissions) as Permission[];
const whole = { scope: null, isDemo: false };

describe("what a role may", () => {
  it("is never more than something, and every permission is some role's", () => {
    for (const permission of all) expect(rolesThatMay(permission).length).toBeGreaterThan(0);
    for (const role of roles.filter((each) => each !== "admin")) {
      expect(all.some((each) => !may({ role, ...whole }, each))).toBe(true);
    }
  });

  it("leaves people and their sessions to admins", () => {
    expect(rolesThatMay("manage-users")).toEqual(["admin"]);
  });

  it("is only the demo for a visitor of it", () => {
    const whole = ["alert-webhook", "ingest", "erase", "manage-users", "read-audit"] as const;
    for (const permission of whole) {
      expect(may({ role: "admin", scope: null, isDemo: true }, permission)).toBe(false);
    }
    expect(may({ role: "admin", scope: null, isDemo: true }, "settings")).toBe(true);
  });

  it("leaves out what counts the whole workspace where somebody sees a part of it", () => {
    const viewer = { role: "admin", scope: { regions: ["EU"], teams: [] }, isDemo: false } as const;
    expect(all.filter((permission) => !may(viewer, permission)).sort()).toEqual(
      [
        "alert-webhook",
        "annotate",
        "default-views",
        "edit-rules",
        "erase",
        "gate",
        "ingest",
        "manage-users",
        "read-audit",
        "settings",
        "sign-off",
        "view-data-health",
      ].sort(),
    );
  });
});

describe("a scope", () => {
  it("covers another where it sees all of that", () => {
    const [eu, euCare] = [
      { regions: ["EU"], teams: [] },
      { regions: ["EU"], teams: ["care"] },
    ];
    expect(coversScope(null, eu)).toBe(true);
    expect(coversScope(eu, null)).toBe(false);
    expect(coversScope(eu, euCare)).toBe(true);
    expect(coversScope(euCare, eu)).toBe(false);
    expect(coversScope({ regions: ["EU", "US"], teams: [] }, eu)).toBe(true);
    expect(coversScope(eu, { regions: ["EU", "US"], teams: [] })).toBe(false);
  });

  const north = { region: "north", teams: ["care", "loss"] };

  it("holds the cases of its regions and teams, both where both are named", () => {
    expect(isInScope(null, north)).toBe(true);
    expect(isInScope({ regions: ["north"], teams: [] }, north)).toBe(true);
    expect(isInScope({ regions: [], teams: ["loss"] }, north)).toBe(true);
    expect(isInScope({ regions: ["north"], teams: ["sales"] }, north)).toBe(false);
    expect(isInScope({ regions: ["south"], teams: ["care"] }, north)).toBe(false);
  });

  it("excludes a case whose region or team is unknown", () => {
    expect(isInScope({ regions: ["north"], teams: [] }, { region: null, teams: [] })).toBe(false);
    expect(isInScope({ regions: [], teams: ["care"] }, { region: "north", teams: [] })).toBe(false);
  });
});
