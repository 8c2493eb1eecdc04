import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { z } from "zod";

/** Exported names of a route file that handle requests. */
const methods = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]);

/** Routes that the build adds, and two pictures. */
const ofTheFramework = ["/_global-error/page", "/_not-found/page"];
const pictures = ["/favicon.ico/route", "/icon.svg/route"];

/** Route files with the methods they handle, from the sources. */
export function routesInSources(): Record<string, string[]> {
  const files = readdirSync(join(process.cwd(), "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page|route)\.(?:[cm]?[jt]sx?|mdx?)$/u.test(file))
    .map((file) => `app/${file}`);
  return Object.fromEntries(
    files.map((file) => [file, /\/page\./u.test(file) ? ["GET"] : methodsOf(file)]),
  );
}

/** The routes in the build, by source path without extension. */
export function routesInBuild(): string[] {
  const built = Object.keys(readManifest("app-paths-manifest.json"));
  const own = built.filter((route) => ![...ofTheFramework, ...pictures].includes(route));
  return own.map((route) => `app${route}`).sort();
}

/** Other entry points of the framework: pages router, middleware. */
export function otherWaysInBuild(): string[] {
  const pages = Object.keys(readManifest("pages-manifest.json"));
  const { middleware, functions } = readManifest("middleware-manifest.json");
  return [...pages, ...Object.keys({ ...asRecord(middleware), ...asRecord(functions) })];
}

function methodsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const names = source.statements.flatMap((statement) => exportsOf(statement, file));
  return names.filter((name) => methods.has(name)).sort();
}

/**
 * The names that a statement exports.
 * @throws if it does not name them
 */
function exportsOf(statement: ts.Statement, file: string): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    if (exportClause !== undefined && ts.isNamedExports(exportClause)) {
      return exportClause.elements.map(({ name }) => name.text);
    }
    throw new Error(`${file} exports what it does not name.`);
  }
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (isExported !== true) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [...methods],
    );
  }
  return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
}

function readManifest(name: string): Record<string, unknown> {
  const file = join(process.cwd(), ".next", "server", name);
  return asRecord(JSON.parse(readFileSync(file, "utf8")));
}

function asRecord(value: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(value);
}
