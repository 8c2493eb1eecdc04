import { ownEntry } from "@/lib/domain/own-entry";

/** Escaped HTML. */
export type Html = { readonly html: string };

type Content = Html | string | number | null | readonly (Html | string)[];

/** HTML template tag: interpolated text is escaped, `Html` is not. */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const pieces = texts.map((text, index) => text + htmlOf(contents[index] ?? null));
  return { html: pieces.join("") };
}

function htmlOf(content: Content): string {
  if (content === null) return "";
  if (typeof content === "string") return escape(content);
  if (typeof content === "number") return String(content);
  return "html" in content ? content.html : content.map(htmlOf).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ownEntry(entities, sign) ?? sign);
}

/** A link to a page of the app. @param base the app's origin; null: plain text */
export function linked(words: string, href: string | null | undefined, base: string | null): Html {
  if (href === null || href === undefined || base === null) return html`${words}`;
  return html`<a href="${base}${href}">${words}</a>`;
}
