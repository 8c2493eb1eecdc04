import type { SettingsSuggestions } from "@/lib/domain/settings/settings-suggestions";
import { formatCount, formatCounted } from "@/lib/format/format";
import { buttonClasses } from "../ui/button-classes";
import { MaskedText } from "../ui/masked-text";

type SuggestedKeysProps = {
  suggestions: SettingsSuggestions;
  /** Keys already in the list. */
  taken: readonly string[];
  onAdd: (key: string) => void;
};

/** Attribute keys of spans without a case: candidates for an id. */
export function SuggestedKeys({ suggestions, taken, onAdd }: SuggestedKeysProps) {
  const { unassignedSeen } = suggestions;
  const keys = suggestions.keys.filter(({ key }) => !taken.includes(key)).slice(0, 8);
  if (unassignedSeen === 0 || keys.length === 0) return null;
  return (
    <div className="grid gap-1 rounded-control border border-border px-3 py-2">
      <p>
        {formatCounted(unassignedSeen, "span")} without a case{" "}
        {unassignedSeen === 1 ? "carries" : "carry"} these keys, which nothing reads yet. A key with
        many values may be the case’s.
      </p>
      <div className="relative overflow-x-auto">
        <table className="w-full border-collapse text-secondary">
          <thead>
            <tr className="border-b border-border text-left text-text-muted">
              <th scope="col" className="py-1 pr-3 font-semibold">
                Key
              </th>
              <th scope="col" className="py-1 pr-3 text-right font-semibold">
                Spans
              </th>
              <th scope="col" className="py-1 pr-3 text-right font-semibold">
                Values
              </th>
              <th scope="col" className="py-1 pr-3 font-semibold">
                One of them
              </th>
              <th scope="col">
                <span className="sr-only">Add</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ key, spans, values, example }) => (
              <tr key={key} className="border-b border-border last:border-0">
                <th
                  scope="row"
                  className="max-w-[220px] truncate py-1 pr-3 text-left font-mono font-normal"
                  title={key}
                >
                  {key}
                </th>
                <td className="py-1 pr-3 text-right tabular-nums">{formatCount(spans)}</td>
                <td className="py-1 pr-3 text-right tabular-nums">{formatCount(values)}</td>
                <td className="max-w-[220px] truncate py-1 pr-3 font-mono">
                  <MaskedText text={example} />
                </td>
                <td className="py-1 text-right">
                  <button
                    type="button"
                    className={`${buttonClasses.default} cursor-pointer`}
                    aria-label={`Read as case: ${key}`}
                    onClick={() => {
                      onAdd(key);
                    }}
                  >
                    Read as case
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
