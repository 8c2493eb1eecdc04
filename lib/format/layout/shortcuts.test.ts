import { describe, expect, it } from "vitest";
import {
  areShortcutsOff,
  findShortcut,
  shortcutGroups,
  shortcutKeys,
  shortcutNames,
  shortcuts,
  shortcutsCookie,
  type KeyPress,
  type Shortcut,
} from "./shortcuts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});

describe("findShortcut", () => {
  it("finds the shortcut of a key among those the page handles", () => {
    expect(findShortcut(press("j"), ["nextRow", "previousRow"])).toBe("nextRow");
    expect(findShortcut(press("j"), ["help"])).toBeNull();
  });

  it("reads a sign as typed, whether or not the keyboard needs Shift for it", () => {
    expect(findShortcut(press("?", { shiftKey: true }), ["help"])).toBe("help");
    expect(findShortcut(press("/", { shiftKey: true }), ["focusFilter"])).toBe("focusFilter");
  });

  it("wants Shift for a named key only where the table says so", () => {
    expect(findShortcut(press("Enter", { shiftKey: true }), ["openRow"])).toBeNull();
  });

  it.each(["ctrlKey", "metaKey", "altKey", "isComposing"] as const)(
    "leaves a key with %s to the system",
    (held) => {
      expect(findShortcut(press("j", { [held]: true }), ["nextRow"])).toBeNull();
    },
  );
});

describe("the table", () => {
  it("gives a key one meaning on each page", () => {
    const meanings = shortcutNames.flatMap((name) => {
      const { key, withShift, pages }: Shortcut = shortcuts[name];
      const shown = pages.some((page) => page === "every") ? ["cases", "case", "trace"] : pages;
      return shown.map((page) => `${page} ${withShift === true ? "Shift " : ""}${key}`);
    });
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it("shows every shortcut in the help, with keys as they stand on a keyboard", () => {
    const listed = shortcutGroups().flatMap((group) => group.shortcuts.map(({ name }) => name));
    expect(new Set(listed)).toEqual(new Set(shortcutNames));
    expect(shortcutKeys({ key: "ArrowRight", withShift: true, words: "", pages: [] })).toEqual([
      "Shift",
      "→",
    ]);
  });
});

it("remembers in a cookie that keys are switched off", () => {
  expect(areShortcutsOff("theme=dark; shortcuts=off")).toBe(true);
  expect(areShortcutsOff("theme=dark")).toBe(false);
  expect(shortcutsCookie(true)).toContain("shortcuts=off; path=/; max-age=31536000");
  expect(shortcutsCookie(false)).toContain("max-age=0");
});
