import { channelWord, type Channel } from "@/lib/domain/trace/channel";
import type { DataFinding } from "@/lib/domain/trace/finding";
import {
  identityFields,
  type Declaration,
  type DeclaredSource,
  type IdentityField,
} from "@/lib/domain/trace/identity";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { AttributeValue, Attributes, SourceSpan } from "@/lib/domain/trace/span";
import { linkedTracesMax } from "@/lib/domain/trace/trace-link";
import { identityNames, plainName, weakCustomerNames } from "./identity-names";
import { objectUnder, scalarText } from "./json";
import { normaliseIdentity } from "./normalise-identity";
import { scanAttributes, type Scan } from "./scan";
import { isOfAgent, isWeakUserKey, readWeakUsers } from "./weak-users";

type DeclaredValue = { readonly value: string; readonly from: DeclaredSource };
type Draft = {
  readonly said: Partial<Record<IdentityField, DeclaredValue[]>>;
  readonly findings: DataFinding[];
  /** Values of channel keys that name no known channel. */
  readonly unknownChannels: string[];
  /** The workspace's channel synonyms. */
  readonly channelWords: ReadonlyMap<string, Channel>;
};
/** The settings' aliases inverted, by exact key and by plain name. */
type Aliases = {
  readonly flat: ReadonlyMap<string, IdentityField>;
  readonly names: ReadonlyMap<string, NameHit>;
  readonly seen: Map<string, NameHit | null>;
  readonly channelWords: ReadonlyMap<string, Channel>;
};
type NameHit = { readonly field: IdentityField; readonly rank: number };

/** Values implied by instrumentation use our own words, so no synonyms apply. */
const noWords: ReadonlyMap<string, Channel> = new Map();
const aliasesOf = new WeakMap<ReadingSettings, Aliases>();
const resourceDeclarations = new WeakMap<ReadingSettings, WeakMap<Attributes, Draft>>();

/**
 * Collects a span's declarations of identity from its attributes, metadata and resource: at most one value per field
 * and source. `user.id` and similar keys are the customer only if no other key is; else, and where they may be
 * somebody else's, they count as implied.
 */
export function declare(
  span: Pick<SourceSpan, "attributes" | "resource"> &
    Partial<Pick<SourceSpan, "links" | "traceId">>,
  scan: Scan,
  settings: ReadingSettings,
): {
  readonly declared: Declaration;
  readonly findings: readonly DataFinding[];
  /** Values of channel keys that name no known channel. */
  readonly unknownChannels: readonly string[];
} {
  const aliases = aliasesFor(settings);
  const draft = emptyDraft(aliases);
  declareFlat(span.attributes, scan, aliases, draft, "span");
  declareObjects(span.attributes, scan, aliases, draft, "metadata");
  declareBags(span.attributes, scan, aliases, draft);
  const implied = declareWeakCustomer(span.attributes, scan, draft);
  addResource(span.resource, settings, aliases, draft);
  if (implied !== null) say(draft, "customerId", implied, "instrumentation");
  if (scan.isVoice) say(draft, "channel", "voice", "instrumentation");
  const { said, findings, unknownChannels } = draft;
  const links = linkedTraces(span);
  const declared = links.length === 0 ? said : { ...said, links };
  return { declared, findings, unknownChannels };
}

/** The other traces that a span links to; none of a batch's. */
function linkedTraces({ links = [], traceId }: Parameters<typeof declare>[0]): readonly string[] {
  const others = new Set(links.map((link) => link.traceId).filter((each) => each !== traceId));
  return others.size > linkedTracesMax ? [] : [...others].sort();
}

/** Whether a name already declares an identity field under these settings. */
export function isIdentityName(name: string, settings: ReadingSettings): boolean {
  const aliases = aliasesFor(settings);
  if (aliases.flat.has(name) || nameHit(name, aliases) !== null) return true;
  const scan = scanAttributes(new Map([[name, ""]]), "");
  return identityFields.some((field) => scan.identity[field] !== undefined);
}

/** Whether a name declares the session, which may do for a case where nothing names one. */
export function isSessionName(name: string, settings: ReadingSettings): boolean {
  const attributes: Attributes = new Map([[name, "x"]]);
  const span = { attributes, resource: noAttributes };
  return declare(span, scanAttributes(attributes, ""), settings).declared.session !== undefined;
}

const noAttributes: Attributes = new Map();

function emptyDraft({ channelWords }: Aliases): Draft {
  return { said: {}, findings: [], unknownChannels: [], channelWords };
}

function say(
  draft: Draft,
  field: IdentityField,
  value: AttributeValue | undefined,
  from: DeclaredSource,
): boolean {
  const list = draft.said[field];
  if (list?.some((said) => said.from === from) === true) return true;
  const channelWords = from === "instrumentation" ? noWords : draft.channelWords;
  const normal = normaliseIdentity(field, value, channelWords);
  if (normal === null) return false;
  if (normal.finding !== null) draft.findings.push(normal.finding);
  if (normal.finding?.code === "unknown-channel")
    draft.unknownChannels.push(scalarText(value) ?? "");
  const said: DeclaredValue = { value: normal.value, from };
  if (list === undefined) draft.said[field] = [said];
  else list.push(said);
  return true;
}

function declareFlat(
  attributes: Attributes,
  scan: Scan,
  aliases: Aliases,
  draft: Draft,
  from: DeclaredSource,
): void {
  for (const field of identityFields) {
    const hits = scan.identity[field];
    if (hits === undefined) continue;
    if (field === "runId" && isGraphRun(attributes)) continue;
    const byRank = hits.length > 1 ? [...hits].sort((left, right) => left.rank - right.rank) : hits;
    for (const { key } of byRank) {
      if (isWeakUserKey(key)) continue;
      const value = key === frameworkAgent ? agentOf(attributes) : attributes.get(key);
      if (say(draft, field, value, from)) break;
    }
  }
  for (const [key, field] of aliases.flat) {
    if (attributes.has(key)) say(draft, field, attributes.get(key), from);
  }
}

const frameworkAgent = "gen_ai.agent.id";
const generated = /[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}/i;

/**
 * The agent as a framework names it. Many make an id for each run or instance: by it one agent would be another in each
 * turn, so its name stands for it.
 */
function agentOf(attributes: Attributes): AttributeValue | undefined {
  const id = attributes.get(frameworkAgent);
  return generated.test(scalarText(id) ?? "") ? attributes.get("gen_ai.agent.name") : id;
}

/** LangGraph numbers its runs; such a number marks no replay. */
function isGraphRun(attributes: Attributes): boolean {
  return attributes.has("langgraph_step") || attributes.has("graph_id");
}

/** @returns a user who is implied to be the customer, or another name of the one who is declared */
function declareWeakCustomer(
  attributes: Attributes,
  scan: Scan,
  draft: Draft,
): AttributeValue | undefined | null {
  const users = readWeakUsers(attributes, scan);
  const isImplied = draft.said.customerId !== undefined || isOfAgent(attributes);
  const stated = isImplied ? [] : users.filter(({ isFurther }) => !isFurther);
  for (const { value, from } of stated) if (say(draft, "customerId", value, from)) return null;
  const known = draft.said.customerId?.map(({ value }) => value) ?? [];
  return users.find(({ value }) => !known.includes(scalarText(value) ?? ""))?.value ?? null;
}

function declareObjects(
  attributes: Attributes,
  scan: Scan,
  aliases: Aliases,
  draft: Draft,
  from: DeclaredSource,
): void {
  for (const key of scan.objects) {
    const raw = attributes.get(key);
    const object = objectUnder(attributes, key);
    if (object !== null) {
      declareNames(Object.entries(object), aliases, draft, from);
    } else if (raw !== undefined && raw !== null && raw !== "") {
      const detail = `The attribute ${key} is not a JSON object; nothing was read from it.`;
      draft.findings.push({ code: "unreadable-metadata", detail });
    }
  }
}

function declareBags(attributes: Attributes, scan: Scan, aliases: Aliases, draft: Draft): void {
  if (scan.bags.length === 0) return;
  for (const from of ["metadata", "association"] as const) {
    const entries = scan.bags
      .filter((bag) => bag.from === from)
      .map((bag): [string, AttributeValue] => [bag.name, attributes.get(bag.key) ?? null]);
    declareNames(entries, aliases, draft, from);
  }
}

/** Reads the declarations in custom keys, per field the strongest spelling. */
function declareNames(
  entries: readonly (readonly [string, AttributeValue])[],
  aliases: Aliases,
  draft: Draft,
  from: DeclaredSource,
): void {
  const hits: { field: IdentityField; rank: number; value: AttributeValue }[] = [];
  const isGraph = entries.some(([name]) => name === "langgraph_step" || name === "graph_id");
  for (const [name, value] of entries) {
    const hit = nameHit(name, aliases);
    if (hit === null || (isGraph && hit.field === "runId")) continue;
    hits.push({ ...hit, value });
  }
  hits.sort((left, right) => left.rank - right.rank);
  for (const hit of hits) say(draft, hit.field, hit.value, from);
}

/** Memoised with a bound: metadata names repeat, made-up ones must not fill memory. */
function nameHit(name: string, aliases: Aliases): NameHit | null {
  const known = aliases.seen.get(name);
  if (known !== undefined) return known;
  const plain = plainName(name);
  const hit = weakCustomerNames.has(plain) ? null : (aliases.names.get(plain) ?? null);
  if (aliases.seen.size < 2000) aliases.seen.set(name, hit);
  return hit;
}

function addResource(
  resource: Attributes,
  settings: ReadingSettings,
  aliases: Aliases,
  draft: Draft,
): void {
  let known = resourceDeclarations.get(settings);
  if (known === undefined) {
    known = new WeakMap();
    resourceDeclarations.set(settings, known);
  }
  let own = known.get(resource);
  if (own === undefined) {
    own = emptyDraft(aliases);
    const scan = scanAttributes(resource, "");
    declareFlat(resource, scan, aliases, own, "resource");
    declareObjects(resource, scan, aliases, own, "resource-metadata");
    known.set(resource, own);
  }
  for (const field of identityFields) {
    const said = own.said[field];
    if (said !== undefined) draft.said[field] = [...(draft.said[field] ?? []), ...said];
  }
  draft.findings.push(...own.findings);
  draft.unknownChannels.push(...own.unknownChannels);
}

function aliasesFor(settings: ReadingSettings): Aliases {
  const known = aliasesOf.get(settings);
  if (known !== undefined) return known;
  const flat = new Map<string, IdentityField>();
  const names = new Map<string, NameHit>();
  for (const field of identityFields) {
    const own = identityNames[field];
    const further = settings.aliases[field] ?? [];
    for (const key of further) if (!flat.has(key)) flat.set(key, field);
    [...own, ...further].forEach((name, rank) => {
      const plain = plainName(name);
      if (!names.has(plain)) names.set(plain, { field, rank });
    });
  }
  const synonyms = Object.entries(settings.channelSynonyms);
  const channelWords = new Map(synonyms.map(([word, channel]) => [channelWord(word), channel]));
  const aliases = { flat, names, seen: new Map<string, NameHit | null>(), channelWords };
  aliasesOf.set(settings, aliases);
  return aliases;
}
