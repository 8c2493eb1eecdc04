import stored from "./list-prices.gen.json";

/**
 * Public list prices by host and model, of litellm's tables (bin/write-price-table.mjs). A change between two tables dates
 * from the later; a model that no earlier table has from the one before its first.
 */

/** US dollars per million tokens; undefined: none is listed. */
export type Rate = {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number | undefined;
  readonly cacheWrite?: number | undefined;
  readonly audioInput?: number | undefined;
  readonly audioOutput?: number | undefined;
  readonly audioCacheRead?: number | undefined;
  /** It is lower at some hours of the day. */
  readonly isMost: boolean;
};

/** Lines of the table by host, as "2025-01-01 2.5 10; 2026-04-01 2 8 >200000 4 12" by a model's name. */
type Lines = ReadonlyMap<string, string>;
type Host = { readonly lines: Lines; readonly dated: ReadonlyMap<string, readonly string[]> };

let known: ReadonlyMap<string, Host> | null = null;

/** Few threads price calls, and those that do not keep the table as it is bundled. */
function hostNamed(host: string): Host | undefined {
  known ??= readHosts();
  return known.get(host);
}

function readHosts(): ReadonlyMap<string, Host> {
  type Read = { readonly lines: Map<string, string>; readonly dated: Map<string, string[]> };
  const hosts = new Map<string, Read>();
  for (const [key, line] of Object.entries(stored.models)) {
    const end = key.indexOf("/");
    const host: Read = hosts.get(key.slice(0, end)) ?? { lines: new Map(), dated: new Map() };
    hosts.set(key.slice(0, end), host);
    const name = key.slice(end + 1);
    host.lines.set(name, line);
    const undated = withoutDate(name);
    host.dated.set(undated, [...(host.dated.get(undated) ?? []), name]);
  }
  return hosts;
}

/** "claude-haiku-4-5-20251001", "anthropic.claude-3-5-sonnet-20241022-v2:0", "gpt-4o-2024-08-06", "claude-opus-4-latest". */
function withoutDate(name: string): string {
  return name
    .replace(/-v\d{1,3}(?::\d{1,3})?$/, "")
    .replace(/[-@](?:\d{4}-\d\d-\d\d|\d{8}|latest|default)$/, "");
}

/**
 * The rates of a model in force at an instant: of its own name, else of the names that differ by a snapshot's date alone,
 * which are several where snapshots have several prices.
 * @param inputTokens all of the request, on which a rate may depend
 */
export function listedRates(
  host: string,
  name: string,
  startUs: number,
  inputTokens: number,
): readonly Rate[] {
  const found = hostNamed(host);
  if (found === undefined) return [];
  const names = found.lines.has(name) ? [name] : (found.dated.get(withoutDate(name)) ?? []);
  const day = dayOf(startUs);
  if (day === null) return [];
  return names.flatMap((each) => rateOn(found.lines.get(each) ?? "", day, inputTokens) ?? []);
}

/** @returns null beyond the years that a calendar has */
function dayOf(startUs: number): string | null {
  const at = new Date(startUs / 1000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
}

function rateOn(line: string, day: string, inputTokens: number): Rate | null {
  const period = line.split("; ").findLast((each) => each.slice(0, day.length) <= day);
  if (period === undefined || line === "") return null;
  const [plain = "", ...further] = period.slice(day.length + 1).split(" >");
  const isMost = plain.startsWith("<");
  const above = further.findLast((each) => inputTokens > Number(each.slice(0, each.indexOf(" "))));
  const amounts = above === undefined ? plain.slice(Number(isMost)) : afterFirst(above);
  const [input, output, cacheRead, cacheWrite, audioInput, audioOutput, audioCacheRead] = amounts
    .split(" ")
    .map((amount) => (amount === "-" ? undefined : Number(amount)));
  if (input === undefined || output === undefined) return null;
  const cached = { cacheRead, cacheWrite, audioCacheRead };
  return { input, output, ...cached, audioInput, audioOutput, isMost };
}

function afterFirst(text: string): string {
  return text.slice(text.indexOf(" ") + 1);
}
