import { ownEntry } from "@/lib/domain/own-entry";
import { keysOf } from "@/lib/domain/keys-of";

export type ShortcutPage =
  | "every"
  | "live"
  | "cases"
  | "case"
  | "trace"
  | "label"
  | "handoffs"
  | "disclosures";

export type Shortcut = {
  /** As `KeyboardEvent.key` names it: "j", "/", "Enter", "ArrowRight". */
  readonly key: string;
  /** Only for keys without a printable character. */
  readonly withShift?: true;
  /** What it does, in the imperative: "Open the selected case". */
  readonly words: string;
  readonly pages: readonly ShortcutPage[];
};

/** All keyboard shortcuts, the only source for handlers and the help dialog. */
export const shortcuts = {
  help: { key: "?", words: "Show these keys", pages: ["every"] },
  focusFilter: { key: "/", words: "Filter by words", pages: ["cases", "live"] },
  nextRow: { key: "j", words: "Select the next case", pages: ["cases", "live"] },
  previousRow: { key: "k", words: "Select the previous case", pages: ["cases", "live"] },
  openRow: { key: "Enter", words: "Open the selected case", pages: ["cases", "live"] },
  assignCase: { key: "a", words: "Assign the selected case", pages: ["live"] },
  snoozeCase: { key: "s", words: "Snooze it, or put it back", pages: ["live"] },
  noteCase: { key: "n", words: "Write a note on it", pages: ["live"] },
  handleCase: { key: "r", words: "Mark it as handled, or put it back", pages: ["live"] },
  showArrived: { key: "u", words: "Show the rows that wait", pages: ["live"] },
  stepBack: { key: "Escape", words: "Close the preview, then clear the filters", pages: ["cases"] },
  nextItem: { key: "ArrowRight", words: "Select the next event", pages: ["case"] },
  previousItem: { key: "ArrowLeft", words: "Select the previous event", pages: ["case"] },
  laneUp: {
    key: "ArrowUp",
    words: "In the timeline: to the channel above",
    pages: ["case"],
  },
  laneDown: {
    key: "ArrowDown",
    words: "In the timeline: to the channel below",
    pages: ["case"],
  },
  nextHandoff: {
    key: "ArrowRight",
    withShift: true,
    words: "Select the next handoff",
    pages: ["case"],
  },
  nextPromise: { key: "p", words: "Select the next promise", pages: ["case"] },
  nextDisclosure: { key: "d", words: "Select the next disclosure", pages: ["case"] },
  nextFailure: {
    key: "f",
    words: "Go to the next failure: failed tool and model calls first",
    pages: ["case"],
  },
  nextHit: { key: "n", words: "Go to the next words that the search found", pages: ["case"] },
  previousHit: { key: "N", words: "Go to the ones before", pages: ["case"] },
  openItem: { key: "Enter", words: "Go to the words of the selected event", pages: ["case"] },
  toggleScale: { key: "t", words: "Change the timeline’s scale", pages: ["case"] },
  previousCase: { key: "[", words: "Go to the previous case of the list", pages: ["case"] },
  nextCase: { key: "]", words: "Go to the next case of the list", pages: ["case"] },
  nextSpan: { key: "j", words: "Show the next span", pages: ["trace"] },
  previousSpan: { key: "k", words: "Show the previous span", pages: ["trace"] },
  collapseSpan: { key: "c", words: "Collapse the span that is shown", pages: ["trace"] },
  expandSpan: { key: "x", words: "Expand the span that is shown", pages: ["trace"] },
  nextAnswer: { key: "j", words: "Go to the next score", pages: ["label"] },
  previousAnswer: { key: "k", words: "Go to the previous score", pages: ["label"] },
  markRight: { key: "r", words: "Mark the score right", pages: ["label"] },
  markWrong: { key: "w", words: "Say what the score should be", pages: ["label"] },
  nextQuote: { key: "j", words: "Show the next handoff that asked again", pages: ["handoffs"] },
  previousQuote: {
    key: "k",
    words: "Show the handoff before that asked again",
    pages: ["handoffs"],
  },
  nextFinding: { key: "j", words: "Show the next finding", pages: ["disclosures"] },
  previousFinding: { key: "k", words: "Show the finding before", pages: ["disclosures"] },
  confirmFinding: { key: "1", words: "Confirm the finding", pages: ["disclosures"] },
  overturnFinding: { key: "2", words: "Overturn it, with a reason", pages: ["disclosures"] },
  askSecondOpinion: { key: "3", words: "Ask for a second opinion", pages: ["disclosures"] },
  waiveFinding: { key: "4", words: "Waive it, with a reason", pages: ["disclosures"] },
  escalateFinding: { key: "5", words: "Escalate it", pages: ["disclosures"] },
  includeAlike: {
    key: "a",
    words: "Decide identical findings with it, or not",
    pages: ["disclosures"],
  },
  fitTimeline: { key: "0", words: "Fit the timeline, or undo it", pages: ["case"] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutName = keyof typeof shortcuts;

/** A page's shortcut handlers; a key without a handler is ignored. */
export type ShortcutHandlers = Partial<Readonly<Record<ShortcutName, () => void>>>;

/** The relevant members of a keyboard event. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing"
>;

/** The shortcut of a key press among those given; null: none. Ctrl, Meta and Alt are left to the system. */
export function findShortcut(press: KeyPress, names: readonly ShortcutName[]): ShortcutName | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  return names.find((name) => isMeant(shortcuts[name], press)) ?? null;
}

function isMeant(shortcut: Shortcut, press: KeyPress): boolean {
  if (shortcut.key !== press.key) return false;
  const isSign = press.key.length === 1;
  return isSign || press.shiftKey === (shortcut.withShift ?? false);
}

const keyWords: Readonly<Partial<Record<string, string>>> = {
  Escape: "Esc",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** A shortcut's keys for display: ["Shift", "→"]. */
export function shortcutKeys({ key, withShift }: Shortcut): readonly string[] {
  return [...(withShift === true ? ["Shift"] : []), ownEntry(keyWords, key) ?? key];
}

const pageWords: Readonly<Record<ShortcutPage, string>> = {
  live: "Live",
  cases: "Cases",
  case: "A case",
  trace: "A trace",
  label: "Scores to label",
  handoffs: "Handoffs",
  disclosures: "Disclosures",
  every: "Everywhere",
};

export type ShortcutGroup = {
  readonly title: string;
  readonly shortcuts: readonly (Shortcut & { readonly name: ShortcutName })[];
};

/** All shortcuts by page, for the help dialog; pages without any are left out. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  return keysOf(pageWords)
    .map((page) => ({ title: pageWords[page], shortcuts: shortcutsOf(page) }))
    .filter((group) => group.shortcuts.length > 0);
}

function shortcutsOf(page: ShortcutPage): ShortcutGroup["shortcuts"] {
  return shortcutNames
    .map((name) => ({ name, ...shortcuts[name] }))
    .filter(({ pages }: Shortcut) => pages.includes(page));
}

export const shortcutNames = Object.keys(shortcuts).filter(isShortcutName);

function isShortcutName(name: string): name is ShortcutName {
  return Object.hasOwn(shortcuts, name);
}

const choiceName = "shortcuts";
const yearSeconds = 31_536_000;

/** Whether the cookies switch shortcuts off (WCAG 2.1.4). */
export function areShortcutsOff(cookies: string): boolean {
  return cookies.split("; ").includes(`${choiceName}=off`);
}

/** The cookie text that switches shortcuts off, or removes it. */
export function shortcutsCookie(isOff: boolean): string {
  return `${choiceName}=off; path=/; max-age=${isOff ? yearSeconds : 0}; samesite=lax`;
}
