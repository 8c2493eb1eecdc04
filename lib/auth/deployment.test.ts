import { expect, it } from "vitest";
import { setupNotice } from "./deployment";

it("an uncounted proxy is reported to admins on each page, and to no other role", () => {
  const seen = { THROUGHLINE_UNCOUNTED_PROXY: "1" };
  const admin = { role: "admin", isDemo: false } as const;
  expect(setupNotice(admin, seen)).toContain("Set THROUGHLINE_PROXIES");
  expect(setupNotice(admin, {})).toBeNull();
  expect(setupNotice({ ...admin, isDemo: true }, seen)).toBeNull();
  expect(setupNotice({ ...admin, role: "supervisor" }, seen)).toBeNull();
});
