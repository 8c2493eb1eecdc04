import { Option } from "commander";

export const workspaceOption = new Option("--workspace <name>", "which workspace")
  .choices(["main", "demo"])
  .default("main");
