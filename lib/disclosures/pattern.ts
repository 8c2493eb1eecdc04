import { RE2JS, RE2JSException } from "re2js";

/** Whether one of an element's patterns is found in a text. */
export type PatternTest = (text: string) => boolean;

const known = new Map<string, PatternTest>();
/** Settings change seldom; this only bounds a process that sees many versions of them. */
const knownMax = 2000;

/**
 * Compiles patterns, any of which may match, without regard to case. They run in time linear in the text, whatever they
 * say: workspaces write them, and customers the text.
 * @throws RE2JSException if one is no pattern
 */
export function compilePatterns(patterns: readonly string[]): PatternTest {
  const source = patterns.map((pattern) => `(?:${pattern})`).join("|");
  const found = known.get(source);
  if (found !== undefined) return found;
  const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  const test: PatternTest = (text) => compiled.test(text);
  if (known.size >= knownMax) known.clear();
  known.set(source, test);
  return test;
}

/** Why a pattern cannot be used; null if it can. */
export function findPatternProblem(pattern: string): string | null {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return /\(\?<?[=!]|\\[1-9]/.test(pattern)
      ? "looks ahead, looks behind or refers back, which no pattern may that has to be fast on every text"
      : `is no regular expression (${error.message})`;
  }
  return null;
}
