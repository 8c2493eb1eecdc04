import { text } from "node:stream/consumers";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import {
  PathnameContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import type { ReactNode } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { filesNamed, findFile, loadFile, type Params } from "./app-files";
import type { Answer } from "./call-route";
import { testOrigin, type CallerHeaders } from "./callers";
import { withinRequest } from "./within-request";

type Search = Readonly<Record<string, string | string[]>>;
type Page = (props: {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<Search>;
}) => Promise<ReactNode>;

const pageFiles = filesNamed("page");
const nothing = () => undefined;
const router = {
  ...{ back: nothing, forward: nothing, refresh: nothing, push: nothing, replace: nothing },
  ...{ prefetch: nothing, hmrRefresh: nothing, experimental_gesturePush: nothing },
  bfcacheId: "",
};

/**
 * Renders the page of an address to HTML, without the frame around it and without a server.
 * @param path "/cases/c-1?tab=trace"
 * @returns its status; the text is the HTML without escapes, or where it redirects to
 * @throws where no page has the address, or what the page throws
 */
export async function renderPage(path: string, headers: CallerHeaders): Promise<Answer> {
  const request = new Request(`${testOrigin}${path}`, { headers });
  const { pathname, searchParams } = new URL(request.url);
  const found = findFile(pageFiles, pathname, (segment) => segment);
  if (found === null) throw new Error(`There is no page for ${path}.`);
  const page = (await loadFile(found.file))["default"];
  if (!isPage(page)) throw new Error(`${found.file} exports no page.`);
  const keys = [...new Set(searchParams.keys())];
  const search = keys.map((key) => [key, manyOrOne(searchParams.getAll(key))] as const);
  const props = {
    params: Promise.resolve(found.params),
    searchParams: Promise.resolve(Object.fromEntries(search)),
  };
  try {
    const html = await withinRequest(request, "render", async () =>
      drawn(
        <AppRouterContext value={router}>
          <PathnameContext value={pathname}>
            <SearchParamsContext value={searchParams}>{await page(props)}</SearchParamsContext>
          </PathnameContext>
        </AppRouterContext>,
      ),
    );
    return { status: 200, text: unescaped(html) };
  } catch (error) {
    const answer = answerOf(error);
    if (answer === null) throw error;
    return answer;
  }
}

function isPage(exported: unknown): exported is Page {
  return typeof exported === "function";
}

function manyOrOne(values: string[]): string | string[] {
  const [first = "", ...more] = values;
  return more.length === 0 ? first : values;
}

/** @throws the first error, also of what is drawn later */
async function drawn(node: ReactNode): Promise<string> {
  const errors: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(node, {
    onError: (error) => {
      errors.push(error);
    },
  });
  const html = await text(prelude);
  if (errors.length > 0) throw errors[0];
  return html;
}

/** Of what the framework's functions throw: `notFound`, `forbidden`, `redirect`. */
function answerOf(error: unknown): Answer | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  const [kind, ...facts] = String(error.digest).split(";");
  if (kind === "NEXT_HTTP_ERROR_FALLBACK") return { status: Number(facts[0]), text: "" };
  if (kind !== "NEXT_REDIRECT") return null;
  return { status: Number(facts.at(-2)), text: facts.slice(1, -2).join(";") };
}

const escapes = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#x27;", "'"],
  ["&#39;", "'"],
]);

/** HTML with the characters in place of their escapes. */
export function unescaped(html: string): string {
  return html.replaceAll(
    /&(?:amp|lt|gt|quot|#x27|#39);/gu,
    (escape) => escapes.get(escape) ?? escape,
  );
}
