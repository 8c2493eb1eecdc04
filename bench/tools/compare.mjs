import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { targets } from "./targets.mjs";

/** A figure that is worse by more than this share is named. */
const tolerance = 0.2;

/**
 * Finds the last result of the same measures in the same sizes, on the same engine and as many cores.
 * @returns null where there is none
 */
export function lastResult(folder, { mode, only, engine, sizes, machine }) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  for (const name of names.sort().reverse()) {
    const result = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const isAlike =
      result.mode === mode &&
      (result.only ?? null) === only &&
      (result.engine ?? "sqlite") === engine &&
      JSON.stringify(result.sizes) === JSON.stringify(sizes) &&
      result.machine.cpus === machine.cpus;
    if (isAlike) return { name, result };
  }
  return null;
}

/**
 * Lists what became worse. Times of pages are compared by the machine's pace while each was measured, where both
 * results have it: 20 ms on a machine half as fast are no worse than 10.
 * @param before and
 * @param now results
 */
export function findRegressions(before, now) {
  const paceOf = (pick) => [pick(before.paces), pick(now.paces)];
  const figures = [
    ...compared(before.figures, now.figures, {
      targetOf: (name) => targets[name],
      paces: paceOf((paces) => paces?.figures),
    }),
    ...Object.keys(now.growth ?? {}).flatMap((cases) =>
      compared(before.growth?.[cases], now.growth[cases], {
        targetOf: (name) => ({
          label: `${name}, ${Number(cases).toLocaleString("en-US")} cases`,
          unit: name.endsWith("MB") ? "" : "ms",
        }),
        paces: paceOf((paces) => paces?.growth[cases]),
      }),
    ),
  ];
  return figures.filter(({ share }) => share > tolerance);
}

function compared(before, now, { targetOf, paces }) {
  return Object.entries(now).flatMap(([name, value]) => {
    const was = before?.[name];
    if (!Number.isFinite(value) || !Number.isFinite(was) || was === 0) return [];
    const { label, unit = "", isBetter } = targetOf(name);
    const slower = ["ms", "s"].includes(unit) ? slowdown(paces, name) : 1;
    const share = isBetter === "higher" ? was / value - 1 : value / was / slower - 1;
    return [{ label: label.trim(), unit, was, value, slower, share }];
  });
}

/** How many times as long the same work took the machine when a figure was measured now; 1 where that is not known. */
function slowdown([before, now], name) {
  const of = (paces) => paces?.find(([pattern]) => new RegExp(pattern, "u").test(name))?.[1];
  return (of(now) ?? NaN) / (of(before) ?? NaN) || 1;
}

/** Prints what became worse since the last run, or that nothing did. */
export function printRegressions(last, now) {
  if (last === null) {
    console.log("\nno earlier result of these measures and sizes to compare with");
    return;
  }
  const worse = findRegressions(last.result, now);
  console.log(
    `\ncompared with ${last.name}: ${worse.length === 0 ? "nothing" : worse.length} over 20 % worse`,
  );
  const load = (result) => result.machine.loadAtStart.toFixed(1);
  if (worse.length > 0) console.log(`  load at the start ${load(last.result)}, now ${load(now)}`);
  for (const { label, unit, was, value, slower, share } of worse) {
    const pace = slower === 1 ? "" : `, the machine took ${short(slower)} times as long`;
    console.log(
      `  ${label}: ${short(was)} → ${short(value)} ${unit}`.trimEnd() +
        ` (+${Math.round(share * 100)} %${pace})`,
    );
  }
}

function short(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3);
}
