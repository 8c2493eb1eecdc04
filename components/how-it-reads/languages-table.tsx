import type { LanguageRow } from "@/lib/pages/how-it-reads/reading-model";

/** A row per language that is read. */
export function LanguagesTable({ languages }: { languages: readonly LanguageRow[] }) {
  return (
    <div className="records">
      <table>
        <thead>
          <tr>
            <th scope="col">Language</th>
            <th scope="col" data-number="">
              Mean F1 of the acts
            </th>
            <th scope="col" data-number="">
              Messages measured
            </th>
            <th scope="col" data-number="">
              Writers
            </th>
          </tr>
        </thead>
        <tbody>
          {languages.map(({ language, f1, messages, writers }) => (
            <tr key={language}>
              <td>{language}</td>
              <td data-number="" data-label="Mean F1 of the acts">
                {f1}
              </td>
              <td data-number="" data-label="Messages measured">
                {messages}
              </td>
              <td data-number="" data-label="Writers">
                {writers}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
