import type { ReactNode } from "react";

type AccessTableProps = {
  caption: string;
  /** A last column without a heading holds each row's actions. */
  headings: readonly string[];
  /** Its rows. */
  children: ReactNode;
};

/** A table of people, sessions or tokens with a column of actions. */
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
