import next from "@next/eslint-plugin-next";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const tests = ["**/*.test.{ts,tsx,mjs}", "e2e/**"];

/** Rooms whose output may depend on nothing but their arguments. */
const pureRooms =
  "lib/{domain,stats,ingest,identity,cases,evaluators,disclosures,demo,format,analytics,pages}/**/*.{ts,tsx}";
const loaders = ["lib/analytics/load/**", "lib/pages/*/load{,-*}.ts"];

const ambientState = [
  ["MemberExpression[object.name='Date'][property.name='now']", "Take the time as an argument."],
  ["NewExpression[callee.name='Date'][arguments.length=0]", "Take the time as an argument."],
  ["CallExpression[callee.name='Date']", "Take the time as an argument."],
  ["MemberExpression[object.name='performance']", "Take the time as an argument."],
  ["MemberExpression[object.name='Math'][property.name='random']", "Take the randomness in."],
  ["MemberExpression[object.name='crypto']", "Take ids and hashes in as arguments."],
].map(([selector, message]) => ({ selector, message: `This room is pure: ${message}` }));

const leftOutTests = {
  selector: "MemberExpression[property.name=/^(skip|skipIf|runIf|only|todo|fixme|fails)$/]",
  message: "Every test runs. What takes minutes goes into a file `*.long.test.ts`.",
};

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      "dist/**",
      "data/**",
      "next-env.d.ts",
      "playwright-report/**",
      "test-results/**",
      "bench/{node_modules,results}/**",
    ],
  },
  // No comment may switch a rule off: what is wrong for one line is changed for all, here.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: ["**/*.tsx"], ...reactHooks.configs.flat["recommended-latest"] },
  { files: ["app/**", "components/**"], ...next.configs["core-web-vitals"] },
  { files: ["**/*.{mjs,cjs}"], ...tseslint.configs.disableTypeChecked },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: [pureRooms],
    ignores: [...tests, ...loaders],
    rules: {
      "no-restricted-syntax": ["error", ...ambientState],
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout", "setInterval"],
    },
  },
  { files: tests, rules: { "no-restricted-syntax": ["error", leftOutTests] } },
);
