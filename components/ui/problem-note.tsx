/** Why a change was refused; nothing where it was not. */
export function ProblemNote({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p role="alert" className="text-secondary [overflow-wrap:anywhere] text-fail">
      {problem}
    </p>
  );
}
