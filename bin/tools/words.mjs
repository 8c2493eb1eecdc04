import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { filesBelow } from "./fingerprint.mjs";
import { root } from "./paths.mjs";

const folders = ["app", "bin", "components", "db", "lib"];

/** Invented conversations, texts to learn from, and the vocabularies by which speech is read: none is said by us. */
const notSaid = [
  /^lib\/(cases\/words|demo|ingest\/mask|learning|testing|training)\//u,
  /^lib\/evaluators\/.+\/(\w+-words|politeness-features)\.ts$/u,
  /^lib\/domain\/privacy\/named-things\.ts$/u,
];
const isLeftOut = (file) =>
  !/\.(tsx?|mjs)$/u.test(file) ||
  /\.(test|gen)\./u.test(file) ||
  notSaid.some((each) => each.test(file));

/** Where wording stands by itself, two words are enough; elsewhere they may be a code or a key. */
const isOfWords = (file) => /^lib\/(format\/|pages\/.*[/-]words(\.ts$|\/))/u.test(file);

/**
 * What people read, as text: under each module (each page, each evaluator) its sentences and their pieces, "…" where a
 * value stands, in the order of their code units.
 */
export function listWords() {
  const byModule = new Map();
  for (const file of folders.flatMap(filesBelow)) {
    if (isLeftOut(file)) continue;
    const words = wordsOf(file).filter(readsAsWords(isOfWords(file) ? 2 : 3));
    if (words.length === 0) continue;
    const module = moduleOf(file);
    byModule.set(module, new Set([...(byModule.get(module) ?? []), ...words]));
  }
  return [...byModule.keys()]
    .sort()
    .map((module) => [module, ...[...byModule.get(module)].sort().map((each) => `  ${each}`)])
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** The folder that a reader looks in: of pages, evaluators and components the one of that name. */
function moduleOf(file) {
  const [first, ...rest] = file.replace(/^lib\//u, "").split("/");
  const isParted = ["components", "evaluators", "pages"].includes(first) && rest.length > 1;
  return isParted ? `${first}/${rest[0]}` : first;
}

function wordsOf(file) {
  const found = new Set();
  const visit = (node) => {
    if (isOfCode(node)) return;
    const text = textOf(node);
    if (text !== undefined) found.add(text.replaceAll(/\s+/gu, " ").trim());
    ts.forEachChild(node, visit);
  };
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  visit(ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), options));
  return [...found];
}

function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("…");
  // An element's text and what is put into it are one sentence.
  if (ts.isJsxElement(node) || ts.isJsxFragment(node))
    return node.children.map((child) => (ts.isJsxText(child) ? child.text : "…")).join("");
  return undefined;
}

/** Names of modules and types, codes that are compared, class names, SQL in tagged templates and lists of words. */
function isOfCode(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
    return true;
  if (ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isJsxAttribute(node)) return node.name.text === "className";
  if (ts.isPropertyAccessExpression(node))
    return ts.isStringLiteralLike(node.expression) && node.name.text === "split";
  return false;
}

const word = /^[(“"'‘]?\p{L}[\p{L}’'-]*[).,;:!?”"'’…]*$/u;
const ofSql = String.raw`\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|VALUES|NULL|INDEX|TABLE)\b`;
const ofPatterns = String.raw`[\\|]|\(\?`;
const ofStyles = String.raw`^@page|'self'|(^| )(bg|border|text)-|(^| )(flex|grid|rounded) `;
const notRead = new RegExp([ofSql, ofPatterns, ofStyles].join("|"), "u");

function readsAsWords(least) {
  return (words) =>
    words.split(" ").filter((each) => word.test(each)).length >= least && !notRead.test(words);
}
