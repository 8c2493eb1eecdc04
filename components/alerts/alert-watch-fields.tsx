import type { AlertDraft, DraftProblems } from "@/lib/pages/alerts/alert-draft";
import type { AlertFormModel } from "@/lib/pages/alerts/alerts-model";
import { choices, fields, units } from "@/lib/pages/alerts/words/form";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

type AlertWatchFieldsProps = {
  form: AlertFormModel;
  draft: AlertDraft;
  problems: DraftProblems;
  onChange: (changed: Partial<AlertDraft>) => void;
};

const kinds = [
  { value: "metric", label: choices.metric },
  { value: "finding", label: choices.finding },
] as const;
const sides = [
  { value: "above", label: choices.above },
  { value: "below", label: choices.below },
] as const;
const against = [
  { value: "bound", label: choices.bound },
  { value: "before", label: choices.before },
] as const;

/** What a rule watches, and from where on it matters. */
export function AlertWatchFields({ form, draft, problems, onChange }: AlertWatchFieldsProps) {
  const isMetric = draft.kind === "metric";
  const unit = form.metrics.find(({ value }) => value === draft.metric)?.unit ?? "number";
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <SelectField
        label={fields.watch}
        value={draft.kind}
        options={kinds}
        onChange={(kind) => {
          const effect = kind === "metric" ? "5" : "1";
          const metric = draft.metric === "" ? (form.metrics[0]?.value ?? "") : draft.metric;
          onChange({ kind, effect, metric });
        }}
      />
      {isMetric ? (
        <MetricFields form={form} draft={draft} problems={problems} onChange={onChange} />
      ) : (
        <SelectField
          label={fields.finding}
          value={draft.finding}
          options={form.findings}
          onChange={(finding) => {
            onChange({ finding });
          }}
        />
      )}
      <TextField
        label={isMetric ? fields.effectOfMetric : fields.effectOfFinding}
        kind="number"
        unit={isMetric ? units.effect[unit] : units.effectOfFinding}
        value={draft.effect}
        problem={problems.effect ?? null}
        onChange={(effect) => {
          onChange({ effect });
        }}
      />
      <TextField
        label={fields.least}
        kind="number"
        hint={fields.leastHint}
        value={draft.least}
        problem={problems.least ?? null}
        onChange={(least) => {
          onChange({ least });
        }}
      />
    </div>
  );
}

function MetricFields({ form, draft, problems, onChange }: AlertWatchFieldsProps) {
  const unit = form.metrics.find(({ value }) => value === draft.metric)?.unit ?? "number";
  return (
    <>
      <SelectField
        label={fields.metric}
        value={draft.metric}
        options={form.metrics}
        onChange={(metric) => {
          const chosen = form.metrics.find(({ value }) => value === metric);
          const { side = draft.side, effect = draft.effect } = chosen ?? {};
          // An amount in another unit means something else.
          onChange({ metric, side, effect, ...(chosen?.unit === unit ? {} : { bound: "" }) });
        }}
      />
      <SelectField
        label={fields.side}
        value={draft.side}
        options={sides}
        onChange={(side) => {
          onChange({ side });
        }}
      />
      <SelectField
        label={fields.against}
        value={draft.against}
        options={against}
        onChange={(chosen) => {
          onChange({ against: chosen });
        }}
      />
      {draft.against === "bound" ? (
        <TextField
          label={fields.bound}
          kind="number"
          unit={units.bound[unit]}
          value={draft.bound}
          problem={problems.bound ?? null}
          onChange={(bound) => {
            onChange({ bound });
          }}
        />
      ) : null}
    </>
  );
}
