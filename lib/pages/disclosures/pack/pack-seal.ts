import { html, type Html } from "@/lib/format/html";

/** Stands where the checksum will be. */
export const unsealed = "0".repeat(64);

/** The checksum as it is printed, in groups of eight digits. @param checksum 64 hexadecimal digits */
export function checksumHtml(checksum: string): Html {
  return html`<code class="checksum">${groupsOf(checksum)}</code>`;
}

function groupsOf(checksum: string): string {
  return (checksum.match(/.{8}/g) ?? []).join(" ");
}

const blockStart = '<script type="application/json" id="facts">';
const blockEnd = "</script>";

/** The place of the facts, at the end of the page. */
export const factsBlock: Html = { html: `${blockStart}${blockEnd}` };

/** JSON as RFC 8785 (JCS) has it: members in the order of their names, without blanks. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((each) => canonicalJson(each ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
  return `{${members.join(",")}}`;
}

type Sha256 = (text: string) => string;

/**
 * Puts facts and checksum into a page. The checksum is the SHA-256 of the canonical JSON of the facts, and the facts
 * have the SHA-256 of the page with its two places as yet empty, so that it covers what is read as well.
 * @param page has `factsBlock` once and `checksumHtml(unsealed)` at least once
 */
export function sealPack(
  page: string,
  facts: object,
  sha256: Sha256,
): { readonly file: string; readonly checksum: string } {
  const json = canonicalJson({ ...facts, page: sha256(page) });
  const checksum = sha256(json);
  const file = page
    .replaceAll(checksumHtml(unsealed).html, () => checksumHtml(checksum).html)
    .replace(factsBlock.html, () => `${blockStart}${embedded(json)}${blockEnd}`);
  return { file, checksum };
}

/** No text of the facts ends their element. */
function embedded(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

/** What a file says; `fault`: how it differs from what was written. */
export type OpenedPack = {
  readonly facts: unknown;
  readonly checksum: string;
  readonly fault: "facts-changed" | "page-changed" | null;
};

/** Reads a sealed pack and compares it with its checksum. @returns null where the file is no pack */
export function openPack(file: string, sha256: Sha256): OpenedPack | null {
  const from = file.indexOf(blockStart);
  const to = file.indexOf(blockEnd, from);
  const printed = /<code class="checksum">((?:[0-9a-f]{8} ){7}[0-9a-f]{8})<\/code>/.exec(file)?.[1];
  if (from < 0 || to < 0 || printed === undefined) return null;
  const written = file.slice(from + blockStart.length, to);
  const facts = parsed(written);
  if (facts === undefined) return null;
  const json = canonicalJson(facts);
  const checksum = sha256(json);
  const isAsWritten = embedded(json) === written && groupsOf(checksum) === printed;
  const page = file.slice(0, from) + blockStart + blockEnd + file.slice(to + blockEnd.length);
  const empty = page.replaceAll(checksumHtml(checksum).html, () => checksumHtml(unsealed).html);
  const isPageAsWritten =
    typeof facts === "object" && facts !== null && "page" in facts && facts.page === sha256(empty);
  const fault = isAsWritten ? (isPageAsWritten ? null : "page-changed") : "facts-changed";
  return { facts, checksum, fault };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
