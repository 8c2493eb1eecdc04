import type { EvaluatorPageModel } from "@/lib/pages/quality/quality-model";
import { Card } from "../ui/card";
import { MeansList } from "./means-list";
import { ScoreBars } from "./score-bars";

/** An evaluator's scores in this workspace, by channel and week. */
export function HereCard({ model }: { model: EvaluatorPageModel }) {
  const { row, basis, byChannel, byWeek } = model;
  return (
    <Card title="What it said here" subtitle={basis}>
      {row.distribution === null ? (
        <p className="text-text-muted">It has scored nothing here yet.</p>
      ) : (
        <>
          <ScoreBars distribution={row.distribution} />
          <p className="text-secondary text-text-muted">{row.distribution.summary}</p>
        </>
      )}
      {byChannel.length === 0 ? null : (
        <>
          <h3 className="text-secondary text-text-faint">Mean by channel</h3>
          <MeansList means={byChannel} />
        </>
      )}
      {byWeek.length === 0 ? null : (
        <>
          <h3 className="text-secondary text-text-faint">Mean by the week in which cases opened</h3>
          <MeansList means={byWeek} />
        </>
      )}
    </Card>
  );
}
