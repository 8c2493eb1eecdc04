"use client";

import { useRouter } from "next/navigation";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { SegmentedChoice } from "../ui/segmented-choice";
import { applyWorkspace } from "./apply-workspace";

const labels: Readonly<Record<WorkspaceName, string>> = { main: "My data", demo: "Demo" };
const options = workspaceNames.map((value) => ({ value, label: labels[value] }));

/** Switches between the workspaces; opens the list of cases. */
export function WorkspaceSwitch({ shown }: { shown: WorkspaceName }) {
  const router = useRouter();
  return (
    <SegmentedChoice
      label="Workspace"
      options={options}
      chosen={shown}
      onChoose={(name) => {
        applyWorkspace(name);
        router.push("/cases");
        router.refresh();
      }}
    />
  );
}
