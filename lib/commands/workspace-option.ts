import { workspaceNames } from "@/lib/domain/workspace";
import { Option } from "commander";

export const workspaceOption = new Option("--workspace <name>", "which workspace")
  .choices(workspaceNames)
  .default("main");
