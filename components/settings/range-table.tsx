import {
  personaAttributeFacts,
  personaAttributes,
  type PersonaAttribute,
} from "@/lib/domain/settings/persona-contract";
import { TextField } from "../ui/text-field";
import type { RangeDraft, RangeDrafts } from "./persona-draft";

type RangeTableProps = {
  /** Accessible name prefix: "Voice". */
  whose: string;
  drafts: RangeDrafts;
  problemAt: (name: PersonaAttribute) => string | null;
  onChange: (drafts: RangeDrafts) => void;
};

const headClass = "py-1 pr-4 align-bottom font-semibold";

/** A target and a tolerance for each feature of how agents speak. */
export function RangeTable({ whose, drafts, problemAt, onChange }: RangeTableProps) {
  return (
    <div className="relative overflow-x-auto">
      <table className="border-collapse">
        <thead>
          <tr className="border-b border-border text-left text-secondary text-text-muted">
            <th scope="col" className={headClass}>
              Feature
            </th>
            <th scope="col" className={headClass}>
              Target
            </th>
            <th scope="col" className={headClass}>
              Tolerance, more or less
            </th>
          </tr>
        </thead>
        <tbody>
          {personaAttributes.map((name) => {
            const { words, unit } = personaAttributeFacts[name];
            const field = (bound: keyof RangeDraft, label: string) => (
              <TextField
                label={`${whose}: ${words}, ${label}`}
                isLabelHidden
                kind="number"
                value={drafts[name][bound]}
                problem={bound === "target" ? problemAt(name) : null}
                onChange={(value) => {
                  onChange({ ...drafts, [name]: { ...drafts[name], [bound]: value } });
                }}
              />
            );
            return (
              <tr key={name} className="border-b border-border last:border-0">
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  {words} <span className="text-secondary text-text-muted">{unit}</span>
                </th>
                <td className="py-1 pr-4">{field("target", `target (${unit})`)}</td>
                <td className="py-1">{field("tolerance", "tolerance")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
