import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import { outcomeAt } from "@/lib/domain/case/outcome";
import type { FacetName } from "@/lib/analytics/facets/registry";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";

/** Cases and the `asOf` of their facets. */
export type CasesAsOf = {
  readonly cases: readonly CaseTableRow[];
  readonly asOfUs: number;
  /** Every evaluator that ever scored one of them, including removed ones. */
  readonly evaluators: ReadonlySet<string>;
};

/** A case's values of a facet, computed from its row without the table. */
export function facetValuesByHand(
  facet: FacetName,
  row: CaseTableRow,
  given: CasesAsOf,
): readonly string[] {
  const path = row.channels.filter((channel, index) => channel !== row.channels[index - 1]);
  const hasAi = row.agentKinds.includes("ai");
  const hasHuman = row.agentKinds.includes("human");
  switch (facet) {
    case "outcome":
      return [outcomeAt(outcomeFacts(row, row), given.asOfUs)];
    case "channel":
      return [...new Set(row.channels)];
    case "first":
      return [row.channels[0] ?? ""];
    case "path":
      return [path.join(">")];
    case "switch":
      return [
        ...new Set(
          row.channels.slice(1).flatMap((to, index) => {
            const move = `${row.channels[index] ?? ""}>${to}`;
            const [before, next] = [row.contactRows[index], row.contactRows[index + 1]];
            const starter = before?.isTransferred ? "agent" : (next?.initiator ?? "unknown");
            return starter === "unknown" ? [move] : [move, `${move}:${starter}`];
          }),
        ),
      ];
    case "agent":
      return row.agentIds.length === 0 ? [""] : row.agentIds;
    case "handoff":
      return row.handoffKinds;
    case "evidence":
      return [row.evidence];
    case "type":
      return [row.caseType ?? row.intent ?? row.inferredIntent ?? ""];
    case "intent":
      return [row.intent ? "declared" : row.inferredIntent ? "inferred" : "unknown"];
    case "agents":
      return [hasAi ? (hasHuman ? "both" : "ai") : hasHuman ? "human" : "unknown"];
    case "risk":
      return [row.risk ?? "unknown"];
    case "release":
      return row.releases.length === 0 ? [""] : row.releases;
    case "rating":
      return [row.csat === null ? "none" : row.csat < 4 ? "poor" : "good"];
    case "last": {
      const score = row.contactRows.at(-1)?.resolution ?? null;
      return [score === null ? "unscored" : score < 0.5 ? "failed" : "fine"];
    }
    case "prompt": {
      const prompts = row.contactRows.flatMap(({ prompt }) => prompt ?? []);
      return prompts.length === 0 ? [""] : [...new Set(prompts)];
    }
    case "firstPrompt": {
      const prompts = row.contactRows.flatMap(({ prompt }) => prompt ?? []);
      const firsts = new Map(prompts.toReversed().map((each) => [each.split("@")[0], each]));
      return prompts.length === 0 ? [""] : [...firsts.values()];
    }
    case "firstRelease":
      return row.releases.length === 0 ? [""] : row.releases.slice(0, 1);
    case "team":
      return row.teams.length === 0 ? [""] : row.teams;
    case "region":
      return [row.region ?? ""];
    case "pause":
      return row.slaPausedUs === null ? [] : [row.slaPauseReason ?? ""];
    case "disclosure": {
      const channelsOf = (rule: string, ...found: readonly string[]) =>
        row.disclosureRows
          .filter((each) => each.rule === rule && found.includes(each.status))
          .map(({ channel }) => channel);
      const some = row.disclosureRows.flatMap(({ rule }) => {
        const given = channelsOf(rule, "given");
        const missed = channelsOf(rule, "missing", "incomplete", "wrong_speaker", "wrong_channel");
        const isSome = given.length > 0 && missed.some((channel) => !given.includes(channel));
        return isSome ? [`${rule}:some_channels`] : [];
      });
      const own = row.disclosureRows.map(({ rule, status }) => `${rule}:${status}`);
      return [...new Set([...own, ...some])];
    }
    case "failedStep":
      return [...new Set(row.failures.map(({ kind }) => kind))];
    case "failedTool":
      return [...new Set(row.failures.flatMap(({ tool }) => tool ?? []))];
    case "failedModel":
      return [...new Set(row.failures.flatMap(({ model }) => model ?? []))];
    case "failedPrompt":
      return [...new Set(row.failures.flatMap(({ prompt }) => prompt ?? []))];
    case "error":
      return [...new Set(row.failures.map(({ error }) => error ?? ""))];
    case "latency": {
      const us = row.slowestCallUs;
      if (us === null) return ["unknown"];
      return [us < 2e6 ? "under-2s" : us < 5e6 ? "2-5s" : us < 10e6 ? "5-10s" : "over-10s"];
    }
    case "score":
      return [...given.evaluators].map((evaluator) => {
        const entry = evaluatorEntry(evaluator);
        const worst = row.worstScores.find((score) => score.evaluator === evaluator);
        const band = entry && worst ? readScore(entry, worst.value).band : "none";
        return `${evaluator}:${band}`;
      });
  }
}
