import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "./tools/fingerprint.mjs";
import { root } from "./tools/paths.mjs";

const read = (file) => readFileSync(join(root, file), "utf8");
const files = filesBelow(".").filter((file) => !/^(?:bench\/results|test-results)\//u.test(file));
const names = new Set(files.map((file) => basename(file)));
const documents = files.filter((file) => /^(?:README|docs\/.*)\.md$/u.test(file));
/** What they cite was there when they were written. */
const isHistory = (document) => document.startsWith("docs/decisions/");
const sources = files.filter(
  (file) => /\.(?:[cm]?[jt]sx?|css|service)$|Containerfile$/u.test(file) && !file.includes(".gen."),
);

/** Not in the checkout: made by a build or a run, or by whoever follows a document; `alert.test` is a type of message. */
const elsewhere = new Set([
  ...["worker.mjs", "deriver.mjs", "main.mjs", "bench/results", "bench/node_modules"],
  ...["send.ts", "send.mjs", "alert.test"],
]);
const extensions = ["", ".ts", ".tsx", ".mjs"];

/**
 * Whether a cited path is there. A name without a folder is looked for everywhere; `{a,b}`, `*`, `<name>` and `…` stand
 * for other text.
 */
function isThere(path) {
  const plain = path.replace(/\/$/u, "");
  if (elsewhere.has(plain)) return true;
  if (/[*{<…]/u.test(plain)) {
    const pattern = patternOf(plain);
    return files.some((file) => pattern.test(file));
  }
  return extensions.some((extension) =>
    path.includes("/") ? existsSync(join(root, plain + extension)) : names.has(plain + extension),
  );
}

function patternOf(path) {
  const pattern = path
    .replaceAll(/[.+()$[\]]/gu, String.raw`\$&`)
    .replaceAll(/\{([^}]*)\}/gu, (_, each) => `(?:${each.replaceAll(",", "|")})`)
    .replaceAll("**/", "(?:.+/)?")
    .replaceAll(/\*|<[^>]*>|…/gu, "[^/]*");
  return new RegExp(`^(?:.*/)?${pattern}(?:[./].*)?$`, "u");
}

/** A document with blanks in place of its blocks of code. */
function proseOf(document) {
  return read(document).replaceAll(/^```.*?^```$/gmsu, (block) => block.replaceAll(/[^\n]/g, " "));
}

/** All matches, with the first two groups or, without any, the whole. */
function matchesIn(file, text, pattern) {
  return [...text.matchAll(pattern)].map(({ 0: all, 1: first = all, 2: second, index }) => {
    return { file, index, first, second };
  });
}

function placeOf({ file, index }) {
  return `${file}:${read(file).slice(0, index).split("\n").length}`;
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(document) {
  const slugs = matchesIn(document, proseOf(document), /^#{1,6} +(.+)$/gmu).map(({ first }) =>
    first
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
  return slugs.map((slug, index) => {
    const before = slugs.slice(0, index).filter((each) => each === slug).length;
    return before === 0 ? slug : `${slug}-${before}`;
  });
}

function linksIn(document) {
  const pattern = /\]\((?![a-z]+:)([^)\s#]*)(?:#([^)\s]*))?\)/gu;
  return matchesIn(document, proseOf(document), pattern).map((link) => ({
    ...link,
    target: link.first === "" ? document : normalize(join(dirname(document), link.first)),
    anchor: link.second,
  }));
}

const isFollowed = ({ target, anchor }) =>
  existsSync(join(root, target)) && (anchor === undefined || anchorsOf(target).includes(anchor));

const folders = new Set(
  files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]),
);
const inFolder = `(?:${[...folders].map((name) => name.replace(".", "[.]")).join("|")})/`;

/** Paths in backticks, and tests by their name (`attack.spec`). */
const quotedPath = new RegExp(
  "(?<!`)`(" +
    `${inFolder}[^\\s:\`]*|` +
    "[\\w.*-]+[.](?:tsx?|[cm]js|md)|[\\w-]+[.](?:spec|test)" +
    ")`(?!`)",
  "gu",
);
const quotedTitle = /`([\w-]+\.(?:spec|(?:long\.)?test))` "([^"\n]+)"/gu;
const pathsIn = (document) => matchesIn(document, proseOf(document), quotedPath);
const titlesIn = (document) => matchesIn(document, proseOf(document), quotedTitle);

/** Whether a test of that name has that title, in which `${…}` stands for other text. */
function isTitled({ first: name, second: title }) {
  const tests = files.filter((file) => basename(file).startsWith(`${name}.`));
  return tests.map(read).some((text) => {
    if (text.includes(title)) return true;
    return [...text.matchAll(/\b(?:it|test|describe)\(\s*`([^`\n]+)`/gu)].some(([, template]) => {
      const parts = template.split(/\$\{[^}]*\}/u).map((part) => part.replaceAll(/[^\w\s]/gu, "."));
      return new RegExp(`^${parts.join(".+")}$`, "u").test(title);
    });
  });
}

const comment = /(?<=^|\s)(?:\/\*.*?\*\/|\/\/ [^\n]*|# [^\n]*)/gsu;
const commentedPath = new RegExp(
  `(?<![\\w./:@*-])(?:${inFolder}[\\w./*{},-]*[\\w*}/]|` +
    "[\\w-]+(?:[.][\\w-]+)*[.](?:tsx?|[cm]js|md|css|ya?ml|json))(?![\\w/-])",
  "gu",
);
/** Sentences of the product cite documents, too. */
const toldDocument = /(?<![\w./-])(?:docs\/[\w./-]+|README)\.md(?!\w)/gu;

function citedIn(source) {
  const text = read(source);
  const comments = matchesIn(source, text, comment).flatMap((each) =>
    matchesIn(source, each.first, commentedPath).map(({ first }) => ({ ...each, first })),
  );
  return [...comments, ...matchesIn(source, text, toldDocument)];
}

function missing(cited) {
  const absent = cited.filter(({ first }) => !isThere(first));
  return [...new Set(absent.map((each) => `${placeOf(each)} cites ${each.first}`))];
}

describe("documents", () => {
  it("link to files and headings that exist", () => {
    const links = documents.flatMap(linksIn);
    expect(links.length).toBeGreaterThan(150);
    const broken = links.filter((link) => !isFollowed(link));
    expect(broken.map((link) => `${placeOf(link)} links to ${link.target}#${link.anchor}`)).toEqual(
      [],
    );
  });

  it("cite paths that exist, but for docs/decisions, which are history", () => {
    const cited = documents.filter((document) => !isHistory(document)).flatMap(pathsIn);
    expect(cited.length).toBeGreaterThan(200);
    expect(missing(cited)).toEqual([]);
  });

  it("quote titles of tests that exist", () => {
    const titles = documents.flatMap(titlesIn);
    expect(titles.length).toBeGreaterThan(100);
    const unknown = titles.filter((title) => !isTitled(title));
    expect(unknown.map((each) => `${placeOf(each)} quotes "${each.second}"`)).toEqual([]);
  });
});

it("comments of sources cite paths and documents that exist", () => {
  const cited = sources.flatMap(citedIn);
  expect(cited.length).toBeGreaterThan(50);
  expect(missing(cited)).toEqual([]);
});

it("the README has at most 200 lines, and docs/architecture.md a row for each module of lib", () => {
  const lines = (document) => read(document).trimEnd().split("\n").length;
  expect(lines("README.md")).toBeLessThanOrEqual(200);
  expect(lines("docs/architecture.md")).toBeLessThanOrEqual(250);
  const modules = new Set(
    files.filter((file) => file.startsWith("lib/")).map((file) => file.split("/")[1]),
  );
  const described = matchesIn("", read("docs/architecture.md"), /^\| `lib\/([\w-]+)[^`]*`/gmu);
  expect(new Set(described.map(({ first }) => first))).toEqual(modules);
});
