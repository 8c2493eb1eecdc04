import Link from "next/link";
import type { SettingsEffect } from "@/lib/domain/settings/settings-effect";
import { caseHref } from "@/lib/pages/case/href";
import { formatCount } from "@/lib/format/format";
import {
  effectRows,
  exampleWords,
  type EffectTense,
} from "@/lib/pages/settings/settings-effect-words";
import { MaskedText } from "../ui/masked-text";

type EffectTableProps = { effect: SettingsEffect; tense: EffectTense };

/** The cases a change affects by kind of effect, with examples. */
export function EffectTable({ effect, tense }: EffectTableProps) {
  const rows = effectRows(effect);
  if (rows.length === 0) return null;
  return (
    <>
      <table className="w-full max-w-[480px] border-collapse text-secondary">
        <thead className="sr-only">
          <tr>
            <th scope="col">What changes</th>
            <th scope="col">Cases</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ words, count, isSubset }) => (
            <tr key={words} className="border-b border-border last:border-0">
              <th
                scope="row"
                className={`py-1 text-left font-normal ${isSubset ? "pl-4 text-text-muted" : ""}`}
              >
                {words}
              </th>
              <td className="py-1 text-right tabular-nums">{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-secondary text-text-muted [overflow-wrap:anywhere]">
        For example{" "}
        {effect.examples.map(({ caseId, change }, index) => {
          const isThere = tense === "ahead" ? change !== "added" : change !== "removed";
          return (
            <span key={caseId}>
              {index === 0 ? "" : ", "}
              {isThere ? (
                <Link className="text-link underline" href={caseHref(caseId)}>
                  <MaskedText text={caseId} />
                </Link>
              ) : (
                <MaskedText text={caseId} />
              )}{" "}
              ({exampleWords[change]})
            </span>
          );
        })}
      </p>
    </>
  );
}
