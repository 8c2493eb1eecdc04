/** Rules of this project that no published set has. */

const isNamed = (node, ...names) => node?.type === "Identifier" && names.includes(node.name);

/** Rooms whose output may depend on nothing but their arguments. */
const noAmbientState = {
  create(context) {
    const report = (node, advice) =>
      context.report({ node, message: `This room is pure: ${advice}` });
    const takeTime = "Take the time as an argument.";
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (isNamed(object, "Date") && isNamed(property, "now")) report(node, takeTime);
        if (isNamed(object, "performance")) report(node, takeTime);
        if (isNamed(object, "Math") && isNamed(property, "random")) {
          report(node, "Take the randomness in.");
        }
        if (isNamed(object, "crypto")) report(node, "Take ids and hashes in as arguments.");
      },
      NewExpression(node) {
        if (isNamed(node.callee, "Date") && node.arguments.length === 0) report(node, takeTime);
      },
      CallExpression(node) {
        if (isNamed(node.callee, "Date")) report(node, takeTime);
      },
    };
  },
};

const leftOut = ["skip", "skipIf", "runIf", "only", "todo", "fixme", "fails"];

const everyTestRuns = {
  create(context) {
    return {
      MemberExpression(node) {
        if (!isNamed(node.property, ...leftOut)) return;
        const message = "Every test runs. What takes minutes goes into a file `*.long.test.ts`.";
        context.report({ node, message });
      },
    };
  },
};

export default {
  meta: { name: "throughline" },
  rules: { "no-ambient-state": noAmbientState, "every-test-runs": everyTestRuns },
};
