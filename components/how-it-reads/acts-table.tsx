import type { ActFigures, ActRow } from "@/lib/pages/how-it-reads/reading-model";

/** A row per act: how often its readings are right, and how many are found. */
export function ActsTable({ acts }: { acts: readonly ActRow[] }) {
  return (
    <div className="records">
      <table>
        <thead>
          <tr>
            <th scope="col">What a message does</th>
            <th scope="col" data-number="">
              English: right
            </th>
            <th scope="col" data-number="">
              Found
            </th>
            <th scope="col" data-number="">
              Sure: right
            </th>
            <th scope="col" data-number="">
              Found
            </th>
            <th scope="col" data-number="">
              Other languages: right
            </th>
            <th scope="col" data-number="">
              Found
            </th>
          </tr>
        </thead>
        <tbody>
          {acts.map(({ act, who, words, english, others }) => (
            <tr key={act}>
              <td data-wide="">
                <span className="text-text-muted">{who}</span> {words}
              </td>
              <td data-number="" data-label="English: right">
                {english.precision}
              </td>
              <td data-number="" data-label="English: found">
                {english.recall}
              </td>
              <SureCells figures={english} />
              <td data-number="" data-label="Other languages: right">
                {others.precision}
              </td>
              <td data-number="" data-label="Other languages: found">
                {others.recall}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SureCells({ figures: { sure } }: { figures: ActFigures }) {
  return (
    <>
      <td data-number="" data-label="English, sure: right">
        {sure?.precision ?? "none"}
      </td>
      <td data-number="" data-label="English, sure: found">
        {sure?.recall ?? "none"}
      </td>
    </>
  );
}
