import type { ReactNode } from "react";

type AccessTableProps = {
  caption: string;
  /** The last column, of what can be done, has no words of its own. */
  headings: readonly string[];
  /** Its rows. */
  children: ReactNode;
};

/** A table of people, sessions or tokens, with what can be done to each at its end. */
export function AccessTable({ caption, headings, children }: AccessTableProps) {
  return (
    <div className="records">
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Do</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
