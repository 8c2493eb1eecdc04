"use client";

import { useRouter } from "next/navigation";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { SegmentedChoice } from "../ui/segmented-choice";
import { applyWorkspace } from "./apply-workspace";

const options = [
  { value: "main", label: "My data" },
  { value: "demo", label: "Demo" },
] as const;

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
