/** Rules of this project that no published set has. */

const isNamed = (node, ...names) => node?.type === "Identifier" && names.includes(node.name);

/** Rooms whose output may depend on nothing but their arguments. */
const noAmbientState = {
  create(context) {
    const report = (node, advice) =>
      context.report({ node, message: `This room is pure: ${advice}` });
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (isNamed(object, "performance")) report(node, "Take the time as an argument.");
        if (isNamed(object, "Math") && isNamed(property, "random")) {
          report(node, "Take the randomness in.");
        }
        if (isNamed(object, "crypto")) report(node, "Take ids and hashes in as arguments.");
      },
    };
  },
};

/** Tests run at any instant: whatever tells the time is shifted alike. */
const oneClock = {
  create(context) {
    const message =
      "Take the time as an argument; at the edges nowUs of lib/clock/server.ts reads it.";
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (isNamed(object, "Date") && isNamed(property, "now")) context.report({ node, message });
      },
      NewExpression(node) {
        const { callee, arguments: given } = node;
        if (isNamed(callee, "Date") && given.length === 0) context.report({ node, message });
      },
      CallExpression(node) {
        if (isNamed(node.callee, "Date")) context.report({ node, message });
      },
    };
  },
};

const leftOut = ["skip", "skipIf", "runIf", "only", "todo", "fixme", "fails"];

/** What is given a function that tests, declares tests, or prepares them. */
const runners = ["describe", "it", "test", "beforeAll", "beforeEach"];

/** Whether a callee is one of these or made of it: `it.each([1])`, `test.beforeAll`. */
const isRunner = (callee) =>
  isNamed(callee, ...runners) ||
  [callee.object, callee.callee, callee.tag].some((part) => part && isRunner(part));

const isGivenToRunner = ({ parent }) => parent.type === "CallExpression" && isRunner(parent.callee);

/** Whether names are taken out of a runner, `const { skip } = it`, or of what it gives to a test. */
const isTakenOfRunner = ({ parent }) =>
  parent.type === "VariableDeclarator" ? isRunner(parent.init ?? {}) : isGivenToRunner(parent);

function functionAround(node) {
  return /Function/u.test(node.type) ? node : functionAround(node.parent);
}

/** No test is left out or ends before its end; only `cannotTest` ends one, with a reason that is reported. */
const everyTestRuns = {
  create(context) {
    const message =
      "Every test runs. What takes minutes goes into a file `*.long.test.ts`; what cannot be tested here calls `cannotTest`.";
    const isLeavingOut = (key) => isNamed(key, ...leftOut) || leftOut.includes(key.value);
    return {
      MemberExpression(node) {
        if (isLeavingOut(node.property)) context.report({ node, message });
      },
      Property(node) {
        const { key, parent } = node;
        if (!isLeavingOut(key)) return;
        const isPattern = parent.type === "ObjectPattern";
        if (isPattern ? isTakenOfRunner(parent) : isGivenToRunner(parent)) {
          context.report({ node, message });
        }
      },
      ReturnStatement(node) {
        const isQuiet = node.argument === null || isNamed(node.argument, "undefined");
        if (isQuiet && isGivenToRunner(functionAround(node))) {
          context.report({
            node,
            message: "A test runs to its end. One that cannot calls `cannotTest` with the reason.",
          });
        }
      },
    };
  },
};

const selecting = ["closest", "matches", "querySelector", "querySelectorAll"];
const readAloud = ["aria-label", "label", "title", "placeholder", "alt", "heading"];

/**
 * Whether a text is two words or more, and neither a list of CSS classes, whose names are lower case and have hyphens,
 * nor CSS rules or a CSS function.
 */
function isSentence(text) {
  if (/\{[^{}]*:[^{}]*\}|^[a-z-]+\([^()]*\)$/u.test(text)) return false;
  if (!/\p{L}{2}.*\s.*\p{L}|\p{L}.*\s.*\p{L}{2}/su.test(text)) return false;
  const parts = text.trim().split(/\s+/u);
  return !(parts.every((part) => /^[^A-Z…’“”?]+$/u.test(part)) && parts.some(isClassName));
}

const isClassName = (part) => /^[a-z[*]+[^\s,;]*[-:[]\S/u.test(part);

/** All wording of a page stands in its `words.ts`, where it can be read and reviewed as a list. */
const wordsInOnePlace = {
  create(context) {
    const message = "Words of a page stand in its words.ts (or words/).";
    const isOfAttribute = ({ type, name, parent }, names) =>
      type === "JSXExpressionContainer"
        ? isOfAttribute(parent, names)
        : type === "JSXAttribute" && names.test(name.name);
    const isElsewhere = ({ parent }) =>
      (parent.type === "CallExpression" && isNamed(parent.callee.property, ...selecting)) ||
      parent.type === "ExpressionStatement" ||
      (parent.type === "BinaryExpression" && /^[!=]==$/u.test(parent.operator)) ||
      parent.type === "ImportDeclaration" ||
      parent.type === "ExportNamedDeclaration" ||
      (parent.type === "NewExpression" && /Error$/u.test(parent.callee.name ?? "")) ||
      isOfAttribute(parent, /class|labelledby|describedby/iu);
    const check = (node, text) => {
      if (isSentence(text) && node.parent.key !== node && !isElsewhere(node))
        context.report({ node, message });
    };
    return {
      JSXText(node) {
        if (/\p{L}{2}/u.test(node.value)) context.report({ node, message });
      },
      JSXAttribute({ name, value }) {
        const isWord = value?.type === "Literal" && /\p{L}{2}/u.test(String(value.value));
        if (isWord && readAloud.includes(name.name) && !isSentence(String(value.value))) {
          context.report({ node: value, message });
        }
      },
      Literal(node) {
        if (typeof node.value === "string") check(node, node.value);
      },
      TemplateLiteral(node) {
        const text = node.quasis.map(({ value }) => value.cooked ?? "").join("0");
        const isHtml = isNamed(node.parent.tag, "html");
        if (!isHtml) check(node, text);
        else if (/\p{L}{2}/u.test(text.replace(/<[^>]*>/gu, ""))) context.report({ node, message });
      },
    };
  },
};

/** Whether a type is an object with any text as a key: `Record<string, T>`, also read-only or partial. */
function hasAnyKey(type) {
  const given = type?.typeArguments?.params ?? type?.typeParameters?.params ?? [];
  if (type?.type === "TSTypeLiteral")
    return type.members.some((each) => each.type === "TSIndexSignature");
  if (type?.type !== "TSTypeReference") return false;
  if (isNamed(type.typeName, "Readonly", "Partial")) return hasAnyKey(given[0]);
  return isNamed(type.typeName, "Record") && given[0]?.type === "TSStringKeyword";
}

/**
 * An object has more than was put in it: of a key that comes from elsewhere, such as "constructor", `table[key]` gives a
 * function. What is filled key by key is a Map; what is written as an object is read by `ownEntry`.
 */
const ownEntries = {
  create(context) {
    const tables = new Set();
    const reads = [];
    return {
      VariableDeclarator({ id, init }) {
        if (init?.type !== "ObjectExpression" || !hasAnyKey(id.typeAnnotation?.typeAnnotation))
          return;
        tables.add(id.name);
        if (init.properties.length === 0)
          context.report({ node: id, message: "What is filled key by key is a Map." });
      },
      MemberExpression(node) {
        if (node.computed && node.object.type === "Identifier" && node.property.type !== "Literal")
          reads.push(node);
      },
      "Program:exit"() {
        for (const node of reads)
          if (tables.has(node.object.name))
            context.report({ node, message: "Read it by ownEntry of lib/domain/own-entry.ts." });
      },
    };
  },
};

export default {
  meta: { name: "throughline" },
  rules: {
    "no-ambient-state": noAmbientState,
    "one-clock": oneClock,
    "every-test-runs": everyTestRuns,
    "own-entries": ownEntries,
    "words-in-one-place": wordsInOnePlace,
  },
};
