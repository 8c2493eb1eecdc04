"use client";

import { useRouter } from "next/navigation";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { SegmentedChoice } from "../ui/segmented-choice";
import { applyWorkspace } from "./apply-workspace";

const options = [
  { value: "main", label: "My data" },
  { value: "demo", label: "Demo" },
] as const;

/** Chooses between one's own data and the demo; the list of cases opens anew. */
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
