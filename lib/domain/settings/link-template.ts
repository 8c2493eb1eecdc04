import { maskedPattern } from "../privacy/pseudonym";

/** The ids that an address may name, in braces. */
const idNames = ["traceId", "spanId", "sessionId"] as const;

/** Ids to fill in; null: not known. */
export type LinkIds = Readonly<Record<(typeof idNames)[number], string | null>>;

/** A way back to the tool that the traces come from: "Langfuse" and "https://langfuse.example.com/trace/{traceId}". */
export type LinkTemplate = { readonly label: string; readonly url: string };

/** An address that a template gives for some ids. */
export type OutsideLink = { readonly label: string; readonly href: string };

/** How many are kept. */
export const linkTemplatesMax = 5;

/**
 * Fills in ids, URL-encoded.
 * @returns the addresses of those templates whose ids are all known; an id that was masked is not
 */
export function outsideLinks(templates: readonly LinkTemplate[], ids: LinkIds): OutsideLink[] {
  return templates.flatMap(({ label, url }) => {
    const named = idNames.filter((name) => url.includes(`{${name}}`));
    if (named.some((name) => !isKnown(ids[name]))) return [];
    const href = named.reduce(
      (text, name) => text.replaceAll(`{${name}}`, () => encodeURIComponent(ids[name] ?? "")),
      url,
    );
    return [{ label, href }];
  });
}

function isKnown(id: string | null): boolean {
  return id !== null && id !== "" && id.search(maskedPattern) === -1;
}
