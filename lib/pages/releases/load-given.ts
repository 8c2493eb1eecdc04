import "server-only";
import { readCaseInput } from "@/lib/store/cases/case-input";
import type { Database } from "@/lib/store/port";
import type { GivenSide, Instructions } from "./prepare-given";

/** Reads what the agents of a replay went by from its spans. @param shown a stored text as it is shown */
export async function readGiven(
  reader: Database,
  caseId: string,
  shown: (text: string) => string,
): Promise<GivenSide> {
  const { spans } = await readCaseInput(reader, caseId);
  const inOrder = spans.toSorted((a, b) => a.startUs - b.startUs);
  const byText = new Map<string, Instructions>();
  for (const { system, promptName, promptVersion } of inOrder) {
    if (system === null) continue;
    const prompt = [promptName ?? "", promptVersion ?? ""].filter((part) => part !== "").join("@");
    const known = byText.get(system);
    if (known !== undefined && known.prompt !== "") continue;
    byText.set(system, { prompt, text: known?.text ?? shown(system) });
  }
  const passages = inOrder.flatMap((span) =>
    span.passages.map((passage) => ({
      ...passage,
      text: passage.text === null ? null : shown(passage.text),
    })),
  );
  return { instructions: [...byText.values()], passages };
}
