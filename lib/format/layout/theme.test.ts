import { describe, expect, it } from "vitest";
import { parseTheme, themeCookie } from "./theme";

describe("themes", () => {
  it("reads what is no theme as the system's", () => {
    expect([parseTheme("dark"), parseTheme("pink"), parseTheme(undefined)]).toEqual([
      "dark",
      "system",
      "system",
    ]);
  });

  it("keeps a choice for a year and forgets the system's", () => {
    expect(themeCookie("dark")).toBe("theme=dark; path=/; max-age=31536000; samesite=lax");
    expect(themeCookie("system")).toBe("theme=system; path=/; max-age=0; samesite=lax");
  });
});
